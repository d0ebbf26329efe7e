import { assign, type Assignment } from '../analysis/assign.ts';
import { wantOf } from '../analysis/assign-wants.ts';
import { candidateFacts, workspaceFacts } from '../analysis/candidate.ts';
import type { CandidateFacts, VisitFacts } from '../analysis/facts.ts';
import { officeOf } from '../analysis/time/office.ts';
import type { CandidateFolder } from '../model/workspace.ts';
import { listed } from '../model/words.ts';
import { withFolder } from '../moves/with-folder.ts';
import { answer, oneOfThese } from './ask.ts';
import { carryOutPanels, signature } from './assign/carry.ts';
import { panelChange, type Released } from './assign/panel-change.ts';
import { speechOf } from './assign/speech.ts';
import { flag, Mistake, type Command } from './command.ts';
import { openRecord, RECORD_OPTIONS } from './one-record.ts';
import type { Opened } from './open.ts';

const text = { type: 'string' } as const;
const REASONS = ['unavailable', 'conflict', 'left'] as const;

/** `hire release`: somebody who was asked is not waited for any more. */
export const release: Command = {
  name: 'release',
  summary: 'wait for a reviewer no longer, and ask another',
  usage: '<candidate> --person <person> --reason <reason>',
  help: `
Notes in the panel of the visit that somebody is released, from today on and why, and says who would be asked instead; --replace asks
them in the same commit. Without it the panel may be complete with one opinion less, and it says so. A score that was given by then
counts, unless the reason is a conflict. What connects the two of them stands in conflicts/<person>.yml, not here.

hire release teal-otter-7f --person bob --reason unavailable
hire release teal-otter-7f --person bob --reason unavailable --replace`,
  options: { ...RECORD_OPTIONS, person: text, reason: text, replace: { type: 'boolean' }, yes: { type: 'boolean' } },
  means: {
    role: ['which of their applications'], person: ['who is released', 'person'], reason: ['unavailable, conflict or left', 'reason'], replace: ['ask the next in order in the same commit'],
    by: ['who releases; stands in the commit'],
  },
  words: [1, 1],
  async run(context, input) {
    const { opened, facts } = await openRecord(context, input, 'release');
    const { visit, asked } = panelOf(facts);
    const person = await answer(context, input, { option: 'person', ask: 'Who is released?', wrong: oneOfThese(`person who is asked in ${visit.name}`, asked) });
    const reason = await answer(context, input, { option: 'reason', ask: `Why (${REASONS.join(', ')})?`, wrong: oneOfThese('reason', REASONS) });
    const released: Released = { person, reason: REASONS.find((each) => each === reason) ?? 'unavailable' };
    const after = await replacement(opened, facts, visit, released);
    const replaces = flag(input, 'replace');
    const office = officeOf(opened.workspace.calendar);
    const rows = replaces ? after.plan : [];
    const ask = rows.flatMap(({ proposed, asked, due }) => proposed.map(({ person: other }) => ({ person: other, asked, due, shadow: false })));
    const change = panelChange({ candidate: facts, visit, ask, release: released, members: [] }, office.zone.dayOf(opened.clock.now), office, opened.text);
    const names = ask.map((each) => each.person);
    return carryOutPanels(context, input, opened, rows, [change], {
      commitment: { message: `Release ${person} from ${visit.name} of ${facts.id}${names.length > 0 ? ` and ask ${listed(names)}` : ''}\n\nReason: ${reason}.\n${await signature(context, input, opened, 'Released')}`, branch: `hire/release-${facts.id}` },
      question: replaces ? `Release ${person}${names.length > 0 ? ` and ask ${listed(names)}` : ''}?` : undefined,
      before: replaces ? [] : notes(opened, facts, released, after),
      done: `${facts.id}  ${visit.name}  ${person}  released, ${reason}\n`,
      data: { released: { role: facts.role, candidate: facts.id, visit: visit.name, ...released }, next: after.plan.flatMap(({ proposed }) => proposed) },
    });
  },
};

/** Who is asked by name in the visit the candidate is in. @throws Mistake when nobody is */
function panelOf({ id, current: visit, closed, folder }: CandidateFacts): { readonly visit: VisitFacts; readonly asked: readonly string[] } {
  if (!visit || closed) throw new Mistake(`“${id}” is in no stage any more, so nobody is waited for.`);
  const asked = folder.panels.get(visit.name)?.value.reviewers.filter((place) => place.released === undefined).map((place) => place.person) ?? [];
  if (asked.length === 0) throw new Mistake(`Nobody is asked by name in ${visit.name} of “${id}”. To ask people: hire assign ${id}`);
  return { visit, asked };
}

interface After {
  readonly plan: readonly Assignment[];
  readonly facts: CandidateFacts;
}

/** The application once the person is released, and who would come instead. */
async function replacement(opened: Opened, { folder }: CandidateFacts, visit: VisitFacts, { person, reason }: Released): Promise<After> {
  const { workspace, clock } = opened;
  const today = officeOf(workspace.calendar).zone.dayOf(clock.now);
  const panel = folder.panels.get(visit.name);
  const reviewers = panel?.value.reviewers.map((place) => (place.person === person && place.released === undefined ? { ...place, released: today, reason } : place)) ?? [];
  const changed: CandidateFolder = panel ? { ...folder, panels: new Map(folder.panels).set(visit.name, { ...panel, value: { ...panel.value, reviewers } }) } : folder;
  const without = withFolder(workspace, changed);
  const facts = candidateFacts(without, changed, clock.now);
  // Complete only by this release: the panel lacks somebody all the same.
  const open = facts.current?.panel && visit.panel?.complete === false ? { ...facts, current: { ...facts.current, panel: { ...facts.current.panel, complete: false }, disagreements: [] } } : facts;
  const want = wantOf(without, open, today);
  const wants = want && want.count > 0 ? [want] : [];
  return { facts, plan: assign(without, workspaceFacts(without, clock.now), wants, { speech: await speechOf(opened, wants) }) };
}

function notes({ workspace }: Opened, before: CandidateFacts, { person, reason }: Released, { plan, facts }: After): string[] {
  const panel = facts.current?.panel;
  const scored = before.current?.scores.some((score) => score.person === person) === true;
  const opens = before.current?.panel?.complete === false && panel?.complete === true;
  const next = plan.flatMap(({ proposed }) => proposed);
  const hides = workspace.settings.value.scores.hidden_until === 'complete';
  return [
    ...(scored ? [`${person} has scored already; ${reason === 'conflict' ? 'with a conflict the score is shown and left out' : 'the score counts'}.`] : []),
    ...(opens ? [`With this the panel is complete with ${panel.scoresIn} of the scores the stage asks for${hides ? ', and the marks are shown' : ''}. To ask another as well: --replace`] : []),
    ...next.map(({ person: other, reasons }) => `Next in order: ${other} (${reasons.join(', ')}); --replace asks them.`),
  ];
}
