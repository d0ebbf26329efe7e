import type { Explanation } from './explanation.ts';

/** Explanations of the codes `mdx/…`. */
export const mdx: readonly Explanation[] = [
  {
    code: 'mdx/expression', severity: 'error', title: 'A brace begins a program',
    why: 'In MDX whatever stands in braces is run when the site is built. Pages hold words only.',
    wrong: 'Costs {amount}',
    right: 'Costs \\{amount\\}',
  },
  {
    code: 'mdx/unknown-tag', severity: 'error', title: 'A tag is not known',
    why: 'Pages use markdown and five components; other HTML could load or run something.',
    wrong: '<div>Hello</div>',
    right: 'Hello',
  },
  {
    code: 'mdx/tag', severity: 'error', title: 'A tag is not written as it must be',
    why: 'A component that is not closed swallows the words after it.',
    wrong: '<Note title="Hours">\nYou choose.',
    right: '<Note title="Hours">\nYou choose.\n</Note>',
  },
  {
    code: 'mdx/attribute', severity: 'error', title: 'An attribute is not known or no text',
    why: 'Attributes of components are text in quotes; anything else would be run.',
    wrong: '<Effort challenge={id}/>',
    right: '<Effort challenge="task-api"/>',
  },
  {
    code: 'mdx/comment', severity: 'error', title: 'A page holds an HTML comment',
    why: 'It does not compile, and readers of the source would see it anyway.',
    wrong: '<!-- later -->',
    right: '(nothing)',
  },
  {
    code: 'mdx/import', severity: 'error', title: 'A line is read as a program',
    why: 'A paragraph that begins with import or export is JavaScript to MDX.',
    wrong: 'import x from "y"',
    right: 'We import goods …',
  },
  {
    code: 'mdx/fence', severity: 'error', title: 'A code fence does not hold',
    why: 'What seems to be inside the fence would be read as page, and perhaps run.',
    wrong: '```\ncode',
    right: '```\ncode\n```',
  },
];
