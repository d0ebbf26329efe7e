import { z } from 'zod';
import { aalenJohansen, incidenceAt } from '../../analysis/statistics/aalen-johansen.ts';
import { kaplanMeier, survivalQuantile, type Band, type Spell } from '../../analysis/statistics/kaplan-meier.ts';
import { logRank } from '../../analysis/statistics/log-rank.ts';
import { fixed, probability } from '../../analysis/words/numbers.ts';
import { conf, orNull, remark, sameLength, yesOrNo } from './inputs.ts';
import { statMethod, type StatMethod, type StatResult } from './method.ts';

const times = () => z.array(z.number().min(0)).max(100_000).describe('how long each was watched');
const events = () => z.array(yesOrNo()).describe('1: it happened then; 0: it was still open');

const kmInput = sameLength(z.strictObject({ time: times(), event: events(), conf: conf() }), 'time', 'event');
const logRankInput = sameLength(z.strictObject({
  time: times(), event: events(), conf: conf(), group: z.array(z.union([z.string(), z.number()])).describe('the group of each'),
}), 'time', 'event', 'group');
const ajInput = sameLength(z.strictObject({
  time: times(), cause: z.array(z.int().min(0).max(50)).describe('how each ended; 0: still open'),
  times: z.array(z.number().min(0)).optional().describe('at which times to say it; every time at which one ended when left out'),
  causes: z.array(z.string().regex(/^(?:[0-9]|[1-4][0-9]|50)=.+$/, { error: 'expected a number up to 50 and a name, "1=advance"' })).optional().describe('names of the causes, "1=advance"'),
  conf: conf(), layout: remark(),
}), 'time', 'cause');

const spellsOf = ({ time, event }: { readonly time: readonly number[]; readonly event: readonly boolean[] }): Spell[] => time.map((at, index) => ({ time: at, event: event[index] === true }));

const BANDS = { log: 'log', loglog: 'log-log', plain: 'plain' } as const satisfies Readonly<Record<string, Band>>;

/** Waiting: how long until something happens, with those for whom it has not happened yet. */
export const SURVIVAL_METHODS: readonly StatMethod[] = [
  statMethod({
    name: 'kaplan_meier', about: 'the share still open over time, its median and quartiles, with three kinds of band',
    input: kmInput, example: { time: [7, 22, 2, 20, 3, 4], event: [1, 1, 0, 0, 0, 1] },
    compute: (input) => (input.time.length === 0 ? { reason: 'Nothing was watched.' } : Object.fromEntries(Object.entries(BANDS).map(([key, band]) => [key, curve(spellsOf(input), band, input.conf)]))),
    says: (input) => {
      const { value, interval: [low, high] } = survivalQuantile(kaplanMeier(spellsOf(input), 'log-log', input.conf), 0.5);
      if (input.time.length === 0) return undefined;
      if (value === undefined) return 'Half have not ended within the time watched, so there is no median yet.';
      const from = low === undefined ? '' : ` (${high === undefined ? `${fixed(low, 1)} or more` : `${fixed(low, 1)} to ${fixed(high, 1)}`})`;
      return `Half have ended by ${fixed(value, 1)}${from}; ${input.event.filter((event) => !event).length} of ${input.time.length} were still open when last watched.`;
    },
  }),
  statMethod({
    name: 'logrank_test', about: 'whether groups end equally fast',
    input: logRankInput, example: { time: [1, 2, 3, 4, 6, 9], event: [1, 1, 1, 1, 0, 1], group: ['a', 'a', 'a', 'b', 'b', 'b'] },
    compute: (input) => {
      const found = logRank(grouped(input));
      return found ? { chisq: found.chiSquare, df: found.df, p: found.p } : { reason: 'Needs two groups and ends that are not all at once.' };
    },
    says: (input) => {
      const found = logRank(grouped(input));
      return found && `If all groups ended equally fast, a difference like this would come up with probability ${probability(found.p)}.`;
    },
  }),
  statMethod({
    name: 'aalen_johansen', about: 'the share that has ended in each way by a time, others counted as in competition',
    input: ajInput, example: { time: [3, 5, 5, 8, 13, 21], cause: [1, 2, 1, 0, 1, 2], times: [5, 10], causes: ['1=advance', '2=decline'] },
    compute: (input) => {
      const names = namesOf(input.causes ?? [], Math.max(0, ...input.cause));
      if (input.time.length === 0 || names.length === 0) return { reason: 'Nothing was watched, or nothing has ended.' };
      const incidence = aalenJohansen(input.time.map((time, index) => ({ time, cause: input.cause[index] ?? 0 })), names.length);
      const at = input.times ?? incidence.causes[0]?.map(({ time }) => time) ?? [];
      return Object.fromEntries(names.map((name, index) => {
        const found = at.map((time) => incidenceAt(incidence, index + 1, time, input.conf));
        return [name, { est: found.map((each) => orNull(each?.share)), var: found.map((each) => orNull(each?.variance)), lower: found.map((each) => orNull(each?.interval?.[0])), upper: found.map((each) => orNull(each?.interval?.[1])) }];
      }));
    },
  }),
];

function curve(spells: readonly Spell[], band: Band, level: number): StatResult {
  const found = kaplanMeier(spells, band, level);
  const median = survivalQuantile(found, 0.5);
  return {
    time: found.steps.map((step) => step.time), n_risk: found.steps.map((step) => step.atRisk), n_event: found.steps.map((step) => step.events),
    surv: found.steps.map((step) => step.survival), se: found.steps.map((step) => orNull(step.error)),
    lower: found.steps.map((step) => orNull(step.interval?.[0])), upper: found.steps.map((step) => orNull(step.interval?.[1])),
    median: orNull(median.value), median_lower: orNull(median.interval[0]), median_upper: orNull(median.interval[1]),
    q25: orNull(survivalQuantile(found, 0.25).value), q75: orNull(survivalQuantile(found, 0.75).value),
  };
}

function grouped(input: { readonly time: readonly number[]; readonly event: readonly boolean[]; readonly group: readonly (string | number)[] }): Spell[][] {
  const groups = Map.groupBy(spellsOf(input).map((spell, index) => ({ spell, group: input.group[index] })), ({ group }) => group);
  return [...groups.values()].map((each) => each.map(({ spell }) => spell));
}

/** Names by number from 1, as many as there are; a cause without one is `cause_3`. */
function namesOf(written: readonly string[], most: number): string[] {
  const named = new Map(written.map((each) => [Number(each.slice(0, each.indexOf('='))), each.slice(each.indexOf('=') + 1)]));
  return Array.from({ length: Math.max(most, ...named.keys()) }, (_, index) => named.get(index + 1) ?? `cause_${index + 1}`);
}
