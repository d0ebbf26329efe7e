import type { PublishedProblems } from '../../../view/published/reference.ts';

/** The problems of a family, the part of a code before the slash, in the order of the codes. */
export function families(problems: PublishedProblems): { family: string; problems: PublishedProblems }[] {
  const names = [...new Set(problems.map(({ code }) => familyOf(code)))].sort();
  return names.map((family) => ({ family, problems: problems.filter(({ code }) => familyOf(code) === family).sort((a, b) => (a.code < b.code ? -1 : 1)) }));
}

/** `rubric/weights-sum` → `rubric`. */
export function familyOf(code: string): string {
  return code.split('/')[0] ?? code;
}

/** The last name of a nested key, as it stands in the file: `stages[].id` → `id`. */
export function ownKey(key: string): string {
  return key.split('.').at(-1)?.replace(/\[\]$/, '') ?? key;
}
