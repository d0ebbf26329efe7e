import type { Explanation } from './explanation.ts';

/** Explanations of the codes `front-matter/…`. */
export const frontMatter: readonly Explanation[] = [
  {
    code: 'front-matter/missing', severity: 'error', title: 'The front matter is missing',
    why: 'A page tells its title and its facts between two lines of three hyphens.',
    wrong: 'Our process …',
    right: '---\ntitle: Our process\n---\nOur process …',
  },
  {
    code: 'front-matter/language', severity: 'error', title: 'The front matter is not YAML',
    why: 'Front matter in another language can run as a program when the page is read.',
    wrong: '---js\n{ title: "Guide" }\n---',
    right: '---\ntitle: Guide\n---',
  },
];
