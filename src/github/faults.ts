import { ForgeError } from './forge.ts';

interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>>; readonly data?: unknown };
}

/**
 * What went wrong with a call, in words a person can act on.
 * @param what what was asked for, such as “a new issue”; @param whose the repository, owner/name
 */
export function faultOf(error: unknown, what: string, whose: string, api: string): ForgeError {
  if (error instanceof ForgeError) return error;
  if (!isRefusal(error)) return new ForgeError('broken', `GitHub’s answer for ${what} of ${whose} was not understood: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  const { status, response } = error;
  const said = sentenceOf(response?.data);
  const make = (fault: ForgeError['fault'], message: string): ForgeError => new ForgeError(fault, message, { cause: error });
  if (!response) return make('unreachable', `GitHub cannot be reached at ${api} (${reasonOf(error)}). Try again when the network is there.`);
  if (status === 429 || (status === 403 && (response.headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(said)))) return make('limit', `GitHub has had enough calls with this token for now${waitOf(response.headers)}. What was done stays done; the same command goes on from there.`);
  if (status === 401) return make('token', 'GitHub does not accept the token (401): it has expired, was revoked or is incomplete. Put a new one into GITHUB_TOKEN.');
  if (status === 403) return make('forbidden', `The token may not do this with ${what} of ${whose} (403: ${said}).`);
  if (status === 404 || status === 410) return make('missing', `GitHub does not show ${what} of ${whose} to this token (${status}): the name is wrong, or the token may not see it.`);
  if (status >= 500) return make('broken', `GitHub is out of order (${status}). Try again later; what was done stays done.`);
  return make('refused', `GitHub refuses ${what} of ${whose} (${status}: ${said}).`);
}

function isRefusal(error: unknown): error is Error & Refusal {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

/** GitHub's own sentence, with what it says of single fields. */
function sentenceOf(data: unknown): string {
  const { message, errors } = (typeof data === 'object' && data !== null ? data : {}) as { message?: unknown; errors?: unknown };
  const details = Array.isArray(errors) ? errors.map((each: { message?: string; field?: string; code?: string }) => each.message ?? [each.field, each.code].filter(Boolean).join(' ')).filter((each) => each !== '') : [];
  return [typeof message === 'string' ? message.trim().replace(/\.$/, '') : 'no reason given', ...details].join(': ').slice(0, 300);
}

function waitOf(headers: NonNullable<Refusal['response']>['headers']): string {
  const seconds = Number(headers['retry-after']);
  const reset = Number(headers['x-ratelimit-reset']);
  if (seconds > 0) return `; it asks to wait ${Math.ceil(seconds / 60)} min`;
  return reset > 0 ? `, until ${new Date(reset * 1000).toISOString().slice(0, 16)}Z` : '';
}

function reasonOf(error: Error): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return error.message.slice(0, 100);
}
