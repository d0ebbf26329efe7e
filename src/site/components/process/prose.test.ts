import { describe, expect, it } from 'vitest';
import { longTable, pageProse, plainText, reachable } from './prose.ts';

const table = (rows: number): string =>
  `<p>Before.</p>\n<table>\n<thead>\n<tr>\n<th>Id</th>\n<th align="right">Where</th>\n</tr>\n</thead>\n<tbody>\n${'<tr>\n<td>R1</td>\n<td><code>a.md</code></td>\n</tr>\n'.repeat(rows)}</tbody>\n</table>\n<p>After.</p>`;

describe('text of a policy', () => {
  it('has its headings under the title and its tables in a region of their own', () => {
    expect(pageProse('<h4 id="x">One</h4><h6>Deep</h6><table></table>')).toBe(
      '<h2 id="x">One</h2><h4>Deep</h4><div class="prose-scroll" role="group" aria-label="Table" tabindex="0"><table></table></div>',
    );
  });

  it('lets tables and code be reached by keyboard, once', () => {
    const once = reachable('<pre><code>x</code></pre><table></table>');
    expect(once).toBe('<pre role="group" aria-label="Code" tabindex="0"><code>x</code></pre><div class="prose-scroll" role="group" aria-label="Table" tabindex="0"><table></table></div>');
    expect(reachable('<pre tabindex="0"></pre>')).toBe('<pre tabindex="0"></pre>');
  });

  it('yields a long table row by row', () => {
    const parts = longTable(table(30));
    expect(parts).toMatchObject({ before: '<p>Before.</p>\n', heads: ['Id', 'Where'], after: '\n<p>After.</p>' });
    expect(parts?.rows).toHaveLength(30);
    expect(parts?.rows[0]?.cells).toEqual(['R1', '<code>a.md</code>']);
  });

  it('leaves short tables and several tables in the text', () => {
    expect(longTable(table(29))).toBeUndefined();
    expect(longTable(table(40) + table(2))).toBeUndefined();
    expect(longTable('<p>No table.</p>')).toBeUndefined();
  });

  it('is plain without its marks', () => {
    expect(plainText('<code>a.md</code>, <b>b</b>')).toBe('a.md, b');
  });
});
