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
  format: 'terminal, github, markdown or json',
  out: 'where to write',
  audience: 'team (the default) for the private site, candidate for the public guide',
  'keep-going': 'publish what is in order, even if something is not',
  port: 'where to listen on this machine',
  check: 'only say which files would change; exit code 1 if any',
  candidates: 'how many candidates the generated repository has',
  runs: 'how often each command is measured',
  // every command that writes into the tree
  'no-commit': 'write the files and commit nothing',
  branch: 'commit on this new branch',
  // hire init
  organisation: 'name of the organisation, as candidates know it',
  'site-title': 'name of the private site',
  'site-url': 'https address of the site',
  timezone: 'IANA time zone in which a day ends',
  holidays: 'country of the public holidays, GB or DE-BY, or none',
  'reply-within': 'how soon candidates get an answer, “5 business days”',
  example: 'remove (the default) or keep the people and openings of the example',
  force: 'do it to a repository that is no example, too',
  pilot: 'set up one opening to try it with',
  from: 'the day a pilot begins',
  with: 'who scores in a pilot: names, with commas',
  // hire new
  role: 'the opening',
  source: 'where the candidate comes from, a word of the settings’ list',
  'keep-until': 'the day until which the record may be kept',
  name: 'name of a person; a candidate’s goes to the identities alone',
  email: 'address of a candidate, kept with the identity',
  by: 'who scores',
  visit: 'the visit that is scored (default: the latest)',
  title: 'title of the opening',
  pipeline: 'the process of the opening',
  manager: 'who decides about the opening',
  for: 'kind of stage a rubric or a challenge is for',
  on: 'the occasion of a message',
  language: 'language of a message, en or pt-BR',
  as: 'what a person does: reviewer, hiring-manager, process-owner',
  github: 'GitHub account of a person',
  'github-id': 'numeric id of that account',
  rubric: 'the rubric of a calibration',
  questions: 'the set that a survey asked',
  outcome: 'how it ended for who answered a survey',
  started: 'first working day of a hire',
};
