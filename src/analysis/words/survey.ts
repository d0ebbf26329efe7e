import { plural } from '../../model/words.ts';
import { fixed } from './numbers.ts';

/** Whether candidates would recommend the process: the score and what its interval allows; below the guard how many answers there are. */
export function recommendSays(answers: number, guard: number, found: { readonly n: number; readonly nps: number; readonly interval: readonly [number, number] } | undefined): string {
  if (!found) return answers < guard ? `${plural(answers, 'answer')} to the survey: nothing is shown below ${guard}.` : `${plural(answers, 'answer')} to the survey, fewer than ${guard} of them on whether they would recommend us: no score is shown.`;
  const [low, high] = found.interval;
  const verdict = low > 0 ? 'more would recommend us than not' : high < 0 ? 'fewer would recommend us than not' : 'whether more would recommend us than not cannot be told';
  return `Of ${plural(found.n, 'answer')} the Net Promoter Score is ${fixed(found.nps, 0)}, between ${fixed(low, 0)} and ${fixed(high, 0)} on a scale from −100 to 100: ${verdict}.`;
}
