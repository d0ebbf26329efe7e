import { APPLY_OPTIONS } from './apply.ts';
import { oneOfThese } from './ask.ts';
import { Mistake, type Command, type Context, type Input } from './command.ts';
import { READ_OPTIONS } from './options.ts';

const text = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;
const given = { type: 'boolean' } as const;
const { now, today, 'no-cache': noCache } = READ_OPTIONS;

/** What can be done with a session: the options that only it takes, and its code, loaded when it is wanted. */
interface Verb {
  readonly options: readonly string[];
  readonly load: () => Promise<(context: Context, input: Input, word: string | undefined) => Promise<number>>;
}

const WRITES = Object.keys(APPLY_OPTIONS);
const VERBS: Readonly<Record<string, Verb>> = {
  new: { options: ['by', 'rubric', 'reviewers', 'tolerance', 'title', 'sample', 'from', ...WRITES], load: async () => (await import('./calibrate/new.ts')).newSession },
  score: { options: ['by', 'mark', 'evidence', 'summary', 'minutes', 'discard', ...WRITES], load: async () => (await import('./calibrate/score.ts')).scoreSample },
  status: { options: ['by'], load: async () => (await import('./calibrate/status.ts')).showStatus },
  close: { options: ['by', 'anyway', ...WRITES], load: async () => (await import('./calibrate/close.ts')).closeSession },
  report: { options: ['markdown'], load: async () => (await import('./calibrate/report.ts')).showReport },
  certify: { options: ['by', ...WRITES], load: async () => (await import('./calibrate/certify.ts')).certify },
};

/** `hire calibrate`: several people mark the same work alone, and then talk about what the anchors mean. */
export const calibrate: Command = {
  name: 'calibrate',
  summary: 'several mark the same work apart, and find the words that part them',
  usage: 'new | score | status | close | report | certify [<session>]',
  help: `
One sample and two reviewers are the usual case, and cost an hour. Nobody sees another's marks before everybody is in and the session is
closed. Certification compares with reference marks, where a session has them: references/<sample>.yml beside its samples.

hire calibrate new 2026-12-code-review --rubric code-review@1 --reviewers alice,bob     a sample to write
  --sample review.md      a text of your own; may be given several times
  --from teal-otter-7f    what a candidate handed in, under no name; may be given several times. Looks for names, addresses and numbers and
                          refuses them. Its words stay in the history, also when the candidate's record is erased
hire calibrate score                        the next sample that waits for you, one criterion at a time, as hire score does it
hire calibrate score 2026-12-code-review/sample-a --mark correctness=3 --evidence "correctness: …" … --minutes 30
  --mark tests=not-observed --evidence "tests: …"     what could not be seen, and why
hire calibrate status                       who is in, never a mark, and what comes next
hire calibrate close 2026-12-code-review    once everybody is in
hire calibrate report 2026-12-code-review   marks and evidence side by side, the widest gap first, and the anchor in question
hire calibrate certify 2026-12-code-review  notes whom the reference marks certify for the rubric version`,
  options: {
    now, today, 'no-cache': noCache, by: text, rubric: text, reviewers: text, tolerance: text, title: text, sample: several, from: several,
    mark: several, evidence: several, summary: text, minutes: text, discard: given, anyway: given, markdown: given, ...APPLY_OPTIONS,
  },
  means: {
    by: ['who scores, begins, closes or certifies (default: me of .hire/local.yml)'], rubric: ['rubric and version; a rubric alone means its newest version', 'rubric'], title: ['name of the session'],
    from: ['a candidate, or <candidate>/<visit>, whose work becomes a sample', 'candidate'], minutes: ['your working time'],
  },
  words: [0, 2],
  async run(context, input) {
    const [name = 'status', word] = input.words;
    const wrong = oneOfThese('word for calibrations', Object.keys(VERBS))(name);
    const verb = VERBS[name];
    if (wrong !== undefined || !verb) throw new Mistake(`hire calibrate: ${wrong ?? ''}`);
    for (const [other, { options }] of Object.entries(VERBS)) {
      const stray = options.find((option) => input.options[option] !== undefined && !verb.options.includes(option));
      if (stray !== undefined) throw new Mistake(`--${stray} goes with hire calibrate ${other}, not with ${name}.`);
    }
    return (await verb.load())(context, input, word);
  },
};
