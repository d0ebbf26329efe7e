import type { SampleScore, Score } from '../model/score.ts';
import { printKey, printProse, printWord } from './print-scalar.ts';

/**
 * Writes a score file, or one of a calibration sample, as people would by hand: prose in blocks, criteria in the order of the rubric.
 * Reading it gives the same score.
 * @param order ids of the rubric's criteria; marks for others follow in the order they have
 * @param schema address of the JSON Schema, for editors that read the first line
 */
export function printScore(score: Score | SampleScore, order: readonly string[], schema?: string): string {
  const lines: string[] = [];
  if (schema !== undefined) lines.push(`# yaml-language-server: $schema=${schema.replace(/\s+/g, '')}`);
  lines.push(`rubric: ${printWord(score.rubric)}`, `submitted: ${printWord(score.submitted)}`);
  if (score.minutes !== undefined) lines.push(`minutes: ${score.minutes}`);
  const ids = [...order.filter((id) => Object.hasOwn(score.marks, id)), ...Object.keys(score.marks).filter((id) => !order.includes(id))];
  lines.push(ids.length === 0 ? 'marks: {}' : 'marks:');
  for (const id of ids) {
    const mark = score.marks[id];
    if (!mark) continue;
    lines.push(`  ${printKey(id)}:`, `    mark: ${mark.mark}`);
    if (mark.evidence !== undefined) lines.push(printProse('evidence', mark.evidence, 4));
    if (mark.because !== undefined) lines.push(printProse('because', mark.because, 4));
  }
  const judged = 'bar' in score ? score : undefined;
  if (judged) lines.push(`recommendation: ${judged.recommendation}`, `bar: ${judged.bar}`);
  if (score.summary !== undefined) lines.push(printProse('summary', score.summary, 0));
  if (judged) lines.push(`conflict: ${judged.conflict}`);
  if (judged?.because !== undefined) lines.push(printProse('because', judged.because, 0));
  return `${lines.join('\n')}\n`;
}

export { asProse, printFlow } from './print-scalar.ts';
