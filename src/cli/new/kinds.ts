import type { Maker } from './maker.ts';

/** A kind of file that a person begins, before its code is loaded. */
export interface NewKind {
  readonly name: string;
  /** What stands after it on the command line. */
  readonly usage: string;
  readonly summary: string;
  load(): Promise<Maker>;
}

/** Everything `hire new` can begin, but rules, which belong to the engine. */
export const NEW_KINDS: readonly NewKind[] = [
  { name: 'candidate', usage: '--role <role> --source <source>', summary: 'an application under a pseudonym that is drawn', load: async () => (await import('./candidate.ts')).candidate },
  { name: 'score', usage: '<pseudonym> --by <person>', summary: 'an empty score with every criterion and its anchors', load: async () => (await import('./score.ts')).score },
  { name: 'role', usage: '<id>', summary: 'an opening, as a draft', load: async () => (await import('./role.ts')).role },
  { name: 'pipeline', usage: '<id>', summary: 'a process with its stages and its bar', load: async () => (await import('./pipeline.ts')).pipeline },
  { name: 'challenge', usage: '<id>', summary: 'a task with key and starter', load: async () => (await import('./challenge.ts')).challenge },
  { name: 'rubric', usage: '<id>', summary: 'a rubric, as a draft', load: async () => (await import('./rubric.ts')).rubric },
  { name: 'questions', usage: '<id>', summary: 'a questionnaire, a survey or a guide for interviewers', load: async () => (await import('./questions.ts')).questions },
  { name: 'message', usage: '<id> --on <occasion>', summary: 'a message to candidates', load: async () => (await import('./message.ts')).message },
  { name: 'guide', usage: '<id>', summary: 'a page of the candidates’ guide', load: async () => (await import('./pages.ts')).guide },
  { name: 'policy', usage: '<id>', summary: 'an internal policy', load: async () => (await import('./pages.ts')).policy },
  { name: 'person', usage: '<id>', summary: 'somebody who takes part in hiring', load: async () => (await import('./person.ts')).person },
  { name: 'calibration', usage: '<id> --rubric <rubric>', summary: 'a session in which all score the same samples', load: async () => (await import('./aftermath.ts')).calibration },
  { name: 'survey', usage: '--role <role> --outcome <end>', summary: 'one anonymous answer', load: async () => (await import('./aftermath.ts')).survey },
  { name: 'outcome', usage: '<pseudonym> --started <day>', summary: 'how a hire works out', load: async () => (await import('./aftermath.ts')).outcome },
];
