import { parseDocument } from 'yaml';
import { DEFAULT_BRANCH, privilegedBreaches } from './house-privileged.ts';

/** A workflow of `.github/workflows`: its path and its text. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: unknown;
  readonly secrets?: unknown;
  readonly uses?: unknown;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs?: Readonly<Record<string, Job>>;
}

const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const longestMinutes = 30;
/** They run with the rights of the default branch over what a stranger did. */
const forbidden = ['workflow_run', 'issue_comment'];
/** So does this one; it is allowed where nothing of the pull request can be run or obeyed. */
const privileged = 'pull_request_target';

/** Every way in which a workflow is less careful than it should be, one sentence each. */
export function workflowBreaches({ path, text }: WorkflowFile): readonly string[] {
  const workflow = parseDocument(text).toJS() as Workflow;
  const triggers = triggersOf(workflow.on);
  const jobs = Object.entries(workflow.jobs ?? {});
  const breaches = [
    ...triggers.filter((each) => forbidden.includes(each)).map((each) => `${each} runs with rights over what a stranger proposes`),
    ...(triggers.includes(privileged) ? privilegedBreaches(text, jobs) : []),
    ...(isEmptyMap(workflow.permissions) ? [] : ['permissions at the top must be {}: each job asks for what it needs']),
    ...(workflow.concurrency === undefined ? ['no concurrency: two runs of the same branch would race'] : []),
    ...unreasoned(text),
    ...jobs.flatMap(([name, job]) => jobBreaches(name, job, triggers.includes('pull_request'))),
    ...(triggers.some((each) => each === 'pull_request' || each === privileged) && /\bsecrets\b/.test(text) ? ['a pull request starts this, so it may name no secret'] : []),
  ];
  return breaches.map((breach) => `${path}: ${breach}`);
}

function jobBreaches(name: string, job: Job, openToAll: boolean): readonly string[] {
  const minutes = job['timeout-minutes'];
  const steps = job.steps ?? [];
  return [
    ...(typeof minutes === 'number' && minutes <= longestMinutes ? [] : [`job ${name} needs timeout-minutes of at most ${longestMinutes}`]),
    ...permissionBreaches(name, job.permissions, openToAll),
    ...(job.secrets === undefined ? [] : [`job ${name} hands secrets on`]),
    ...steps.flatMap((step) => stepBreaches(name, step)),
  ];
}

function permissionBreaches(name: string, permissions: unknown, openToAll: boolean): readonly string[] {
  if (typeof permissions !== 'object' || permissions === null) return [`job ${name} lists its permissions one by one`];
  const writes = Object.entries(permissions).filter(([, value]) => value !== 'read' && value !== 'none').map(([scope]) => scope);
  return openToAll ? writes.map((scope) => `job ${name} is started by pull requests, so it may not write ${scope}`) : [];
}

function stepBreaches(job: string, { uses, run, with: inputs = {} }: Step): readonly string[] {
  const breaches: string[] = [];
  if (uses !== undefined && !uses.startsWith('./') && !pinned.test(uses)) breaches.push(`job ${job} uses ${uses}, not pinned by its full commit id`);
  if (uses?.startsWith('actions/checkout@') && inputs['persist-credentials'] !== false) breaches.push(`job ${job} checks out without persist-credentials: false`);
  if (uses?.startsWith('actions/checkout@') && inputs['ref'] !== undefined && inputs['ref'] !== DEFAULT_BRANCH) breaches.push(`job ${job} checks out another tree than the one it runs for`);
  if (uses?.startsWith('actions/upload-artifact@') && !(Number(inputs['retention-days']) <= 7)) breaches.push(`job ${job} keeps an artifact longer than 7 days`);
  if (run === undefined) return breaches;
  const said = run.trim();
  if (said.includes('${{')) breaches.push(`job ${job} puts an expression into a command: ${said}`);
  if (said.includes('\n')) breaches.push(`job ${job} has a script of several lines; a command of hire can be tested`);
  if (/\bnpm (install|i)\b/.test(said) || (/\bnpm ci\b/.test(said) && !said.includes('--ignore-scripts'))) breaches.push(`job ${job} installs by other means than npm ci --ignore-scripts`);
  return breaches;
}

/** A pin tells people its version, and a grant its reason, on the same line. */
function unreasoned(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const pins = lines.filter((line) => /^(- )?uses: [^.]/.test(line) && !/ # v\d+\.\d+\.\d+$/.test(line)).map((line) => `no version is noted beside “${line}”`);
  const grants = lines.filter((line) => /^[\w-]+: (read|write)\b/.test(line) && !/ # .{10,}/.test(line)).map((line) => `no reason is noted beside “${line}”`);
  return [...pins, ...grants];
}

function triggersOf(on: unknown): readonly string[] {
  if (typeof on === 'string') return [on];
  if (Array.isArray(on)) return on.map(String);
  return Object.keys((on ?? {}) as object);
}

function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
