import type { Severity } from '../../model/problem.ts';
import { calibration } from './calibration.ts';
import { candidate } from './candidate.ts';
import { challenge } from './challenge.ts';
import { decision } from './decision.ts';
import { erased } from './erased.ts';
import { event } from './event.ts';
import { fairness } from './fairness.ts';
import { frontMatter } from './front-matter.ts';
import { key } from './key.ts';
import { leak } from './leak.ts';
import { mdx } from './mdx.ts';
import { message } from './message.ts';
import { outcome } from './outcome.ts';
import { panel } from './panel.ts';
import { path } from './path.ts';
import { person } from './person.ts';
import { pipeline } from './pipeline.ts';
import { promise } from './promise.ts';
import { questions } from './questions.ts';
import { reference } from './reference.ts';
import { role } from './role.ts';
import { rubric } from './rubric.ts';
import { schema } from './schema.ts';
import { score } from './score.ts';
import { sealed } from './sealed.ts';
import { secret } from './secret.ts';
import { settings } from './settings.ts';
import { submission } from './submission.ts';
import { survey } from './survey.ts';
import { text } from './text.ts';
import { time } from './time.ts';
import { trial } from './trial.ts';
import { visit } from './visit.ts';
import { yaml } from './yaml.ts';
import type { Explanation } from './explanation.ts';

export type { Explanation } from './explanation.ts';

/** The explanation of every code, by code, in ascending order. */
export const EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map([
  ...calibration, ...candidate, ...challenge, ...decision, ...erased, ...event, ...fairness, ...frontMatter, ...key, ...leak, ...mdx,
  ...message, ...outcome, ...panel, ...path, ...person, ...pipeline, ...promise, ...questions, ...reference, ...role, ...rubric, ...schema,
  ...score, ...sealed, ...secret, ...settings, ...submission, ...survey, ...text, ...time, ...trial, ...visit, ...yaml,
].sort((a, b) => (a.code < b.code ? -1 : 1)).map((explanation) => [explanation.code, explanation]));

/**
 * How bad a problem of this code is.
 * @throws Error for a code without an explanation, which is a bug of the rule that states it
 */
export function severityOf(code: string): Severity {
  const explanation = EXPLANATIONS.get(code);
  if (!explanation) throw new Error(`The code ${code} has no explanation.`);
  return explanation.severity;
}
