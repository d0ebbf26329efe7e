import { ANSWER_WITHIN } from '../analysis/accommodations.ts';
import type { CandidateFacts } from '../analysis/facts.ts';
import { officeOf } from '../analysis/time/office.ts';
import { editIdentity } from '../identity/write.ts';
import type { IdentityRecord } from '../identity/identity-schema.ts';
import { readLocalSettings } from '../identity/local-settings.ts';
import { templateFor } from '../messages/call.ts';
import { plural } from '../model/words.ts';
import { planExtension, type PlannedExtension } from '../moves/extend.ts';
import { put } from '../outbox/outbox.ts';
import type { YamlEdit } from '../store/edit-yaml.ts';
import type { Printable } from '../text/print-scalar.ts';
import { placeOf, saidOf, type Said } from './accommodate/request.ts';
import { reportMarkdown, reportOf } from './accommodate/report.ts';
import { stagesAhead } from './accommodate/stages.ts';
import { APPLY_OPTIONS, readyToWrite } from './apply.ts';
import { flag, Mistake, type Command, type Context, type Input } from './command.ts';
import { folderFor, type OpenFolder } from './import/identities.ts';
import { carryOutRows } from './moves/carry-out.ts';
import { chooseCandidates } from './moves/chosen.ts';
import { letterOf, type Letter } from './moves/letters.ts';
import { openTree, type Opened } from './open.ts';
import { rootOf } from './root.ts';
import { whoActs } from './who.ts';

const text = { type: 'string' } as const;
const given = { type: 'boolean' } as const;

/** `hire accommodate`: what a candidate needs to show their work, outside the repository; and how we answer. */
export const accommodate: Command = {
  name: 'accommodate',
  summary: 'what a candidate needs, and what was arranged; how fast and how evenly we answer',
  usage: '[<candidate>]',
  help: `
Writes a request and its answer to the identity, outside the repository. Extra time becomes a line in the record that says nothing of the cause:
it looks like that of hire extend. It holds in every later stage with work to hand in, unless --stage says where. Without a candidate: a report
from the folder of the identities, how fast requests are answered and whether like requests are answered alike.

hire accommodate teal-otter-7f --kind time --reason "in the person’s words, if they gave any"
hire accommodate teal-otter-7f --grant "a day more in every task" --extra 24h
hire accommodate teal-otter-7f --kind format --grant "questions a day before"
hire accommodate teal-otter-7f --refuse "cannot be judged; offered a call instead" --with elif
hire accommodate > quarter.md`,
  options: {
    now: text, today: text, 'no-cache': given, kind: text, reason: text, asked: text, grant: text, refuse: text, extra: text, stage: { type: 'string', multiple: true }, role: text, by: text, with: text,
    sent: given, 'no-message': given, ...APPLY_OPTIONS,
  },
  means: {
    kind: ['what kind of change: time, format, schedule, tools, language, other'], reason: ['what for, in the person’s words; none is needed', 'words'], asked: ['when they asked (default: today)', 'day'],
    grant: ['what was arranged', 'words'], refuse: ['why not', 'words'], extra: ['extra time', 'duration'], stage: ['where the extra time holds (default: here and in every later stage with work to hand in)'],
    by: ['who decides (default: me of .hire/local.yml)'], with: ['who else was asked; a no needs a second pair of eyes', 'person'], role: ['which of the candidate’s applications'],
  },
  words: [0, 1],
  async run(context, input) {
    const root = rootOf(context, input);
    const [candidate] = input.words;
    if (candidate === undefined) return report(context, input, root);
    await readyToWrite(context, root, { dryRun: flag(input, 'dry-run') });
    const folder = folderFor(root, 'What a person needs is kept with their identity');
    const opened = await openTree(context, input);
    const today = officeOf(opened.workspace.calendar).zone.dayOf(opened.clock.now);
    const said = saidOf(input, today, opened.workspace.people.keys());
    const { stage: _, ...unfiltered } = input.options;
    const [facts] = chooseCandidates({ ...input, options: unfiltered }, opened, 'accommodate').candidates;
    const identity = await folder.identities.record(candidate);
    if (!facts || !identity) throw new Mistake(`The folder of the identities has nobody called ${candidate}. Add ${folder.path}/${candidate}/identity.yml with at least a name.`);
    return said.decision ? decide(context, input, opened, folder, facts, identity, said, today) : note(context, input, folder, facts.id, identity, said);
  },
};

