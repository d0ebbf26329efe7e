import type { Explanation } from './explanation.ts';

/** Explanations of the codes `pipeline/…`. */
export const pipeline: readonly Explanation[] = [
  {
    code: 'pipeline/duplicate-stage', severity: 'error', title: 'Two stages have one id',
    why: 'Events could not tell which one is meant.',
    wrong: 'two stages - id: talk',
    right: '- id: talk and - id: talk-two',
  },
  {
    code: 'pipeline/stage-order', severity: 'error', title: 'The stages are in an order that cannot be',
    why: 'An application begins with screening and ends with a decision, then the offer.',
    wrong: 'offer before decision',
    right: 'decision, then offer',
  },
  {
    code: 'pipeline/weights-sum', severity: 'error', title: 'The weights of the stages do not add up to 100',
    why: 'The overall score of a candidate is the weighted mean of the stages.',
    wrong: 'weight: 60 % and weight: 30 %',
    right: 'weight: 60 % and weight: 40 %',
  },
  {
    code: 'pipeline/optional-weight', severity: 'error', title: 'An optional stage has a weight',
    why: 'Candidates of roles with and without the stage could not be compared.',
    wrong: 'optional: true\nweight: 10 %',
    right: 'optional: true',
  },
  {
    code: 'pipeline/unscored-weight', severity: 'error', title: 'A stage that nobody scores has a weight',
    why: 'The weight would count nothing, and the others would not add up.',
    wrong: '{ id: decision, kind: final, weight: 10 % }',
    right: '{ id: decision, kind: final }',
  },
  {
    code: 'pipeline/no-rubric', severity: 'error', title: 'A stage has no rubric',
    why: 'Without a rubric reviewers judge by taste, and their scores cannot be compared.',
    wrong: '{ id: talk, kind: interview }',
    right: '{ id: talk, kind: interview, rubric: interview }',
  },
  {
    code: 'pipeline/rubric-kind', severity: 'warning', title: 'The rubric is for another kind of stage',
    why: 'Its anchors speak of things that this stage does not show.',
    wrong: 'kind: interview with a rubric for take-home',
    right: 'a rubric for interviews',
  },
  {
    code: 'pipeline/no-questions', severity: 'error', title: 'Screening asks no questions',
    why: 'A CV alone shows little; a written answer shows how somebody thinks.',
    wrong: '{ id: application, kind: screening }',
    right: 'questions: application-senior',
  },
  {
    code: 'pipeline/no-challenge', severity: 'error', title: 'A stage has nothing to do',
    why: 'Work that is handed in needs a task, an honest effort and a window.',
    wrong: '{ id: task, kind: take-home }',
    right: 'challenge: task-api',
  },
  {
    code: 'pipeline/challenge-kind', severity: 'error', title: 'The challenge is of another kind',
    why: 'Its deadline, messages and events would not fit the stage.',
    wrong: 'kind: code-review with a take-home challenge',
    right: 'kind: take-home',
  },
  {
    code: 'pipeline/discusses', severity: 'error', title: 'A talk discusses something that is not handed in before',
    why: 'The interviewers would have nothing to talk about.',
    wrong: 'discusses: trial (which comes later)',
    right: 'discusses: technical-challenge',
  },
  {
    code: 'pipeline/no-communication', severity: 'warning', title: 'A process never judges communication',
    why: 'Judging code and not how it is explained is one of the common mistakes: the ability to explain matters as much.',
    wrong: 'communication: elsewhere in every rubric',
    right: 'communication: [explanation] in one of them',
  },
  {
    code: 'pipeline/no-collaboration', severity: 'warning', title: 'A process never judges how somebody works with others',
    why: 'Working apart does not mean working alone; skipping it is one of the common mistakes.',
    wrong: 'collaboration: [] in every rubric',
    right: 'collaboration: [working-together] in one of them',
  },
  {
    code: 'pipeline/too-much-unpaid', severity: 'warning', title: 'A process asks for more than eight unpaid hours',
    why: 'People with a job and a family cannot give them, and good people need not.',
    wrong: '10.5 h unpaid',
    right: '6.5 h unpaid',
  },
  {
    code: 'pipeline/too-many-days', severity: 'warning', title: 'A process takes more than 45 days',
    why: 'Good people have signed somewhere else by then.',
    wrong: '61 days from application to answer',
    right: '43 days',
  },
  {
    code: 'pipeline/collaboration-not-asked', severity: 'warning', title: 'A process never asks how somebody works with others',
    why: 'A rubric that judges it without a question gets marks without evidence. Ask about collaboration style and work preferences.',
    wrong: '- { id: why, ask: Why did you decide so?, kind: text }',
    right: '- { id: together, ask: How do you like to work with others?, kind: text, criterion: working-together }',
  },
];
