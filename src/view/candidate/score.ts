import type { ScoreFact } from '../../analysis/facts.ts';
import { NOT_OBSERVED, type Mark, type Score } from '../../model/score.ts';
import { orNull } from '../instants.ts';
import type { PublishedCandidate } from '../published/candidate.ts';
import { plainWords, sanitise } from '../text/sanitise.ts';

type PublishedScore = PublishedCandidate['visits'][number]['scores'][number];

/** One reviewer's score with its amendments. Only for a visit whose scores may be shown. */
export function publishedScore(fact: ScoreFact, initial: string): PublishedScore {
  const score = fact.effective.value;
  return {
    person: fact.person,
    initial,
    submitted: fact.versions[0]?.value.submitted ?? score.submitted,
    minutes: orNull(score.minutes),
    rubric: score.rubric,
    counted: fact.counted,
    leftOut: orNull(fact.leftOut),
    recommendation: score.recommendation,
    bar: score.bar,
    summary: score.summary === undefined ? null : sanitise(score.summary),
    marks: Object.fromEntries(Object.entries(score.marks).map(([criterion, mark]) => [criterion, publishedMark(mark)])),
    amended: fact.versions.slice(0, -1).map((version, index) => ({
      submitted: version.value.submitted,
      because: fact.versions[index + 1]?.value.because ?? '',
      marks: marksAlone(version.value),
    })),
  };
}

function publishedMark(mark: Mark): PublishedScore['marks'][string] {
  const words = (mark.mark === NOT_OBSERVED ? mark.because : mark.evidence) ?? '';
  return { mark: mark.mark === NOT_OBSERVED ? null : mark.mark, words: sanitise(words), plain: plainWords(words) };
}

function marksAlone(score: Score): Record<string, number | null> {
  return Object.fromEntries(Object.entries(score.marks).map(([criterion, { mark }]) => [criterion, mark === NOT_OBSERVED ? null : mark]));
}
