import { officeOf } from '../analysis/time/office.ts';
import { identityFolder } from '../identity/folder.ts';
import { readLocalSettings } from '../identity/local-settings.ts';
import { parseDuration, type Duration } from '../model/duration.ts';
import type { Workspace } from '../model/workspace.ts';
import { plural } from '../model/words.ts';
import { planExtension, type PlannedExtension } from '../moves/extend.ts';
import type { RefusedMove } from '../moves/move.ts';
import { momentWords } from '../moves/where.ts';
import { APPLY_OPTIONS, readyToWrite, type Commitment } from './apply.ts';
import { mayAsk } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Input } from './command.ts';
import { carryOutRows } from './moves/carry-out.ts';
import { chooseCandidates, FILTER_OPTIONS } from './moves/chosen.ts';
import { letterOf, type Letter } from './moves/letters.ts';
import type { PlanRow } from './moves/preview.ts';
import { openTree } from './open.ts';
import { rootOf } from './root.ts';
import { whoActs } from './who.ts';

const text = { type: 'string' } as const;
const given = { type: 'boolean' } as const;

/** `hire extend`: extra time, for any cause alike. */
export const extend: Command = {
  name: 'extend',
  summary: 'give candidates more time, for whatever cause',
  usage: '<candidate>… --extra <duration>',
  help: `
Adds the time to the record, shows the old and the new date, and leaves a draft that moves the entry in the candidate’s calendar.
Works after the deadline too. The cause is not written here: nobody can tell an outage from a holiday or an accommodation.

hire extend teal-otter-7f --extra 24h
hire extend teal-otter-7f --extra "3 days" --stage technical-challenge   also for a stage to come; several with commas
hire extend --role senior-backend-2026 --phase working --extra 24h      everybody at work, after an outage`,
  options: { ...FILTER_OPTIONS, ...APPLY_OPTIONS, now: text, today: text, 'no-cache': given, by: text, extra: text, again: given, yes: given, sent: given, 'no-message': given },
  means: { again: ['as much again as was given today already'], by: ['who grants it (default: me of .hire/local.yml)'], role: ['those of this opening; with a name, which of its applications'], source: ['those who came from here'], stage: ['with names: the stages it holds in; without: those who are in it'] },
  words: [0, 1000],
  async run(context, input) {
    await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
    const opened = await openTree(context, input);
    const { workspace, clock } = opened;
    const extra = extraOf(input);
    // With names, --stage says where the time holds; it filters only where nobody is named.
    const stages = input.words.length > 0 ? textOption(input, 'stage')?.split(',').map((stage) => stage.trim()) : undefined;
    const { stage: _, ...unfiltered } = input.options;
    const chosen = chooseCandidates(stages ? { ...input, options: unfiltered } : input, opened, 'extend');
    const roles = new Set(chosen.candidates.map((facts) => facts.role));
    if (chosen.candidates.length === 0) {
      context.stderr('Nobody matches.\n');
      return carryOutRows(context, input, opened, [], [], { commitment: commitment([], extra) });
    }
    const by = await whoActs(context, input, opened, roles.size === 1 ? [...roles][0] : undefined);
    const identities = identityFolder(readLocalSettings(opened.root).settings.identities);
    const rows: PlanRow[] = [];
    const planned: PlannedExtension[] = [];
    const refused: RefusedMove[] = [];
    for (const facts of chosen.candidates) {
      const identity = await identities.find(facts.id);
      const plan = planExtension(workspace, facts, { by, at: clock.now, extra, ...(stages && { stages }), once: !flag(input, 'again') }, opened.text, identity?.language);
      if (!('adjustment' in plan)) {
        refused.push(plan);
        continue;
      }
      planned.push(plan);
      const letter = plan.call && !flag(input, 'no-message') ? letterOf(workspace, { folder: plan.after, call: plan.call, extra: extra.text }, clock.now, identity, by) : undefined;
      rows.push({ ...rowOf(workspace, plan, letter), identity });
    }
    const [only] = refused;
    if (only && !chosen.filtered && (chosen.candidates.length === 1 || !mayAsk(context, input))) throw new Mistake(`${only.message}\n${only.hint}`);
    const ask = chosen.filtered || chosen.candidates.length > 1;
    return carryOutRows(context, input, opened, rows, planned.flatMap((plan) => plan.changes), { refused, ask, commitment: commitment(planned, extra) }, by);
  },
};

function extraOf(input: Input): Duration {
  const written = textOption(input, 'extra');
  const extra = written === undefined ? undefined : parseDuration(written);
  if (extra && extra.from === extra.to && extra.to > 0) return extra;
  throw new Mistake(written === undefined ? '--extra is missing: how much time, such as 24h or “3 days”?' : `--extra takes one duration such as 24h or “3 days”, found “${written}”.`);
}

function rowOf(workspace: Workspace, plan: PlannedExtension, letter: Letter | undefined): Omit<PlanRow, 'identity'> {
  const office = officeOf(workspace.calendar);
  const { role, candidate, visit, adjustment, moved, notes } = plan;
  const from = moved ? momentWords(office, moved.from.at) : '–';
  const to = moved ? momentWords(office, moved.to.at) : '–';
  const what = moved?.what === 'start-by' ? 'to start' : 'to hand in';
  return {
    candidate, letter, notes,
    cells: { stage: visit, extra: adjustment.extra.text, until: from, now: to },
    done: `${visit}  ${adjustment.extra.text} more${moved ? `  ${what} until ${to} (was ${from})` : ''}`,
    data: {
      role, candidate, visit, extra: adjustment.extra.text, stages: adjustment.stages, notes,
      until: moved ? { what: moved.what, from: office.zone.instantText(moved.from.at), to: office.zone.instantText(moved.to.at) } : null,
    },
  };
}

function commitment(planned: readonly PlannedExtension[], extra: Duration): Commitment {
  const [first] = planned;
  if (first && planned.length === 1) return { message: `Give ${first.candidate} ${extra.text} more in ${first.adjustment.stages.join(', ')}\n`, branch: `hire/extend-${first.candidate}` };
  return {
    message: `Give ${plural(planned.length, 'candidate')} ${extra.text} more\n\n${planned.map((plan) => `${plan.candidate} in ${plan.adjustment.stages.join(', ')}`).join('\n')}\n`,
    branch: `hire/extend-${planned.length}-${first?.role ?? ''}`,
  };
}