async function report(context: Context, input: Input, root: string): Promise<number> {
  const [option] = Object.keys(input.options).filter((each) => ['kind', 'reason', 'grant', 'refuse', 'extra', 'stage'].includes(each));
  if (option !== undefined) throw new Mistake(`--${option} is about one candidate: hire accommodate teal-otter-7f --${option} …`);
  const folder = folderFor(root, 'The report is made from the identities');
  const { workspace, clock } = await openTree(context, input);
  const made = await reportOf(workspace, folder.identities, clock.now);
  context.stdout(flag(input, 'json') ? `${JSON.stringify(made)}\n` : reportMarkdown(made));
  return 0;
}

/** Writes a request down; nothing of it enters the repository. */
async function note(context: Context, input: Input, folder: OpenFolder, candidate: string, { accommodations }: IdentityRecord, { kind, asked, reason }: Said): Promise<number> {
  const twin = accommodations.some((each) => each.decision === 'open' && each.kind === kind && each.asked === asked && each.reason?.trim() === reason?.trim());
  if (twin) context.stderr('That request is written down already.\n');
  else if (flag(input, 'dry-run')) context.stderr(`Would write the request to the identity of ${candidate}.\n`);
  else {
    editIdentity(folder.path, candidate, [{ append: ['accommodations'], value: { asked, kind, reason, decision: 'open' } }]);
    context.stderr(`Written down with the identity, outside the repository. Answer within ${plural(ANSWER_WITHIN, 'business day')}: hire accommodate ${candidate} --grant "what was arranged"\n`);
  }
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ candidate, written: !twin && !flag(input, 'dry-run') })}\n`);
  return 0;
}

async function decide(context: Context, input: Input, opened: Opened, folder: OpenFolder, facts: CandidateFacts, identity: IdentityRecord, said: Said, today: string): Promise<number> {
  const { clock, root } = opened;
  const { id: candidate } = facts;
  const { decision, extra } = said;
  const by = await whoActs(context, input, opened, facts.role);
  const place = placeOf(identity.accommodations, said, by, today, candidate);
  const extension = extra && decision?.is === 'granted' ? extensionOf(opened, facts, said, by, today, identity.language) : undefined;
  const applied = extension && isGiven(facts, extension);
  // The decision goes first: a run that is killed before the record is written finds it again, and finishes.
  if (!flag(input, 'dry-run') && place.is !== 'decided') editIdentity(folder.path, candidate, editsOf(identity, place, said, by, today, extension?.adjustment.stages));
  if (decision?.is === 'declined') {
    context.stderr(`${flag(input, 'dry-run') ? 'Would be written' : 'Written'} down with the identity. No template says no: write yourself, offer something else, and say who else they may turn to.\n`);
    if (said.with === undefined) context.stderr('A no needs a second pair of eyes: ask a process owner, and name them with --with.\n');
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ candidate, written: !flag(input, 'dry-run') && place.is !== 'decided', files: [] })}\n`);
    return 0;
  }
  const person = await folder.identities.find(candidate);
  const letter = flag(input, 'no-message') ? undefined : letterFor(opened, facts, extension, person, by);
  if (extension && !applied) {
    const { visit, adjustment, notes } = extension;
    const row = { candidate, identity: person, letter, notes, cells: { stage: visit, extra: adjustment.extra.text, in: adjustment.stages.join(', ') }, done: `${visit}  ${adjustment.extra.text} more in ${adjustment.stages.join(', ')}`, data: { role: facts.role, candidate, visit, extra: adjustment.extra.text, stages: adjustment.stages, notes } };
    // The same words and the same branch as any other extra time.
    return carryOutRows(context, input, opened, [row], extension.changes, { commitment: { message: `Give ${candidate} ${adjustment.extra.text} more in ${adjustment.stages.join(', ')}\n`, branch: `hire/extend-${candidate}` } }, by);
  }
  if (applied) context.stderr('The extra time stands in the record already.\n');
  const drafts = flag(input, 'dry-run') || !letter ? [] : await put(root, [letter.draft], { from: readLocalSettings(root).settings.mail?.from, now: clock.now });
  context.stderr(flag(input, 'dry-run') ? 'Nothing was changed (--dry-run).\n' : 'Written down with the identity; nothing of it is in the repository.\n');
  for (const { path } of drafts) context.stderr(`A draft lies in ${path}. Read it, change what you like, then: hire send\n`);
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ candidate, written: !flag(input, 'dry-run') && place.is !== 'decided', files: [], drafts: drafts.map(({ id, path }) => ({ id, path })) })}\n`);
  return 0;
}

/** @throws Mistake when the time moves nothing */
function extensionOf({ workspace, clock, text: textOf }: Opened, facts: CandidateFacts, { extra, stages: named }: Said, by: string, today: string, language: string | undefined): PlannedExtension | undefined {
  if (!extra) return undefined;
  const stages = named.length > 0 ? named : stagesAhead(workspace, facts, today);
  if (stages.length === 0) throw new Mistake(`No date of ${facts.id} is running, and no work is to be handed in later: extra time would move nothing. Leave --extra out, or say --stage.`);
  const plan = planExtension(workspace, facts, { by, at: clock.now, extra, stages }, textOf, language);
  if (!('adjustment' in plan)) throw new Mistake(`${plan.message}\n${plan.hint}`);
  return plan;
}

/** Whether the record has this very line already: a run was repeated. */
function isGiven({ folder }: CandidateFacts, { adjustment }: PlannedExtension): boolean {
  return (folder.record?.value.adjustments ?? []).some(({ stages, extra, by, on }) => by === adjustment.by && on === adjustment.on && extra.text === adjustment.extra.text && stages.join() === adjustment.stages.join());
}

/** Where a date moves now, the letter is the one that any other extra time calls for: the record of what was sent then tells nothing either. */
function letterFor({ workspace, clock }: Opened, facts: CandidateFacts, extension: PlannedExtension | undefined, person: Parameters<typeof letterOf>[3], by: string): Letter | undefined {
  const moved = extension?.moved ? extension.call : undefined;
  const call = moved ?? templateFor(workspace, { on: 'accommodation', at: facts.current?.kind }, person?.language);
  return call && letterOf(workspace, { folder: extension?.after ?? facts.folder, call, extra: extension?.adjustment.extra.text }, clock.now, person, by);
}

function editsOf({ accommodations }: IdentityRecord, place: { readonly at: number; readonly is: 'open' | 'new' | 'decided' }, said: Said, by: string, today: string, stages: readonly string[] | undefined): YamlEdit[] {
  const { kind, asked, reason, decision, extra } = said;
  const answered: Record<string, Printable | undefined> = {
    decision: decision?.is, decided: today, by, with: said.with, note: decision?.note, extra: extra?.text, ...(stages && { stages: [...stages] }),
  };
  if (place.is === 'new') return [{ append: ['accommodations'], value: { asked, kind, reason, ...answered } }];
  const before = accommodations[place.at];
  const more = { ...(before?.kind === undefined && { kind }), ...(before?.reason === undefined && { reason }), ...answered };
  return Object.entries(more).flatMap(([key, value]): YamlEdit[] => (value === undefined ? [] : [{ set: ['accommodations', place.at, key], value }]));
}
