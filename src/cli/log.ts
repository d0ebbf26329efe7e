import type { CandidateFacts, VisitFacts } from '../analysis/facts.ts';
import { stageTerms } from '../analysis/stage-terms.ts';
import { officeOf } from '../analysis/time/office.ts';
import type { Challenge } from '../model/challenge.ts';
import { day } from '../model/scalar.ts';
import type { TrialLog } from '../model/trial-log.ts';
import { plural } from '../model/words.ts';
import { mayAsk, oneOfThese } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { withDay, withPayment } from './log/lines.ts';
import { carryOutChecked, edited, openRecord, RECORD_OPTIONS } from './one-record.ts';
import type { Opened } from './open.ts';
import { harmless } from '../report/terminal-text.ts';
import { whoActs } from './who.ts';

const text = { type: 'string' } as const;

/** `hire log`: the days of a paid trial, and what was paid. */
export const log: Command = {
  name: 'log',
  summary: 'a line for a day of a paid trial, or its payment',
  usage: '<candidate>',
  help: `
One line per day: what was done and seen, never a mark. Payments stand beside it; one that is not simply the trial’s pay says what for.
Without a note or a payment it shows the log.

hire log teal-otter-7f --note "First change merged; asked about split refunds" --hours 7.5
hire log teal-otter-7f --on 2026-11-12 --note "…" --by bob
hire log teal-otter-7f --paid "2000 EUR" --on 2026-11-20
hire log teal-otter-7f --paid "61.50 EUR" --for "train tickets"`,
  options: { ...RECORD_OPTIONS, visit: text, on: text, hours: text, note: text, paid: text, for: text },
  means: {
    by: ['who writes the line, or sent the money (default: me of .hire/local.yml)'], role: ['which application, where one name has several'], visit: ['which trial (default: the latest)'],
    on: ['the day (default: today)', 'day'], for: ['what else was paid', 'words'],
  },
  words: [1, 2],
  async run(context, input) {
    const { opened, facts } = await openRecord(context, input, 'log');
    const { visit, compensation } = trialOf(input, opened, facts);
    const path = `${facts.folder.path}/log/${visit.name}.yml`;
    const stored = facts.folder.logs.get(visit.name)?.value;
    if (stored === undefined && opened.workspace.broken.has(path)) throw new Mistake(`${path} cannot be read; “hire check” says what is wrong.`);
    const paid = paymentOf(input, compensation);
    const note = textOption(input, 'note') ?? (paid ? undefined : await noteOf(context, input, stored));
    if (note === undefined && !paid) return show(context, input, path, stored);
    const office = officeOf(opened.workspace.calendar);
    const on = textOption(input, 'on') ?? office.zone.dayOf(opened.clock.now);
    if (!day().safeParse(on).success) throw new Mistake(`--on takes a day such as 2026-11-20, found “${on}”.`);
    if (on > office.zone.dayOf(opened.clock.now)) throw new Mistake(`--on: ${on} is still to come.`);
    const hours = hoursOf(input);
    if (hours !== undefined && note === undefined) throw new Mistake('--hours belongs to a line of the log: say with --note what was done.');
    const last = lastDay(visit, (at) => office.zone.dayOf(Date.parse(at)));
    if (note !== undefined && textOption(input, 'on') === undefined && last !== undefined && on > last) throw new Mistake(`The trial of “${facts.id}” ended on ${last}. Which day was it? --on ${last}`);
    const by = await whoActs(context, input, opened, facts.role);
    refuseTwice(facts.id, stored, { on, by, note, paid });
    const before = opened.text(path);
    const after = edited(path, () => {
      const noted = note === undefined ? before : withDay(before, path, { on, by, ...(hours !== undefined && { hours }), note });
      return paid ? withPayment(noted, path, { on, by, ...paid }) : noted;
    });
    const what = [...(note !== undefined ? [`the day ${on}`] : []), ...(paid ? [`a payment of ${paid.amount} ${paid.currency}`] : [])].join(' and ');
    const code = await carryOutChecked(context, input, opened, [], [{ path, before, after }], { commitment: { message: `Log ${what} of the trial of ${facts.id}\n`, branch: `hire/log-${facts.id}` } });
    if (code === 0 && !flag(input, 'json')) context.stdout(`${path}\n`);
    return code;
  },
};

