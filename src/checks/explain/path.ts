import type { Explanation } from './explanation.ts';

/** Explanations of the codes `path/…`. */
export const path: readonly Explanation[] = [
  {
    code: 'path/unknown-file', severity: 'error', title: 'A file has no place in the tree',
    why: 'It would be read by nobody; mostly it was put into the wrong folder or has another ending.',
    wrong: 'content/people/kim.yaml',
    right: 'content/people/kim.yml',
  },
  {
    code: 'path/id', severity: 'error', title: 'A name is no id',
    why: 'Names of files and folders are keys that must work on every machine and in every address.',
    wrong: 'content/people/Kim S.yml',
    right: 'content/people/kim-s.yml',
  },
  {
    code: 'path/missing-file', severity: 'error', title: 'A folder lacks its main file',
    why: 'The other files of the folder belong to something that is not there.',
    wrong: 'challenges/task/key.yml alone',
    right: 'challenges/task/challenge.mdx beside it',
  },
  {
    code: 'path/symlink', severity: 'error', title: 'An entry is a symbolic link',
    why: 'A link can lead out of the repository to any file of the machine that reads it.',
    wrong: 'kim.yml → /etc/hosts',
    right: 'kim.yml',
  },
  {
    code: 'path/submodule', severity: 'error', title: 'An entry is another repository',
    why: 'The records of a team live in one repository, under one review.',
    wrong: 'content/policies/shared (submodule)',
    right: 'content/policies/shared.md',
  },
  {
    code: 'path/not-a-file', severity: 'error', title: 'An entry is no file',
    why: 'A pipe or a device would make every reader wait.',
    wrong: 'a named pipe',
    right: 'a file',
  },
  {
    code: 'path/executable', severity: 'error', title: 'A record is marked as a program',
    why: 'Records are read, never run.',
    wrong: 'mode 755',
    right: 'mode 644',
  },
  {
    code: 'path/gitattributes', severity: 'error', title: 'A file changes how git treats records',
    why: 'It can hide changes from review or rewrite files on checkout.',
    wrong: 'content/.gitattributes',
    right: '.gitattributes at the top',
  },
  {
    code: 'path/reserved-name', severity: 'error', title: 'A name is reserved',
    why: 'Windows or git keep the name for themselves; the repository could not be checked out.',
    wrong: 'content/policies/aux.md',
    right: 'content/policies/auxiliary.md',
  },
  {
    code: 'path/control-character', severity: 'error', title: 'A name holds an invisible character',
    why: 'Two names would look the same, or a terminal would obey the name.',
    wrong: 'kim\\u200b.yml',
    right: 'kim.yml',
  },
  {
    code: 'path/too-long', severity: 'error', title: 'A path is too long',
    why: 'Some machines could not check the repository out.',
    wrong: 'a path of 240 characters',
    right: 'a path of 80 characters',
  },
  {
    code: 'path/case-twin', severity: 'error', title: 'Two names differ in capitals only',
    why: 'On Windows and macOS one of the two files replaces the other.',
    wrong: 'notes.ts and Notes.ts',
    right: 'notes.ts and notes-2.ts',
  },
  {
    code: 'path/unicode-twin', severity: 'error', title: 'Two names are the same letters',
    why: 'Accents can be spelled in two ways that look the same; some machines keep only one of the files.',
    wrong: 'é as one sign and as two',
    right: 'one of the two',
  },
  {
    code: 'path/unreadable', severity: 'error', title: 'A file cannot be read',
    why: 'What cannot be read is left out of every page and number.',
    wrong: 'a file without read permission',
    right: 'a file that can be read',
  },
];
