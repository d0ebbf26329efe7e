import { candidateFacts, workspaceFacts } from '../../analysis/candidate.ts';
import type { CandidateFacts } from '../../analysis/facts.ts';
import { officeOf } from '../../analysis/time/office.ts';
import type { Phase } from '../../model/event-rules.ts';
import { parsePercent } from '../../model/percent.ts';
import type { CandidateFolder } from '../../model/workspace.ts';
import { closest } from '../../model/words.ts';
import { notYetJudged, selectCandidates, type Filter } from '../../moves/select.ts';
import { oneOfThese } from '../ask.ts';
import { Mistake, textOption, type Input } from '../command.ts';
import type { Opened } from '../open.ts';

const text = { type: 'string' } as const;

/** Options that choose candidates where none are named. */
export const FILTER_OPTIONS = {
  role: text, stage: text, 'score-below': text, 'score-above': text, source: text, waiting: text, phase: text, ended: text,
} as const;

/** Who is meant. */
export interface Chosen {
  readonly candidates: readonly CandidateFacts[];
  /** Chosen by a filter, and not by name. */
  readonly filtered: boolean;
  /** Those whom only their incomplete panels keep out of a filter by score. */
  readonly unjudged: readonly CandidateFacts[];
}

/**
 * The candidates that are named, or those a filter finds.
 * @param fallback narrows the filter where the person did not say
 * @throws Mistake when a name is none or not unique, a filter is no filter, or neither is given
 */
export function chooseCandidates(input: Input, opened: Opened, verb: string, fallback: Partial<Filter> = {}): Chosen {
  const { workspace, clock } = opened;
  const filter = filterOf(input, opened);
  if (input.words.length > 0) {
    const [other] = Object.keys(filter).filter((key) => key !== 'role');
    if (other !== undefined) throw new Mistake('Name candidates or choose them by a filter, not both.');
    return { candidates: [...new Set(input.words)].map((word) => candidateFacts(workspace, namedFolder(opened, word, filter.role), clock.now)), filtered: false, unjudged: [] };
  }
  if (Object.keys(filter).length === 0) throw new Mistake(`Who? Name a candidate (hire ${verb} teal-otter-7f), or choose by --role and --stage.\n“hire ${verb} --help” says more.`);
  // Of one opening: the others’ thousands need not be counted.
  const only = filter.role === undefined ? workspace : { ...workspace, candidates: new Map([[filter.role, workspace.candidates.get(filter.role) ?? new Map<string, CandidateFolder>()]]) };
  const facts = workspaceFacts(only, clock.now).all;
  const { business, zone } = officeOf(workspace.calendar);
  const today = zone.dayOf(clock.now);
  const waited = ({ move, daysInStage }: CandidateFacts): number => (move.sinceAt === undefined ? daysInStage : business.between(zone.dayOf(move.sinceAt), today));
  const whole = { ...fallback, ...filter };
  return { candidates: selectCandidates(facts, whole, waited), filtered: true, unjudged: notYetJudged(facts, whole, waited) };
}

function namedFolder({ workspace }: Opened, word: string, role: string | undefined) {
  const found = [...workspace.candidates].flatMap(([id, folders]) => (role === undefined || id === role ? (folders.get(word) ?? []) : []));
  const [folder] = found;
  if (!folder) {
    const guess = closest(word, [...workspace.candidates.values()].flatMap((folders) => [...folders.keys()]));
    throw new Mistake(`There is no candidate “${word}”${role === undefined ? '' : ` in ${role}`}.${guess === undefined || guess === word ? '' : ` Did you mean “${guess}”?`}`);
  }
  if (found.length > 1) throw new Mistake(`“${word}” applied for ${found.map((each) => each.role).join(' and ')}: say which with --role.`);
  return folder;
}

const PHASES: readonly Phase[] = ['entered', 'working', 'booked', 'ours', 'theirs', 'closed'];

function filterOf(input: Input, { workspace }: Opened): Filter {
  const said = (option: string, what: string, known: Iterable<string>): string | undefined => {
    const value = textOption(input, option);
    const wrong = value === undefined ? undefined : oneOfThese(what, known)(value);
    if (wrong !== undefined) throw new Mistake(`--${option}: ${wrong}`);
    return value;
  };
  const { sources, decline_reasons: ours, withdraw_reasons: theirs } = workspace.settings.value;
  const role = said('role', 'role', workspace.roles.keys());
  const pipelines = role === undefined ? [...workspace.pipelines.keys()] : [workspace.roles.get(role)?.value.pipeline ?? ''];
  const stage = said('stage', 'stage', new Set(pipelines.flatMap((pipeline) => workspace.pipelines.get(pipeline)?.value.stages.map((each) => each.id) ?? [])));
  const source = said('source', 'source', sources);
  const phase = said('phase', 'phase', PHASES) as Phase | undefined;
  const ended = said('ended', 'reason', [...Object.keys(ours), ...Object.keys(theirs)]);
  const scoreBelow = percentOf(input, 'score-below');
  const scoreAbove = percentOf(input, 'score-above');
  const waiting = daysOf(input);
  return {
    ...(role !== undefined && { role }), ...(stage !== undefined && { stage }), ...(source !== undefined && { source }), ...(phase !== undefined && { phase }),
    ...(ended !== undefined && { ended }), ...(scoreBelow !== undefined && { scoreBelow }), ...(scoreAbove !== undefined && { scoreAbove }), ...(waiting !== undefined && { waiting }),
  };
}

function percentOf(input: Input, option: string): number | undefined {
  const written = textOption(input, option);
  if (written === undefined) return undefined;
  const value = parsePercent(written.endsWith('%') ? written : `${written}%`);
  if (value === undefined) throw new Mistake(`--${option} takes percent of the scale’s range, from 0 to 100, found “${written}”.`);
  return value;
}

function daysOf(input: Input): number | undefined {
  const written = textOption(input, 'waiting');
  if (written === undefined) return undefined;
  const days = /^(\d{1,3})(?: (?:business )?days?)?$/.exec(written)?.[1];
  if (days === undefined) throw new Mistake(`--waiting takes a number of business days, found “${written}”.`);
  return Number(days);
}
