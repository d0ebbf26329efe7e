/** What the files of one folder may import. Paths are below `src/` and without `.ts`; a folder may always import itself. */
export interface Room {
  /** Folders or files of ours. */
  readonly ours: readonly string[];
  /** Folders of ours of which only types may be imported. */
  readonly types?: readonly string[];
  /** npm packages; `@scope/*` and `name-*` stand for a family; `*` for any. */
  readonly npm: readonly string[];
  /** Modules of Node, without `node:`; `*` for any. A room without one runs in a browser. */
  readonly node: readonly string[];
}

const markdown = ['unified', 'vfile', 'remark-*', 'rehype-*', 'hast', 'hast-*', 'mdast', 'mdast-*', 'unist-*'];

/** Files and processes: only in rooms that reach the outside through interfaces which `cli` constructs. */
const effects = ['fs', 'fs/promises', 'path', 'os', 'url', 'util', 'crypto', 'child_process', 'stream', 'buffer', 'zlib', 'timers/promises'];

/**
 * The module map: one direction, no way back. The longest name that fits a file is its room.
 * Whatever is not listed fails a test, so a new arrow is a decision somebody sees in review.
 */
export const HOUSE: Readonly<Record<string, Room>> = {
  model: { ours: [], npm: ['zod'], node: [] },
  text: { ours: ['model'], npm: ['zod', 'yaml', 'js-yaml'], node: [] },
  'text/frontmatter': { ours: ['model', 'text'], npm: ['gray-matter'], node: [] },
  store: { ours: ['model', 'text'], npm: ['isomorphic-git', 'date-holidays'], node: effects },
  analysis: { ours: ['model'], npm: ['temporal-polyfill'], node: [] },
  checks: { ours: ['model', 'analysis', 'messages/tokens'], npm: [], node: [] },
  gate: { ours: ['model', 'text', 'store', 'analysis', 'checks'], npm: ['zod'], node: [] },
  view: { ours: ['model', 'analysis', 'messages'], npm: ['zod', 'diff', ...markdown], node: [] },
  report: { ours: ['model'], types: ['analysis', 'view'], npm: [], node: ['util'] },
  messages: { ours: ['model', 'analysis', 'text/print-scalar', 'store/edit-yaml'], npm: [...markdown], node: [] },
  // Letters as bytes: MIME, calendar entries, a mail server.
  mail: { ours: ['model', 'analysis', 'messages'], npm: ['nodemailer', 'ical-generator', ...markdown], node: ['crypto', 'buffer', 'net', 'tls', 'stream'] },
  // Drafts that wait on this machine until somebody sends them.
  outbox: { ours: ['model', 'text', 'store', 'messages', 'mail'], npm: ['zod'], node: effects },
  // What a command changes, planned over the workspace; nothing is written here.
  moves: { ours: ['model', 'text', 'store/edit-yaml', 'analysis', 'messages'], npm: [], node: [] },
  // A sheet of applicants as records and identities; and back.
  intake: { ours: ['model', 'text', 'analysis'], npm: ['csv-parse', 'csv-stringify', 'chardet', 'zod'], node: [] },
  identity: { ours: ['model', 'text', 'store'], npm: ['zod'], node: effects },
  github: { ours: ['model'], npm: ['octokit', '@octokit/*'], node: [] },
  cli: {
    ours: ['model', 'text', 'store', 'analysis', 'checks', 'gate', 'view', 'report', 'messages', 'mail', 'outbox', 'moves', 'intake', 'identity', 'github', 'package.json'],
    npm: ['*'],
    node: ['*'],
  },
  site: { ours: [], types: ['view'], npm: ['astro', 'chart.js', 'chartjs-*'], node: [] },
  'site/integration': { ours: ['site'], types: ['view'], npm: ['astro', 'vite'], node: [...effects, 'module'] },
  'site/published': { ours: ['site'], types: ['view'], npm: ['astro'], node: effects },
  'site/scoring': { ours: ['site', 'model', 'text/yaml', 'text/score', 'github/core'], types: ['view'], npm: ['@octokit/core'], node: [] },
  'site/today': { ours: ['site', 'model', 'analysis/time'], types: ['view'], npm: [], node: [] },
  // Miniature workspaces are made through the schemas, so that a test never holds a record that cannot exist.
  fixtures: { ours: ['model'], npm: ['vitest', 'playwright-core', 'axe-core', '@sparticuz/chromium', 'smtp-server', 'zod', 'ajv', 'ajv-formats', '@actions/expressions', 'yaml'], node: ['*'] },
  house: { ours: [], npm: ['typescript', 'yaml'], node: ['*'] },
  scripts: { ours: ['cli'], npm: [], node: ['*'] },
  'scripts/example': { ours: ['fixtures'], npm: [], node: ['*'] },
  'scripts/screenshots': { ours: ['fixtures'], npm: [], node: ['*'] },
  'scripts/slice-github': { ours: ['fixtures'], npm: [], node: ['*'] },
  'scripts/usable': { ours: ['fixtures'], npm: [], node: ['*'] },
};
