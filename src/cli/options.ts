import type { ParseArgsOptionsConfig } from 'node:util';

/** Options every command understands. */
export const GLOBAL_OPTIONS = {
  root: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  debug: { type: 'boolean' },
  json: { type: 'boolean' },
  'no-input': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

/** Options of every command that reads the tree: which tree, at which moment. */
export const READ_OPTIONS = {
  at: { type: 'string' },
  now: { type: 'string' },
  today: { type: 'string' },
  'no-cache': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

/** What the options mean, for `--help`. */
export const OPTION_HELP: Readonly<Record<string, string>> = {
  root: 'the repository (default: the one you stand in)',
  help: 'this text',
  debug: 'show where in the code an unexpected error came from',
  json: 'print data for programs',
  'no-input': 'never ask',
  'dry-run': 'say what would be done, change nothing',
  at: 'read the tree of this commit, branch or tag',
  now: 'judge at this instant, 2026-11-22T09:00Z',
  today: 'judge at the end of this day, 2026-11-22',
  'no-cache': 'parse everything anew',
};
