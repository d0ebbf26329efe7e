/** A step of a job, as far as it is looked at here. */
export interface PrivilegedStep {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** The tree of the default branch as it is now: the only other one that a privileged job may check out. */
export const DEFAULT_BRANCH = '${{ github.event.repository.default_branch }}';

/** Actions that run nothing of what they fetch. */
const TRUSTED = ['actions/checkout', 'actions/setup-node', 'actions/upload-artifact'];
/** Installs what the default branch locks, or runs its own hire: no shell beyond that. */
const COMMAND = /^(?:npm ci(?: --omit=dev)? --ignore-scripts|node scripts\/hire\.mjs [a-z]+(?: --[a-z-]+(?: [\w./^-]+)?)*)$/;
/** What the event may be asked for: numbers and the default branch, never a name, a title or a commit that somebody else chose. */
const EXPRESSIONS: readonly RegExp[] = [
  /^github\.token$/, /^github\.event\.pull_request\.number$/, /^github\.event\.repository\.default_branch$/, /^!cancelled\(\)$/,
  /^steps\.[a-z]+\.outputs\.[a-z]+$/, /^needs\.[a-z]+\.outputs\.[a-z]+(?: == '[a-z]+')?$/,
];

/**
 * Every way in which a workflow that pull requests start with the rights of the default branch could come to run, or to obey, what they
 * propose. What is not known to be safe is a breach.
 */
export function privilegedBreaches(text: string, jobs: readonly (readonly [name: string, job: { readonly steps?: readonly PrivilegedStep[]; readonly uses?: unknown }])[]): readonly string[] {
  return [
    ...[...text.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inside = '']) => inside.trim()).filter((inside) => !EXPRESSIONS.some((each) => each.test(inside)))
      .map((inside) => `runs with rights over what a stranger proposes, so it may not ask for ${inside}`),
    ...jobs.flatMap(([name, { steps = [], uses }]) => [
      ...(uses === undefined ? [] : [`job ${name} runs with rights, so it calls no other workflow`]),
      ...steps.flatMap((step) => stepBreaches(name, step)),
    ]),
  ];
}

function stepBreaches(job: string, { uses, run, with: inputs = {} }: PrivilegedStep): readonly string[] {
  const action = uses?.split('@')[0];
  return [
    ...(action === undefined || TRUSTED.includes(action) ? [] : [`job ${job} runs with rights, so it may not use ${action}`]),
    ...(action === 'actions/checkout' && inputs['repository'] !== undefined ? [`job ${job} runs with rights and checks out another repository`] : []),
    ...(inputs['cache'] === undefined ? [] : [`job ${job} runs with rights, so it takes nothing from a cache that others fill`]),
    ...(run === undefined || COMMAND.test(run.trim()) ? [] : [`job ${job} runs with rights more than hire itself: ${run.trim().split('\n')[0] ?? ''}`]),
  ];
}
