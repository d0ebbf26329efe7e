import { addDays } from '../../analysis/time/day.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { day } from '../../model/scalar.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Workspace } from '../../model/workspace.ts';
import { editYaml } from '../../store/edit-yaml.ts';
import { printWord } from '../../text/print-scalar.ts';
import { slug } from '../../text/slug.ts';
import { answer, oneOfThese } from '../ask.ts';
import { Mistake, type Context, type Input } from '../command.ts';
import { modeline } from '../new-files.ts';
import { wrongId } from '../new/id.ts';

/** How long people try it before they are asked. */
const TRIED_DAYS = 14;
const QUESTIONS = 'pilot-review';

/** What a pilot is made of. */
export interface Pilot {
  readonly title: string;
  readonly role: string;
  readonly pipeline: string;
  /** First day, and the day its people are asked. */
  readonly from: string;
  readonly askOn: string;
  readonly manager: Member;
  readonly others: readonly Member[];
}

interface Member {
  readonly id: string;
  readonly name: string;
}

/**
 * Asks what a pilot needs: one opening, one process, who decides, who tries it too, and when it begins.
 * @param today the day of the organisation, offered as nothing earlier than which it may begin
 */
export async function askPilot(context: Context, input: Input, workspace: Workspace, today: string): Promise<Pilot> {
  const pipelines = [...workspace.pipelines].filter(([, { value }]) => value.stages.some((stage) => stage.kind === 'offer')).map(([id]) => id);
  const title = (await answer(context, input, { option: 'title', ask: 'Which one opening do you try it with (its title)?', wrong: (said) => (wrongId(slug(said)) === undefined ? undefined : 'A title with letters is needed.') })).trim();
  const from = await answer(context, input, {
    option: 'from', ask: 'On which day does it begin?', fallback: nextMonday(today),
    wrong: (said) => (!day().safeParse(said).success ? `“${said}” is no day such as ${nextMonday(today)}.` : said < today ? `${said} has passed; a pilot begins today or later.` : undefined),
  });
  const pipeline = await answer(context, input, { option: 'pipeline', ask: `With which process (${pipelines.join(', ')})?`, fallback: pipelines.includes('senior-trial') ? 'senior-trial' : (pipelines[0] ?? ''), wrong: oneOfThese('pipeline', pipelines) });
  const manager = member(await answer(context, input, { option: 'manager', ask: 'Who decides (their name, as candidates read it)?', wrong: wrongName }));
  const with_ = await answer(context, input, {
    option: 'with', ask: 'Who tries it with them: two to four willing people who will score (names, with commas)?',
    wrong: (said) => said.split(',').map((name) => wrongName(name)).find((each) => each !== undefined),
  });
  const others = with_.split(',').map(member);
  const ids = [manager, ...others].map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Mistake(`Two people would have the id “${twice}”; write more of their names.`);
  return { title, role: `${slug(title)}-${from.slice(0, 4)}`, pipeline, from, askOn: addDays(from, TRIED_DAYS), manager, others };
}

/** The files a pilot brings: the opening, its people, what they are asked, and the plan. */
export function pilotFiles(pilot: Pilot, pipeline: Pipeline, today: string): ReadonlyMap<string, string> {
  const { manager, others } = pilot;
  const person = ({ id, name }: Member, roles: string): [string, string] => {
    const path = `content/people/${id}.yml`;
    return [path, `${modeline(path, 'person')}\nname: ${printWord(name)}\n# github: { login: …, id: … }      # the account whose pull requests are theirs; the numeric id decides\nroles: [${roles}]\nactive: { from: ${today} }\nlanguages: [en]\n`];
  };
  return new Map([
    person(manager, 'hiring-manager, reviewer, process-owner'),
    ...others.map((other) => person(other, 'reviewer')),
    [`content/roles/${pilot.role}.mdx`, opening(pilot, pipeline, today)],
    [`content/questions/${QUESTIONS}.yml`, questions()],
    ['content/policies/pilot.md', plan(pilot, pipeline)],
  ]);
}

/** The settings with the pilot in them. */
export function pilotSettings(text: string, { role, from, askOn }: Pilot): string {
  return editYaml(text, [{ set: ['pilot'], value: { role, from, ask_on: askOn, questions: QUESTIONS } }]);
}

