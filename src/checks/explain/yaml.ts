import type { Explanation } from './explanation.ts';

/** Explanations of the codes `yaml/…`. */
export const yaml: readonly Explanation[] = [
  {
    code: 'yaml/syntax', severity: 'error', title: 'The YAML cannot be read',
    why: 'A file that cannot be read is left out of every page and number until it is mended.',
    wrong: 'title: [a, b',
    right: 'title: [a, b]',
  },
  {
    code: 'yaml/duplicate-key', severity: 'error', title: 'A key stands twice',
    why: 'Most programs keep one of the two and lose the other without a word.',
    wrong: 'title: Craft\ntitle: Trade',
    right: 'title: Craft',
  },
  {
    code: 'yaml/merge-key', severity: 'error', title: 'A map is merged into another',
    why: 'What a record says must stand where people look for it, not be put together from elsewhere.',
    wrong: 'task: { <<: *defaults }',
    right: 'task: { reviewers: 2 }',
  },
  {
    code: 'yaml/anchor', severity: 'error', title: 'A value is named for repetition',
    why: 'Anchors and aliases hide what a line says, and a few lines of them can fill the memory of a machine.',
    wrong: 'why: &why Shows the craft',
    right: 'why: Shows the craft',
  },
  {
    code: 'yaml/alias', severity: 'error', title: 'A value is repeated by name',
    why: 'Anchors and aliases hide what a line says, and a few lines of them can fill the memory of a machine.',
    wrong: 'why: *why',
    right: 'why: Shows the craft',
  },
  {
    code: 'yaml/tag', severity: 'error', title: 'A value is given a type',
    why: 'The format decides what each value is; a tag could ask a program to build something from text.',
    wrong: 'weight: !!float 30',
    right: 'weight: 30 %',
  },
  {
    code: 'yaml/directive', severity: 'error', title: 'A directive stands before the data',
    why: 'Directives change how the rest is read, and no record needs one.',
    wrong: '%YAML 1.1\n---\ntitle: Craft',
    right: 'title: Craft',
  },
  {
    code: 'yaml/documents', severity: 'error', title: 'A file holds several documents',
    why: 'One file is one record; a second document would be ignored by most programs.',
    wrong: 'title: A\n---\ntitle: B',
    right: 'title: A',
  },
  {
    code: 'yaml/forbidden-key', severity: 'error', title: 'A key has a name that programs give a meaning',
    why: 'Names such as __proto__ have been used to change programs from within data.',
    wrong: '__proto__: { admin: true }',
    right: 'title: Craft',
  },
  {
    code: 'yaml/key', severity: 'error', title: 'A key is no word',
    why: 'Keys are the words of the format; a list or a map cannot be one.',
    wrong: '? [a, b]\n: 1',
    right: 'a: 1',
  },
  {
    code: 'yaml/too-deep', severity: 'error', title: 'The data nests too deep',
    why: 'Records are read by people, and deep nesting is a known way to bring programs down.',
    wrong: '[[[[[[[[[[[[[1]]]]]]]]]]]]]',
    right: 'a: [1]',
  },
  {
    code: 'yaml/too-large', severity: 'error', title: 'The file is too large',
    why: 'A record has at most 64 KB: what is larger was not meant to be one, and nobody can review it.',
    wrong: 'a record of 2 MB',
    right: 'a record, and the long words in a .md file beside it',
  },
  {
    code: 'yaml/too-many-nodes', severity: 'error', title: 'The file holds too many values',
    why: 'A record has at most 5,000 keys and values; what has more was made by a program.',
    wrong: 'answers: 9,000 entries',
    right: 'answers: the ones that were asked for',
  },
];
