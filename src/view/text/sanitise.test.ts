import fc from 'fast-check';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { plainWords, sanitise } from './sanitise.ts';

const HOSTILE = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '![tracker](https://elsewhere.example/pixel.gif)', '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))', '[x](data:text/html,<script>alert(1)</script>)', '<a href="javascript:alert(1)">x</a>', '<style>body{display:none}</style>',
  '<iframe src="https://elsewhere.example"></iframe>', '[x](//elsewhere.example)', '[x](/\\elsewhere.example)', '[x](file:///etc/passwd)', '[x](../../settings)', '<//elsewhere.example>', '[x][a]\n\n[a]: //elsewhere.example', '<svg onload=alert(1)>', '</p></div><script>1</script>', '<form action="https://elsewhere.example">',
  '[a]: javascript:alert(1)\n\n[a]', '<https://u:p@elsewhere.example>', '`<script>`', '    <script>\n', '&#60;script&#62;',
];

describe('words of people we do not know', () => {
  it('can never do anything, whatever they contain', () => {
    for (const text of HOSTILE) {
      const html = sanitise(text);
      expect(html, text).not.toMatch(/<(script|img|style|iframe|svg|form|object|link|meta)/i);
      expect(html, text).not.toMatch(/\son\w+=|href="(?!https:|mailto:)/i);
    }
  });

  it('may lead to pages of ours in the words of the team alone', () => {
    expect(sanitise('[x](/policies/ai)')).toBe('<p><a>x</a></p>');
    expect(sanitise('[x](/policies/ai)', 'team')).toBe('<p><a href="/policies/ai">x</a></p>');
    for (const text of HOSTILE) expect(sanitise(text, 'team'), text).not.toMatch(/href="(?!https:|mailto:|\/%5C)/i);
  });

  it('would let a script through without the sanitiser: the test can fail', () => {
    const open = unified().use(remarkParse).use(remarkRehype, { allowDangerousHtml: true }).use(rehypeStringify, { allowDangerousHtml: true });
    expect(String(open.processSync('<script>alert(1)</script>'))).toContain('<script');
  });

  it('keep their structure', () => {
    expect(sanitise('# Title\n\n- one\n- **two**\n\n| a | b |\n|---|--:|\n| 1 | 2 |')).toMatchInlineSnapshot(`
      "<h3>Title</h3>
      <ul>
      <li>one</li>
      <li><strong>two</strong></li>
      </ul>
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th align="right">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td align="right">2</td>
      </tr>
      </tbody>
      </table>"
    `);
    expect(sanitise('See `src/total.ts:12` and say why.')).toBe('<p>See <code>src/total.ts:12</code> and say why.</p>');
    expect(sanitise('Zoë said: “½ of it” 🦦 and نعم')).toBe('<p>Zoë said: “½ of it” 🦦 and نعم</p>');
  });

  it('come out the same by the short way and by the long one', () => {
    const long = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize).use(rehypeStringify);
    const words = fc.array(fc.constantFrom('plain', 'words', 'it’s', '`code`', '` a `', "don't", '3.5', '(so)', '1)', '2.', '-', '+', '\n', '\n\n', '  \n', ' ', '\t', 'a:b', '"q"', '=', '✓', '`', ';', '$x$', '^'), { maxLength: 14 });
    fc.assert(fc.property(words, (parts) => {
      const text = parts.join(' ').replace(/\r/g, '');
      const level = (html: string): string => html.replace(/<(\/?)h\d/g, '<$1h');
      expect(level(sanitise(text))).toBe(level(String(long.processSync(text.trim()))));
    }), { numRuns: 1500 });
  });

  it.each([
    ['links that never end', '[a]('.repeat(150_000)], ['code that never ends', '` '.repeat(300_000)], ['stars', '**a '.repeat(150_000)], ['breaks', 'x  \n'.repeat(150_000)],
    ['paragraphs', '_\n\n'.repeat(200_000)], ['quotes in quotes', '> '.repeat(300_000)], ['lists in lists', '- '.repeat(300_000)], ['stairs', Array.from({ length: 1000 }, (_, step) => `${'  '.repeat(step)}- a`).join('\n')],
  ])('keep nobody waiting: %s', (_, text) => {
    const began = performance.now();
    expect(sanitise(text)).not.toBe('');
    plainWords(text.slice(0, 64_000));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('stand as they were written where reading them would take too long', () => {
    expect(sanitise(`${'> '.repeat(50)}<script>alert(1)</script>`)).toBe(`<pre>${'> '.repeat(50)}&#x3C;script>alert(1)&#x3C;/script></pre>`);
  });

  it('are read aloud without their markup', () => {
    expect(plainWords('**31** tests in `a.ts`,\n[here](https://x.example)')).toBe('31 tests in a.ts, here');
  });
});
