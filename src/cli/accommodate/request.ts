import { ACCOMMODATION_KINDS, type Accommodation } from '../../identity/identity-schema.ts';
import { day } from '../../model/scalar.ts';
import { parseDuration, type Duration } from '../../model/duration.ts';
import { oneOfThese } from '../ask.ts';
import { manyOption } from '../many.ts';
import { Mistake, textOption, type Input } from '../command.ts';

/** What the command line says of one request. */
export interface Said {
  readonly kind: Accommodation['kind'];
  readonly reason: string | undefined;
  readonly asked: string;
  /** The decision; undefined where the request is only written down. */
  readonly decision: { readonly is: 'granted' | 'declined'; readonly note: string } | undefined;
  readonly extra: Duration | undefined;
  readonly stages: readonly string[];
  /** Who else was asked. */
  readonly with: string | undefined;
}

/** Reads the options. @throws Mistake when they contradict each other or say nothing */
export function saidOf(input: Input, today: string, people: Iterable<string>): Said {
  const kind = checked(input, 'kind', oneOfThese('kind', ACCOMMODATION_KINDS)) as Accommodation['kind'];
  const asked = checked(input, 'asked', (said) => (day().safeParse(said).success ? undefined : `“${said}” is no day such as 2026-11-22.`)) ?? today;
  if (asked > today) throw new Mistake(`--asked: ${asked} lies in the future.`);
  const grant = textOption(input, 'grant');
  const refuse = textOption(input, 'refuse');
  if (grant !== undefined && refuse !== undefined) throw new Mistake('Give --grant or --refuse, not both.');
  if ((grant ?? refuse)?.trim() === '') throw new Mistake(grant === undefined ? '--refuse: say why, for those who decide the next time.' : '--grant: say what was arranged.');
  const extra = extraOf(input);
  const stages = manyOption(input, 'stage').flatMap((each) => each.split(',')).map((each) => each.trim());
  if (grant === undefined && (extra || stages.length > 0)) throw new Mistake('--extra and --stage belong to --grant: what was arranged.');
  if (!extra && stages.length > 0) throw new Mistake('--stage says where the time of --extra holds.');
  if (grant === undefined && refuse === undefined && kind === undefined) throw new Mistake(`What kind of change do they ask for? --kind ${ACCOMMODATION_KINDS.join(' | ')}. The decision comes with --grant "what was arranged" or --refuse "why".`);
  return {
    kind, asked, reason: textOption(input, 'reason'), extra, stages, with: checked(input, 'with', oneOfThese('person', people)),
    decision: grant !== undefined ? { is: 'granted', note: grant } : refuse !== undefined ? { is: 'declined', note: refuse } : undefined,
  };
}

/**
 * Where a decision goes: the request it answers, by its place in the identity's list; one more at the end where it comes with a new one;
 * or the request that this very decision answered already, which happens when a run is repeated.
 * @throws Mistake when there is none, or it is not clear which
 */
export function placeOf(requests: readonly Accommodation[], said: Said, by: string, today: string, candidate: string): { readonly at: number; readonly is: 'open' | 'new' | 'decided' } {
  const { kind, decision } = said;
  const numbered = requests.map((request, at) => ({ request, at }));
  const again = decision && numbered.findLast(({ request }) => request.decision === decision.is && request.note?.trim() === decision.note.trim() && request.by === by && request.decided === today && (kind === undefined || request.kind === kind) && request.extra?.text === said.extra?.text);
  if (again) return { at: again.at, is: 'decided' };
  const open = numbered.filter(({ request }) => request.decision === 'open' && (kind === undefined || request.kind === kind || request.kind === undefined));
  const [only] = open;
  if (open.length > 1) throw new Mistake(`${candidate} has ${open.length} open requests (${open.map(({ request }) => `${request.kind ?? 'no kind'}, asked ${request.asked}`).join('; ')}). Say which with --kind.`);
  if (only) return { at: only.at, is: 'open' };
  if (kind === undefined) throw new Mistake(`${candidate} has no open request. Say what was asked for with --kind, and it is written down together with the answer.`);
  return { at: requests.length, is: 'new' };
}

function extraOf(input: Input): Duration | undefined {
  const written = textOption(input, 'extra');
  if (written === undefined) return undefined;
  const extra = parseDuration(written);
  if (extra && extra.from === extra.to && extra.to > 0) return extra;
  throw new Mistake(`--extra takes one duration such as 24h or “3 days”, found “${written}”.`);
}

function checked(input: Input, option: string, wrong: (said: string) => string | undefined): string | undefined {
  const said = textOption(input, option);
  const fault = said === undefined ? undefined : wrong(said);
  if (fault !== undefined) throw new Mistake(`--${option}: ${fault}`);
  return said;
}
