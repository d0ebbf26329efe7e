import type { Question } from '../../analysis/calibration.ts';
import { readingLine } from '../../model/reading.ts';
import type { Criterion } from '../../model/rubric.ts';
import type { RubricHistory } from '../../model/workspace.ts';
import type { PublishedCalibration } from '../published/calibration.ts';
import { plainWords } from '../text/sanitise.ts';

/** Marks with the words they were given for. */
interface Given {
  readonly sample: string;
  readonly criterion: string;
  readonly person: string;
  readonly words: string;
}

/** Longest piece of evidence in the text of a change: it is to be rewritten, not kept. */
const LONGEST = 240;

/**
 * The section of a criterion as it stands today, and under the two anchors in question how each was read. Whoever decides keeps one
 * of the readings in words of their own and deletes the other.
 */
export function anchorChange(question: Question | undefined, version: number, criterion: Criterion | undefined, history: RubricHistory | undefined, marks: readonly Given[]): PublishedCalibration['change'] {
  const current = history?.current?.value;
  if (!question || !criterion || !history?.current || !current) return null;
  const today = current.criteria.find(({ id }) => id === criterion.id);
  if (!today) return current.version > version ? { path: history.current.path, section: criterion.name, text: '', answeredBy: current.version, reworded: false } : null;
  const words = (person: string): string => {
    const said = plainWords(marks.find((mark) => mark.sample === question.sample && mark.criterion === question.criterion && mark.person === person)?.words ?? '');
    return said.length > LONGEST ? `${said.slice(0, LONGEST).trimEnd()}…` : said;
  };
  const { low, high } = question;
  const reading: Readonly<Record<number, string>> = {
    [low.mark]: readingLine(low.mark, high.mark, words(low.person)),
    [high.mark]: readingLine(high.mark, low.mark, words(high.person)),
  };
  const anchors = today.anchors.map(({ level, text }) => [`- **${level}** ${text.split('\n').join('\n  ')}`, ...(reading[level] === undefined ? [] : [`  ${reading[level]}`])].join('\n'));
  const changed = [low.mark, high.mark].some((level) => wordsOf(today, level) !== wordsOf(criterion, level));
  return {
    path: history.current.path, section: today.name, text: [`## ${today.name}`, ...anchors].join('\n'),
    answeredBy: changed && current.version > version ? current.version : null, reworded: changed && current.version === version,
  };
}

function wordsOf(criterion: Criterion, level: number): string | undefined {
  return criterion.anchors.find((anchor) => anchor.level === level)?.text;
}
