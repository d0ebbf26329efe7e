import type { Panel } from '../../model/panel.ts';
import type { Problem } from '../../model/problem.ts';
import type { StoredScore } from '../../model/workspace.ts';
import { listed } from '../../model/words.ts';
import { problem, type Rule } from '../rule.ts';

type Place = Panel['reviewers'][number];

// Whoever is asked can still be counted, and has not seen the marks of the others.
const askedInTime: Rule = {
  holds: 'Whoever is asked can still be counted, and has not seen the marks of the others.',
  codes: ['panel/asked-too-late', 'panel/asked-after-open'],
  check: (workspace, { catalogue }) => catalogue.applications.flatMap(({ folder, visits, pipeline }) => [...folder.panels].flatMap(([visitName, { path, value }]) => {
    const visit = visits.get(visitName);
    if (!visit) return [];
    const ended = visit.left === undefined ? undefined : catalogue.dayOf(visit.left);
    const wanted = pipeline?.stages.find((stage) => stage.id === visit.stage)?.reviewers ?? 1;
    const scores = folder.scores.get(visitName) ?? [];
    return value.reviewers.flatMap((place, index): Problem[] => {
      if (place.released !== undefined) return [];
      const at = { path, key: ['reviewers', index, 'asked'] };
      if (ended !== undefined && place.asked > ended && place.shadow !== true) {
        return [problem('panel/asked-too-late', at, `${place.person} was asked on ${place.asked}, but “${visitName}” ended on ${ended}: their score would be left out.`, `Correct asked:, or add released: and reason: unavailable.`)];
      }
      if (ended !== undefined || workspace.settings.value.scores.hidden_until === 'never' || scores.some((score) => score.person === place.person)) return [];
      const before = openedBy(value, place, wanted, scores, catalogue.dayOf);
      if (before.length === 0) return [];
      return [problem('panel/asked-after-open', at, `${place.person} was asked on ${place.asked}, when ${listed(before)} had scored and nobody else was asked: the panel was complete, and the marks were shown.`, `If ${place.person} was asked earlier, correct asked:; else release them and ask somebody who has not looked.`)];
    });
  })),
};

/** Who had scored, where that made the panel complete with fewer than the stage wants before somebody was asked; otherwise nobody. */
function openedBy({ reviewers }: Panel, place: Place, wanted: number, scores: readonly StoredScore[], dayOf: (instant: string) => string): string[] {
  if (place.shadow === true) return [];
  const before = reviewers.filter((other) => other.shadow !== true && other.asked < place.asked && (other.released === undefined || other.released >= place.asked));
  const done = before.filter((other) => scores.some((score) => score.person === other.person && dayOf(score.value.submitted) < place.asked));
  return before.length > 0 && before.length < wanted && done.length === before.length ? done.map(({ person }) => person) : [];
}

export const panelDays: readonly Rule[] = [askedInTime];