/** The trial that is meant: one that has begun. @throws Mistake */
function trialOf(input: Input, { workspace, clock }: Opened, facts: CandidateFacts): { readonly visit: VisitFacts; readonly compensation: Challenge['compensation'] } {
  const trials = facts.visits.filter((visit) => visit.kind === 'trial');
  const wanted = textOption(input, 'visit');
  const wrong = wanted === undefined ? undefined : oneOfThese(`trial of ${facts.id}`, trials.map((visit) => visit.name))(wanted);
  if (wrong !== undefined) throw new Mistake(`--visit: ${wrong}`);
  const visit = wanted === undefined ? trials.at(-1) : trials.find((each) => each.name === wanted);
  if (!visit) throw new Mistake(`“${facts.id}” has not been in a trial; what is seen elsewhere is evidence in a score.`);
  if (visit.bookedFor === undefined || Date.parse(visit.bookedFor) > clock.now) {
    throw new Mistake(`The trial of “${facts.id}” ${visit.bookedFor === undefined ? 'is not booked yet' : `begins on ${visit.bookedFor.slice(0, 10)}`}; until then there is nothing to write down.${visit.bookedFor === undefined ? `\nhire book ${facts.id} --for 2026-11-30T09:00` : ''}`);
  }
  const pipeline = workspace.pipelines.get(workspace.roles.get(facts.role)?.value.pipeline ?? '')?.value;
  const stage = pipeline?.stages.find((each) => each.id === visit.stage);
  return { visit, compensation: stage && stageTerms(workspace, stage, facts.role).challenge?.compensation };
}

/** The day a trial ended, once it has. */
function lastDay({ held, left }: VisitFacts, dayOf: (at: string) => string): string | undefined {
  const ended = held ?? left;
  return ended === undefined ? undefined : dayOf(ended);
}

/** `2000 EUR`, in one word or two; without a currency the one that the challenge states. */
function paymentOf(input: Input, compensation: Challenge['compensation']): { readonly amount: number; readonly currency: string; readonly for?: string } | undefined {
  const written = textOption(input, 'paid');
  const what = textOption(input, 'for');
  if (written === undefined) {
    if (what !== undefined) throw new Mistake('--for belongs to --paid.');
    if (input.words.length > 1) throw new Mistake(`hire log takes one candidate, found “${input.words.join(' ')}”.`);
    return undefined;
  }
  const [, amount = '', currency = compensation?.currency] = /^(\d{1,9}(?:\.\d{1,2})?)(?:\s*([A-Z]{3}))?$/.exec([written, ...input.words.slice(1)].join(' ').trim()) ?? [];
  if (amount === '' || Number(amount) === 0) throw new Mistake(`--paid takes an amount and its currency, 2000 EUR, found “${[written, ...input.words.slice(1)].join(' ')}”.`);
  if (currency === undefined) throw new Mistake('--paid: in which currency? Such as 2000 EUR.');
  return { amount: Number(amount), currency, ...(what !== undefined && { for: what }) };
}

/** The same command twice would double a line, or what was paid. @throws Mistake */
function refuseTwice(id: string, stored: TrialLog | undefined, { on, by, note, paid }: { readonly on: string; readonly by: string; readonly note: string | undefined; readonly paid: ReturnType<typeof paymentOf> }): void {
  const again = paid && stored?.paid.some((each) => each.on === on && each.amount === paid.amount && each.currency === paid.currency && each.for?.trim() === paid.for);
  if (again) throw new Mistake(`“${id}”: ${paid.amount} ${paid.currency}${paid.for === undefined ? '' : ` for ${paid.for}`} stand as paid on ${on} already.\nIf as much was paid again, say what for: --for "…"`);
  if (note !== undefined && stored?.days.some((each) => each.on === on && each.by === by && sameWords(each.note, note))) throw new Mistake(`“${id}”: that line of ${on} by ${by} stands in the log already.`);
}

function sameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}

function hoursOf(input: Input): number | undefined {
  const written = textOption(input, 'hours');
  if (written === undefined) return undefined;
  const hours = /^\d{1,2}(?:\.\d{1,2})?$/.test(written) ? Number(written) : 0;
  if (hours <= 0 || hours > 24) throw new Mistake(`--hours takes the hours of one day, 7.5, found “${written}”.`);
  return hours;
}

/** On a terminal the note is asked for; where nobody answers the log is shown. */
async function noteOf(context: Context, input: Input, stored: TrialLog | undefined): Promise<string | undefined> {
  if (!mayAsk(context, input)) return undefined;
  const last = stored?.days.at(-1);
  const said = await context.ask(`${last === undefined ? '' : `The last line is of ${last.on}, by ${last.by}. `}What was done and seen? (Enter: show the log) `);
  return said === '' ? undefined : said;
}

function show(context: Context, input: Input, path: string, stored: TrialLog | undefined): number {
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ path, days: stored?.days ?? [], paid: stored?.paid ?? [] })}\n`);
  else {
    context.stdout((stored?.days ?? []).map(({ on, by, hours, note }) => `${on}  ${by.padEnd(8)}  ${hours === undefined ? '' : `${hours} h  `}${harmless(note.replace(/\s+/g, ' ').trim())}\n`).join(''));
    context.stdout((stored?.paid ?? []).map(({ on, by, amount, currency, for: what }) => `${on}  ${by.padEnd(8)}  paid ${amount} ${currency}${what === undefined ? '' : ` for ${harmless(what.trim())}`}\n`).join(''));
    context.stderr(stored === undefined ? 'Nothing is written yet.\n' : `${plural(stored.days.length, 'day')}, ${plural(stored.paid.length, 'payment')}.\n`);
  }
  return 0;
}
