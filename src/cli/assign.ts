import { assign, type Assignment } from '../analysis/assign.ts';
import { workspaceFacts } from '../analysis/candidate.ts';
import { listed, plural } from '../model/words.ts';
import { APPLY_OPTIONS, readyToWrite, type Commitment } from './apply.ts';
import { oneOfThese } from './ask.ts';
import { carryOutPanels, changesOf, signature } from './assign/carry.ts';
import { speechOf } from './assign/speech.ts';
import { namedWants, scopeWants } from './assign/wants.ts';
import { flag, Mistake, textOption, type Command, type Input } from './command.ts';
import { openTree, type Opened } from './open.ts';
import { rootOf } from './root.ts';

const text = { type: 'string' } as const;
const given = { type: 'boolean' } as const;

/** `hire assign`: who should score, and why them. */
export const assignCommand: Command = {
  name: 'assign',
  summary: 'propose who scores, with reasons, and ask them',
  usage: '<candidate>… | --role <role> | --all',
  help: `
Proposes people of the role’s panel for every visit that waits for scores and lacks them: trained on that rubric version, with room in
their week, with fresh eyes, or where a talk is about earlier work, those who know it. Never who declared a conflict, has left or was
released from the visit; the manager only when nobody else is there. Others are asked once the panel is exhausted, and it says so.
A score is due two business days before the answer is, and never before the next business day.
A candidate who is named may be at work still, and may wait to be screened. Where those who scored stand apart, one more is proposed.
Exit code 1 when somebody is still missing.

hire assign teal-otter-7f                  shows whom and why, and asks before it writes
hire assign --role senior-backend-2026     everybody in the opening; --all for all openings
hire assign teal-otter-7f --person bob     this person, who is still held against conflicts and dates
hire assign teal-otter-7f --shadow farid   and a trainee, whose score does not count
hire assign --all --third                  also one more where reviewers stand apart`,
  options: { role: text, all: given, person: text, visit: text, shadow: text, third: given, by: text, yes: given, now: text, today: text, 'no-cache': given, ...APPLY_OPTIONS },
  means: {
    role: ['everybody in this opening; with a name, which of its applications'], all: ['every opening'], person: ['ask this person and nobody else', 'person'], visit: ['only if they are in this visit'],
    shadow: ['a trainee beside those who count', 'person'], third: ['one more than the stage asks for'], by: ['who asks; stands in the commit (default: me of .hire/local.yml)'],
  },
  words: [0, 1000],
  async run(context, input) {
    await readyToWrite(context, rootOf(context, input), { dryRun: flag(input, 'dry-run') });
    const opened = await openTree(context, input);
    const { workspace, clock } = opened;
    const [person, shadow] = ['person', 'shadow'].map((option) => personOf(input, opened, option));
    if ((person !== undefined || shadow !== undefined) && input.words.length !== 1) throw new Mistake(`--${person === undefined ? 'shadow' : 'person'} goes with one candidate who is named.`);
    if (person !== undefined && person === shadow) throw new Mistake('--person and --shadow name the same person: a score either counts or does not.');
    const facts = workspaceFacts(workspace, clock.now);
    const { wants, said } = input.words.length > 0 ? namedWants(input, opened, facts, person !== undefined || shadow !== undefined) : scopeWants(input, opened, facts);
    const plan = assign(workspace, facts, wants, { speech: await speechOf(opened, wants), ...(person !== undefined && { person }), ...(shadow !== undefined && { trainee: shadow }) });
    for (const { passedOver, trainee } of plan) {
      if (person !== undefined && passedOver[0]) throw new Mistake(`${person} cannot be asked: ${person} ${passedOver[0].because}.`);
      if (trainee?.objection !== undefined) throw new Mistake(`${trainee.person} cannot be asked: ${trainee.person} ${trainee.objection}.`);
    }
    return carryOutPanels(context, input, opened, plan, changesOf(opened, plan), {
      commitment: commitmentOf(plan, await signature(context, input, opened, 'Asked')), before: said,
      question: person === undefined ? `Ask ${listed([...new Set(plan.flatMap(asked))].sort())}?` : undefined,
      next: ['“hire due --person <person>” shows it to them; where the daily workflow runs, so does their issue.'],
    });
  },
};

function personOf(input: Input, { workspace }: Opened, option: string): string | undefined {
  const said = textOption(input, option);
  const wrong = said === undefined ? undefined : oneOfThese('person', workspace.people.keys())(said);
  if (wrong !== undefined) throw new Mistake(`--${option}: ${wrong}`);
  return said;
}

function asked({ proposed, trainee }: Assignment): string[] {
  return [...proposed.map(({ person }) => person), ...(trainee === undefined ? [] : [trainee.person])];
}

function commitmentOf(plan: readonly Assignment[], signed: string): Commitment {
  const rows = plan.filter((row) => asked(row).length > 0);
  const [first] = rows;
  if (first && rows.length === 1) return { message: `Ask ${listed(asked(first))} to score ${first.candidate.id} in ${first.visit.name}\n${signed}`, branch: `hire/assign-${first.candidate.id}` };
  const lines = rows.map((row) => `${row.candidate.id} in ${row.visit.name}: ${asked(row).join(', ')}\n`).join('');
  return { message: `Ask who scores ${plural(rows.length, 'candidate')}\n\n${lines}${signed}`, branch: `hire/assign-${rows.length}-candidates` };
}
