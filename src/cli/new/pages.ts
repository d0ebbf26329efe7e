import { fileMade } from './made.ts';
import { idOf, titleOf } from './id.ts';
import type { Maker } from './maker.ts';

/** A page of the candidates' guide. */
export const guide: Maker = async (making) => {
  const id = await idOf(making, 'a guide page');
  return fileMade(making, id, `content/guide/${id}.mdx`, () => `---
title: ${titleOf(id)}
order: ${nextOrder([...making.opened.workspace.guide.values()])}
summary: One sentence for lists and search.
---
What a candidate should know. Windows, effort, promises and criteria come from the process itself: use the components Window, Effort,
Promise and Criteria where a number or a list belongs, and the page never disagrees with the process.
`, ['Candidates read this page: it holds nothing about any of them.']);
};

/** An internal policy. */
export const policy: Maker = async (making) => {
  const id = await idOf(making, 'a policy');
  return fileMade(making, id, `content/policies/${id}.md`, () => `---
title: ${titleOf(id)}
order: ${nextOrder([...making.opened.workspace.policies.values()])}
summary: One sentence for lists and search.
---
What we do, who does it, and why.
`, []);
};

function nextOrder(pages: readonly { readonly value: { readonly order?: number | undefined } }[]): number {
  return Math.min(999, Math.max(0, ...pages.map((page) => page.value.order ?? 0)) + 1);
}
