import { Octokit } from 'octokit';
import { faultOf } from './faults.ts';
import { ForgeError } from './forge.ts';
import { isSafeAddress, type Place } from './repository.ts';

/** How to speak to GitHub. */
export interface Connection extends Place {
  readonly token: string;
  /** In GitHub's own pace unless said: writes a second apart, new issues three, and real seconds for what it asks us to wait. */
  readonly pace?: 'at once';
}

/** Longest that we wait when GitHub asks for patience, in seconds; a person or a job of five minutes stands behind us. */
const PATIENCE = 90;
/** Longest that one answer may take, in milliseconds. */
const SILENCE = 30_000;

const AT_ONCE = { key: () => ({ schedule: (_options: unknown, job: (...words: unknown[]) => unknown, ...words: unknown[]) => job(...words) }) };

/** One repository, and how to ask about it. */
export interface Client {
  readonly octokit: Octokit;
  readonly where: { readonly owner: string; readonly repo: string };
  /** Making something is never tried again by itself: the first try may have made it although no answer came. */
  readonly once: { readonly request: { readonly retries: 0 } };
  /** Asks, and says what went wrong in words. @throws ForgeError */
  ask<T>(what: string, call: () => Promise<T>): Promise<T>;
  /** The account whose token it is; undefined for the token of a workflow, which is nobody’s account. */
  login(): Promise<string | undefined>;
}

/**
 * A connection with its pace, its patience and its words.
 * @throws ForgeError when the address would send the token in the open
 */
export function clientOf({ owner, name: repo, api, token, pace }: Connection): Client {
  if (!isSafeAddress(api)) throw new ForgeError('unreachable', `The token is not sent to ${api}: only https is safe.`);
  const mayWait = (seconds: number, _options: unknown, _octokit: unknown, tries: number): boolean => tries < 2 && seconds <= PATIENCE;
  const octokit = new Octokit({
    auth: token,
    baseUrl: api,
    userAgent: 'hiring-as-code',
    // What is told to a person is told once, by whoever catches the error.
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    request: { fetch: (url: string, options: RequestInit) => fetch(url, { ...options, signal: AbortSignal.timeout(SILENCE) }) },
    retry: { retries: 2, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], ...(pace && { retryAfterBaseValue: 1 }) },
    throttle: { onRateLimit: mayWait, onSecondaryRateLimit: mayWait, id: `${api}/${owner}`, ...(pace && { write: AT_ONCE, notifications: AT_ONCE, retryAfterBaseValue: 1 }) },
  });
  const ask = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw faultOf(error, what, `${owner}/${repo}`, api);
    }
  };
  let me: Promise<string | undefined> | undefined;
  const login = () => (me ??= ask('who we are', () => octokit.rest.users.getAuthenticated()).then(({ data }) => data.login, (error: unknown) => {
    if (error instanceof ForgeError && error.fault === 'forbidden') return undefined;
    throw error;
  }));
  return { octokit, where: { owner, repo }, once: { request: { retries: 0 } }, ask, login };
}