function opening({ title, pipeline, from, manager, others }: Pilot, { stages }: Pipeline, today: string): string {
  const optional = stages.filter((stage) => stage.optional === true).map((stage) => stage.id);
  return `---
title: ${printWord(title)}
level: senior                   # as candidates read it: senior, junior, intern, …
stack: []
states:
${from > today ? `  - on: ${today}\n    is: draft\n    because: Being written\n` : ''}  - on: ${from}
    is: open
    because: The pilot begins
headcount: 1
pipeline: ${pipeline}
with: []                        # ${optional.length === 0 ? 'this process has no optional stages' : `optional stages to switch on: ${optional.join(', ')}`}
manager: ${manager.id}
panel: [${others.map(({ id }) => id).join(', ')}]
# pay: €70,000–80,000           candidates read it
---
What the work is, in a few lines.

## What you would do

## What you bring

## What we offer
`;
}

function questions(): string {
  const path = `content/questions/${QUESTIONS}.yml`;
  return `${modeline(path, 'questions')}
title: Two weeks of the pilot
for: team
intro: |
  To everybody who tried it, one at a time and before anybody speaks for the group. Write the answers down as they are said; what is
  mended because of them, and because of whom, is told to everybody afterwards.
questions:
  - id: time
    ask: How long did a score take you, from opening the work to the last word, and where did the time go?
    kind: text
  - id: stuck
    ask: Where did you not know what to do next, and what did you do then?
    kind: text
  - id: rubric
    ask: Which criterion could you not tell apart from another, or not find in the work?
    kind: text
  - id: sheet
    ask: What did you still keep in a sheet, a mail or your head?
    kind: text
  - id: candidates
    ask: Did anybody who applied wait longer than we had promised, or ask what comes next?
    kind: text
  - id: bar
    ask: Did the answer to the one question, and the reasons for it, get clearer than they used to be?
    kind: scale
    options: [much less clear, less clear, the same, clearer, much clearer]
  - id: keep
    ask: What should stay as it is?
    kind: text
  - id: drop
    ask: What should go?
    kind: text
  - id: again
    ask: Would you use it for the next opening if nobody asked you to?
    kind: scale
    options: ['no', rather not, undecided, rather yes, 'yes']
`;
}

function plan({ title, role, pipeline, from, askOn, manager, others }: Pilot, { stages }: Pipeline): string {
  const names = others.map(({ name }) => name).join(', ');
  return `---
title: Our pilot
summary: One opening, one process, from ${from}; on ${askOn} its people are asked.
---
We try this way of hiring with **one opening**, [${title}](/roles/${role}), and **one process**, [${pipeline}](/pipelines/${pipeline}): ${stages.filter((stage) => stage.optional !== true && stage.retired === undefined).map((stage) => stageTitle(stage).toLowerCase()).join(', ')}. Nothing else changes for anybody.

| | |
| --- | --- |
| Begins | ${from} |
| Decides, and answers candidates | ${manager.name} |
| Score | ${names} |
| Asked how it was | ${askOn}, with [nine questions](/questions/${QUESTIONS}) |

## Before it begins

1. Describe the opening in \`content/roles/${role}.mdx\`, with its pay.
2. Read the rubrics of the process together and score one sample apart; compare.
3. \`npx hire doctor\` says what this repository still needs.

## While it runs

- ${manager.name} begins the day with the Today page. Every candidate gets the answer on the day that was promised.
- Whoever scores keeps a list of what annoys, with the moment it did.
- Five applications are enough to learn from.

## On ${askOn}

Ask everybody the questions, one at a time. Then decide together and write it here:

- **Kept**:
- **Mended**:
- **Dropped**:

Tell everybody else what was changed because of whom. Then remove \`pilot:\` from \`content/settings.yml\`, and the next opening may ask to join. Nobody is made to.
`;
}

function member(name: string): Member {
  const said = name.trim();
  return { id: slug(said.split(/\s+/)[0] ?? ''), name: said };
}

function wrongName(said: string): string | undefined {
  const { id } = member(said);
  return wrongId(id) === undefined ? undefined : `“${said.trim()}” gives no id; write the name in Latin letters, you can change it in the file.`;
}

/** People begin on Mondays; today, if it is one. */
function nextMonday(today: string): string {
  for (let on = today; ; on = addDays(on, 1)) if (new Date(`${on}T00:00Z`).getUTCDay() === 1) return on;
}
