import type { PublishedCandidate, PublishedVisit } from '../../../view/published/candidate.ts';
import { opposed } from '../candidates/stages.ts';

type Score = PublishedVisit['scores'][number];
type Criterion = NonNullable<PublishedVisit['result']>['criteria'][number];

/** One reviewer on one criterion: the words first, then the level they chose and its anchor. */
export interface Voice {
  readonly person: string;
  readonly initial: string;
  /** Sanitised HTML. */
  readonly words: string;
  /** null: not observed. */
  readonly mark: number | null;
  readonly anchor: string | undefined;
}

/** A criterion on which reviewers stand apart: the two ends, and who stands between. */
export interface Point {
  readonly visit: PublishedVisit;
  readonly criterion: Criterion;
  readonly ends: readonly [Voice, Voice];
  readonly between: readonly Voice[];
}

/** What everybody counted said on a criterion, in the order of the panel. */
export function voices({ scores }: PublishedVisit, criterion: Criterion): Voice[] {
  return scores.filter(({ counted }) => counted).flatMap((score) => {
    const voice = voiceOf(score, criterion);
    return voice === undefined ? [] : [voice];
  });
}

/** Where reviewers stand apart, the widest first. */
export function points({ talkAbout, visits }: Pick<PublishedCandidate, 'talkAbout' | 'visits'>): Point[] {
  return talkAbout.flatMap(({ visit: name, criterion: id }): Point[] => {
    const visit = visits.find((each) => each.name === name);
    const criterion = visit?.result?.criteria.find((each) => each.id === id);
    const sides = visit && opposed(visit.scores, id);
    if (!visit || !criterion || !sides) return [];
    const [high, low] = sides.map((score) => voiceOf(score, criterion));
    if (!high || !low) return [];
    return [{ visit, criterion, ends: [high, low], between: voices(visit, criterion).filter(({ person }) => person !== high.person && person !== low.person) }];
  });
}

/** Visits with something to read aloud or to wait for, the latest first: it decides. */
export function judgedVisits({ visits }: Pick<PublishedCandidate, 'visits'>): PublishedVisit[] {
  return visits.filter(({ result, panel, left, reply }) => result !== null || (panel !== null && !panel.complete && left === null && (panel.scoresIn > 0 || reply !== null))).toReversed();
}

/** Everybody who is to sit at the table: whoever scored or is asked to, in that order, and then who decides. */
export function table({ visits, row, decisions }: Pick<PublishedCandidate, 'visits' | 'row' | 'decisions'>, manager: string | undefined): string[] {
  const asked = visits.toReversed().flatMap(({ scores, panel }) => [
    ...scores.filter(({ counted }) => counted).map(({ person }) => person),
    ...(panel?.asked ?? []).filter(({ released, shadow }) => released === null && !shadow).map(({ person }) => person),
  ]);
  return [...new Set([...asked, ...decisions.flatMap(({ by }) => by), ...(manager === undefined ? row.move.people.slice(0, row.move.on === 'manager' ? 1 : 0) : [manager])])];
}

function voiceOf(score: Score, criterion: Criterion): Voice | undefined {
  const given = score.marks[criterion.id];
  if (given === undefined) return undefined;
  return { person: score.person, initial: score.initial, words: given.words, mark: given.mark, anchor: given.mark === null ? undefined : criterion.anchors[String(given.mark)] };
}

/** A text as the value of `content` in CSS: nothing in it can end the string or the style element. */
export function cssText(text: string): string {
  return `"${[...text].map((sign) => (/[\p{L}\p{N} .,:;·–-]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`;
}

/** What stands at the edges of every sheet of paper: who, for which role, on which day, and which sheet of how many. */
export function sheetStyle({ who, role, day }: { who: string; role: string; day: string }): string {
  const edge = (place: string, content: string): string => `@${place}{content:${content};font:9pt system-ui,sans-serif;color:#495159}`;
  return `@page{size:A4;margin:20mm 16mm 18mm;${edge('top-left', cssText(who))}${edge('top-center', cssText(role))}${edge('top-right', cssText(day))}`
    + `${edge('bottom-left', cssText('Debrief: evidence before numbers'))}${edge('bottom-right', 'counter(page) " of " counter(pages)')}}`;
}
