import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { finisher } from './finish.ts';

const files = new Set(['index.html', 'roles/backend.html']);
const policy = `<meta http-equiv="content-security-policy" content="script-src {script-hashes}; style-src {style-hashes}">`;
const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('finisher', () => {
  const finish = finisher(files);

  it('allows by hash what is inlined, each text once, and nothing for data', () => {
    const html = `${policy}<style>a{}</style><script>one()</script><script>one()</script><script type="application/json">{}</script>`;
    expect(finish('index.html', html).html).toContain(`content="script-src ${sha('one()')}; style-src ${sha('a{}')}"`);
  });

  it('allows nothing where nothing is inlined', () => {
    expect(finish('index.html', policy).html).toContain(`script-src 'none'; style-src 'none'`);
  });

  it('makes links relative in tags only: not in scripts, data or text', () => {
    const html = `${policy}<a title="a > b" href="/roles/backend">x</a><script>'<a href="/roles/backend">'</script><p>href="/roles/backend"</p>`;
    const done = finish('index.html', html).html;
    expect(done).toContain('<a title="a > b" href="roles/backend.html">');
    expect(done).toContain(`<script>'<a href="/roles/backend">'</script><p>href="/roles/backend"</p>`);
  });

  it('leaves other origins and fragments alone', () => {
    const html = `${policy}<a href="https://example.org/">x</a><a href="#top">y</a>`;
    expect(finish('index.html', html).html).toContain('<a href="https://example.org/">x</a><a href="#top">y</a>');
  });

  it('names links that lead nowhere', () => {
    expect(finish('roles/backend.html', `${policy}<a href="/gone">x</a>`).broken).toEqual(['/gone']);
  });

  it('turns the style attributes of aligned tables into what the policy allows', () => {
    expect(finish('index.html', `${policy}<td style="text-align:right">1</td>`).html).toContain('<td align="right">1</td>');
  });

  it('refuses a page without a policy, and a linked script', () => {
    expect(() => finish('index.html', '<p>x</p>')).toThrow('no content security policy');
    expect(() => finish('index.html', `${policy}<script src="/a.js"></script>`)).toThrow('must be inlined');
  });
});
