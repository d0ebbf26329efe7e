import type { Command } from './command.ts';

/** A command before it is loaded: enough for the list of commands, and to find it by name. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list of commands; the command says the same. */
  readonly summary: string;
  /** Loads the command with everything it needs, and nothing that others need. */
  load(): Promise<Command>;
}

/** Every command, in the order in which people need them. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: 'start', summary: 'check, build and show the site; of a candidate: their window begins', load: async () => (await import('./moves/start.ts')).startCommand },
  { name: 'init', summary: 'make the example your own', load: async () => (await import('./init.ts')).init },
  { name: 'doctor', summary: 'what this repository and this machine still need', load: async () => (await import('./doctor.ts')).doctor },
  { name: 'check', summary: 'find everything that is wrong with the content', load: async () => (await import('./check.ts')).check },
  { name: 'explain', summary: 'why a problem matters, with a wrong and a right example', load: async () => (await import('./explain.ts')).explain },
  { name: 'due', summary: 'what is overdue, what comes next, and what settles it', load: async () => (await import('./due.ts')).due },
  { name: 'queue', summary: 'what waits for you to score, soonest first', load: async () => (await import('./queue.ts')).queue },
  { name: 'next', summary: 'open the next in your queue: the work, the task, the rubric', load: async () => (await import('./next.ts')).next },
  { name: 'score', summary: 'score one candidate, one criterion at a time, and commit it', load: async () => (await import('./score.ts')).score },
  { name: 'calibrate', summary: 'several mark the same work apart, and find the words that part them', load: async () => (await import('./calibrate.ts')).calibrate },
  { name: 'new', summary: 'begin a candidate, a score, a role or any other file', load: async () => (await import('./new.ts')).newFile },
  { name: 'advance', summary: 'let a candidate go on to the next stage', load: async () => (await import('./moves/command.ts')).moveCommand('advance') },
  { name: 'decline', summary: 'say no, with a reason of the list', load: async () => (await import('./moves/command.ts')).moveCommand('decline') },
  { name: 'submit', summary: 'work came in', load: async () => (await import('./moves/command.ts')).moveCommand('submit') },
  { name: 'book', summary: 'agree on a time for a call, an interview or a trial', load: async () => (await import('./moves/command.ts')).moveCommand('book') },
  { name: 'hold', summary: 'a meeting took place', load: async () => (await import('./moves/command.ts')).moveCommand('hold') },
  { name: 'offer', summary: 'our offer is out', load: async () => (await import('./moves/command.ts')).moveCommand('offer') },
  { name: 'hire', summary: 'the offer was accepted', load: async () => (await import('./moves/command.ts')).moveCommand('hire') },
  { name: 'screen', summary: 'read, mark and decide the applications of an opening in one sitting', load: async () => (await import('./screen.ts')).screen },
  { name: 'assign', summary: 'propose who scores, with reasons, and ask them', load: async () => (await import('./assign.ts')).assignCommand },
  { name: 'release', summary: 'wait for a reviewer no longer, and ask another', load: async () => (await import('./release.ts')).release },
  { name: 'decide', summary: 'write down what was decided, why, and who saw it differently', load: async () => (await import('./decide.ts')).decide },
  { name: 'log', summary: 'a line for a day of a paid trial, or its payment', load: async () => (await import('./log.ts')).log },
  { name: 'outcome', summary: 'a hire’s first working day, and how it works out', load: async () => (await import('./outcome.ts')).outcome },
  { name: 'return', summary: 'send a candidate back to this stage or an earlier one', load: async () => (await import('./moves/command.ts')).moveCommand('return') },
  { name: 'withdraw', summary: 'a candidate leaves of their own accord', load: async () => (await import('./moves/command.ts')).moveCommand('withdraw') },
  { name: 'expire', summary: 'close what has run out: a window, a booking, an offer', load: async () => (await import('./moves/command.ts')).moveCommand('expire') },
  { name: 'reopen', summary: 'take a closed application up again', load: async () => (await import('./moves/command.ts')).moveCommand('reopen') },
  { name: 'draft', summary: 'draft a message for a candidate, or every message that is due', load: async () => (await import('./draft.ts')).draft },
  { name: 'send', summary: 'the messages that wait to be sent: list, send, note as sent', load: async () => (await import('./send.ts')).send },
  { name: 'import', summary: 'take a sheet of people who applied: records without names, names outside the repository', load: async () => (await import('./import.ts')).importSheet },
  { name: 'extend', summary: 'give candidates more time, for whatever cause', load: async () => (await import('./extend.ts')).extend },
  { name: 'close', summary: 'close an opening and answer everybody still in it', load: async () => (await import('./close.ts')).close },
  { name: 'export', summary: 'one row per candidate, as a sheet or as JSON', load: async () => (await import('./export.ts')).exportSheet },
  { name: 'accommodate', summary: 'what a candidate needs, and what was arranged; how fast and how evenly we answer', load: async () => (await import('./accommodate.ts')).accommodate },
  { name: 'rubric', summary: 'freeze a rubric, or raise its version', load: async () => (await import('./rubric.ts')).rubric },
  { name: 'fmt', summary: 'tidy the layout of files, never their meaning', load: async () => (await import('./fmt.ts')).fmt },
  { name: 'survey', summary: 'take in candidates’ answers, and publish them in batches', load: async () => (await import('./survey.ts')).survey },
  { name: 'fairness', summary: 'take in voluntary counts by group and stage', load: async () => (await import('./fairness.ts')).fairness },
  { name: 'aggregate', summary: 'compute everything that is published, as JSON', load: async () => (await import('./aggregate.ts')).aggregate },
  { name: 'build', summary: 'build the site as files', load: async () => (await import('./build.ts')).build },
  { name: 'serve', summary: 'serve a site that was built', load: async () => (await import('./serve.ts')).serve },
  { name: 'gate', summary: 'judge whether an account may make a change', load: async () => (await import('./gate.ts')).gate },
  { name: 'comment', summary: 'what a pull request changes and what stands in its way, as a comment', load: async () => (await import('./comment.ts')).comment },
  { name: 'codeowners', summary: 'write whom GitHub asks before files change, from the people', load: async () => (await import('./codeowners.ts')).codeowners },
  { name: 'audit', summary: 'judge the history of the record again', load: async () => (await import('./audit.ts')).audit },
  { name: 'merge', summary: 'merge a valid pull request of scores alone, where the settings allow it', load: async () => (await import('./merge.ts')).merge },
  { name: 'answer', summary: 'tell reviewers who said what, once a panel is complete', load: async () => (await import('./answer.ts')).answer },
  { name: 'report', summary: 'what the record says about an opening, in plain sentences', load: async () => (await import('./report.ts')).report },
  { name: 'stats', summary: 'check a number: any formula of the site on numbers of your own', load: async () => (await import('./stats.ts')).stats },
  { name: 'schema', summary: 'write the JSON Schemas that editors read', load: async () => (await import('./schema.ts')).schema },
  { name: 'bench', summary: 'measure the engine on generated repositories', load: async () => (await import('./bench/bench.ts')).bench },
];
