import { day } from '../../model/scalar.ts';
import { answer, oneOfThese } from '../ask.ts';
import { Mistake } from '../command.ts';
import { applicationOf } from './find.ts';
import { idOf, titleOf } from './id.ts';
import { fileMade, yaml } from './made.ts';
import type { Maker } from './maker.ts';

/** A calibration session with one sample to replace. */
export const calibration: Maker = async (making) => {
  const { context, input, opened: { root, workspace } } = making;
  const id = await idOf(making, 'a calibration session');
  const rubrics = [...workspace.rubrics].flatMap(([name, { versions }]) => (versions.size === 0 ? [] : [name]));
  const rubric = await answer(context, input, { option: 'rubric', ask: `Which rubric (${rubrics.join(', ')})?`, wrong: oneOfThese('frozen rubric', rubrics) });
  const version = Math.max(...workspace.rubrics.get(rubric)?.versions.keys() ?? []);
  const reviewers = [...workspace.people].filter(([, { value }]) => value.roles.includes('reviewer') && value.active.until === undefined).map(([name]) => name);
  if (reviewers.length === 0) throw new Mistake('There is nobody to calibrate: no person has roles: [reviewer]. “hire new person” adds one.');
  const path = `content/calibrations/${id}/session.yml`;
  return {
    id,
    files: [
      { root, path, text: yaml(path, 'session', `
title: ${titleOf(id)}
rubric: ${rubric}@${version}
state: open                       # while open, nobody sees the marks of others
reviewers: [${reviewers.join(', ')}]
tolerance: 1
`) },
      { root, path: `content/calibrations/${id}/samples/a.md`, text: 'The work that everybody scores apart: one that was made for it, or an old one of which nothing tells whose it was.\n' },
    ],
    next: [`Write the sample; then everybody scores it: hire calibrate score ${id}`],
  };
};

const ENDS = ['hired', 'declined', 'withdrew', 'expired', 'open'];

/** One answer to a survey, under a random token. */
export const survey: Maker = async (making) => {
  const { context, input, today, word, opened: { workspace } } = making;
  if (word !== undefined) throw new Mistake('The token of a survey is drawn at random, so that it tells nothing.');
  const role = await answer(context, input, { option: 'role', ask: 'For which role?', wrong: oneOfThese('role', workspace.roles.keys()) });
  const sets = [...workspace.questions].filter(([, { value }]) => value.for === 'survey').map(([id]) => id);
  const set = await answer(context, input, { option: 'questions', ask: `Which questions (${sets.join(', ')})?`, ...(sets.length === 1 && sets[0] !== undefined ? { fallback: sets[0] } : {}), wrong: oneOfThese('set for surveys', sets) });
  const outcome = await answer(context, input, { option: 'outcome', ask: `How did it end for this person (${ENDS.join(', ')})?`, wrong: oneOfThese('such end', ENDS) });
  const token = drawToken((limit) => context.random.below(limit));
  const asked = workspace.questions.get(set)?.value.questions ?? [];
  return fileMade(making, token, `content/surveys/${role}/${token}.yml`, (path) => yaml(path, 'survey', `
questions: ${set}
month: ${today.slice(0, 7)}                    # month only
outcome: ${outcome}
# recommend: 0 to 10
answers: {}
${asked.map((question) => `#   ${question.id}:  ${question.ask.replace(/\s+/g, ' ')}${question.options ? ` (${question.kind === 'scale' ? `1 to ${question.options.length}` : question.options.join(' | ')})` : ''}`).join('\n')}
`), ['Commit answers in batches: a commit of its own would tell when it came.']);
};

/** Eight signs with a letter and a digit among them. */
function drawToken(below: (limit: number) => number): string {
  const signs = '23456789abcdefghjkmnpqrstvwxyz';
  for (;;) {
    const token = Array.from({ length: 8 }, () => signs.charAt(below(signs.length))).join('');
    if (/[a-z]/.test(token) && /\d/.test(token)) return token;
  }
}

/** How a hire works out; reviews are added after 30, 90, 180 and 365 days. */
export const outcome: Maker = async (making) => {
  const { context, input } = making;
  const folder = applicationOf(making, 'outcome');
  if (!folder.record?.value.events.some((event) => event.event === 'hired')) throw new Mistake(`“${folder.id}” was not hired; an outcome tells how a hire works out.`);
  const started = await answer(context, input, { option: 'started', ask: 'First working day?', wrong: (said) => (day().safeParse(said).success ? undefined : `“${said}” is no day such as 2026-12-01.`) });
  return fileMade(making, folder.id, `content/outcomes/${folder.role}/${folder.id}.yml`, (path) => yaml(path, 'outcome', `
started: ${started}
reviews: []
#   - { day: 90, on: 2027-03-01, by: dana, marks: { correctness: 3 }, performance: 4, again: yes }
`), ['Add a review after 30, 90, 180 and 365 days, by the criteria of the hiring.']);
};
