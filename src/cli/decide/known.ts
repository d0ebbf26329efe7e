import type { CandidateFacts, VisitFacts } from '../../analysis/facts.ts';
import { NOT_OBSERVED } from '../../model/score.ts';
import type { Settings } from '../../model/settings.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Workspace } from '../../model/workspace.ts';
import { listed, plural } from '../../model/words.ts';
import { shownVisit } from '../../view/boundary.ts';
import { wrapped } from '../screen/lines.ts';

/**
 * What is known of a candidate, for whoever decides: the evidence of the deciding stage first, then where reviewers part, what nobody
 * assessed and who has not scored, and the numbers last. Marks of an incomplete panel are not in it.
 */
export function knownWords(workspace: Workspace, facts: CandidateFacts, width: number): string {
  const settings = workspace.settings.value;
  const visits = facts.visits.map((visit) => shownVisit(visit, settings));
  const deciding = visits.find((visit) => visit.name === facts.deciding);
  const title = titlesOf(workspace, facts);
  const lines = [
    ...evidence(deciding, title, width),
    ...disagreements(visits, title),
    ...unassessed(visits, title),
    ...openScores(facts, title),
    ...numbers(visits, title, settings).flatMap((line) => wrapped(line, width).map((each, index) => (index === 0 ? each : `    ${each.trimStart()}`))),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

type Title = (visit: string) => string;

function titlesOf(workspace: Workspace, facts: CandidateFacts): Title {
  const pipeline = workspace.pipelines.get(workspace.roles.get(facts.role)?.value.pipeline ?? '')?.value;
  return (name) => {
    const visit = facts.visits.find((each) => each.name === name);
    const stage = pipeline?.stages.find((each) => each.id === visit?.stage);
    return stage === undefined ? name : `${stageTitle(stage)}${visit !== undefined && visit.number > 1 ? `, visit ${visit.number}` : ''}`;
  };
}

function nameOf(visit: VisitFacts, criterion: string): string {
  return visit.rubric?.criteria.find((each) => each.id === criterion)?.name ?? criterion;
}

/** The words of the reviewers, criterion by criterion, without a mark. */
function evidence(visit: VisitFacts | undefined, title: Title, width: number): string[] {
  if (!visit?.rubric) return [];
  const counted = visit.scores.filter((score) => score.counted);
  return [
    `${title(visit.name)}: what was seen`,
    ...visit.rubric.criteria.flatMap((criterion) => [
      `  ${criterion.name}, ${criterion.weight} %`,
      ...counted.flatMap(({ person, effective }) => {
        const mark = effective.value.marks[criterion.id];
        const words = mark?.mark === NOT_OBSERVED ? `(not observed) ${mark.because ?? ''}` : (mark?.evidence ?? '');
        return words === '' ? [] : said(person, words, width);
      }),
    ]),
    ...counted.flatMap(({ person, effective }) => (effective.value.summary === undefined ? [] : said(person, `In short: ${effective.value.summary}`, width))),
    '',
  ];
}

function said(person: string, words: string, width: number): string[] {
  return wrapped(words.replace(/\s+/g, ' ').trim(), Math.max(20, width - 14)).map((line, index) => `    ${index === 0 ? person.padEnd(8) : ' '.repeat(8)}  ${line}`);
}

function disagreements(visits: readonly VisitFacts[], title: Title): string[] {
  const found = visits.flatMap((visit) => visit.disagreements.map((each) => {
    const marks = visit.scores.filter((score) => score.counted).flatMap(({ person, effective }) => {
      const mark = effective.value.marks[each.criterion]?.mark;
      return typeof mark === 'number' ? [{ person, mark }] : [];
    }).sort((a, b) => a.mark - b.mark);
    return { spread: each.spread, line: `  ${title(visit.name)}, ${nameOf(visit, each.criterion)}: ${marks.map(({ person, mark }) => `${person} ${mark}`).join(', ')}` };
  })).sort((a, b) => b.spread - a.spread);
  return found.length === 0 ? [] : ['Where reviewers part', ...found.map(({ line }) => line), ''];
}

function unassessed(visits: readonly VisitFacts[], title: Title): string[] {
  const found = visits.filter((visit) => visit.notAssessed.length > 0).map((visit) => `  ${title(visit.name)}: ${listed(visit.notAssessed.map((criterion) => nameOf(visit, criterion)))}`);
  return found.length === 0 ? [] : ['What nobody assessed', ...found, ''];
}

function openScores(facts: CandidateFacts, title: Title): string[] {
  const found = facts.visits.flatMap((visit) => {
    const never = visit.panel?.asked.filter((each) => !each.in && !each.shadow && each.released === undefined && !facts.folder.conflicts.has(each.person)).map((each) => each.person) ?? [];
    return never.length === 0 ? [] : [`  ${title(visit.name)}: ${listed(never)}`];
  });
  return found.length === 0 ? [] : ['Asked, and not scored', ...found, ''];
}

function numbers(visits: readonly VisitFacts[], title: Title, settings: Settings): string[] {
  const lines = visits.filter((visit) => visit.panel !== undefined).map((visit) => {
    const { panel, score, scores, rubric } = visit;
    const counted = scores.filter((each) => each.counted);
    if (counted.length === 0 || score?.score === undefined || !rubric) return panel && !panel.complete && panel.scoresIn > 0 && settings.scores.hidden_until === 'complete' ? `  ${title(visit.name)}: ${panel.scoresIn} of ${panel.scoresWanted} in, not shown before all are` : undefined;
    const spread = score.spread && score.spread[1] > score.spread[0] ? ` (${score.spread[0].toFixed(1)}–${score.spread[1].toFixed(1)})` : '';
    return `  ${title(visit.name)}: ${counted.map(({ person, effective }) => `${person} ${effective.value.recommendation}, bar ${effective.value.bar}`).join('; ')}; ${score.score.toFixed(1)}${spread} of ${rubric.scale.max}, ${plural(counted.length, 'score')}`;
  }).filter((line) => line !== undefined);
  return lines.length === 0 ? [] : ['Recommendations, and numbers, which decide nothing', ...lines, ''];
}
