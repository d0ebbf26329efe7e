import { listed, plural } from '../../model/words.ts';
import { fixed, percent, percentRange, signed } from './numbers.ts';

/** Sentences about severity: they say where marks lie, never that somebody is wrong, and never more than the interval. */

/** Percent points of the scale as marks of a scale of 1 to 4. */
export function marksOfPercent(points: number): number {
  return (points * 3) / 100;
}

/** Why nothing is said of anybody. */
export type SeverityMissing =
  | { readonly why: 'few'; readonly judged: number; readonly candidates: number; readonly reviewers: number }
  | { readonly why: 'apart'; readonly groups: readonly (readonly string[])[]; readonly reviewers: number }
  | { readonly why: 'same' };

/** One sentence with what is missing. */
export function missingSays(missing: SeverityMissing): string {
  switch (missing.why) {
    case 'few': return `Needs ${missing.reviewers} reviewers with ${missing.candidates} candidates each whom somebody else scored too; there ${missing.judged === 1 ? 'is' : 'are'} ${missing.judged}.`;
    case 'apart': return `Needs ${missing.reviewers} reviewers who are joined by work that two of them scored; they fall into ${missing.groups.length} groups: ${missing.groups.map((names) => listed(names)).join('; ')}.`;
    case 'same': return 'Totals of the same work differ too little, or too seldom, to tell a habit from chance.';
  }
}

/** `Bob’s marks lie 0.20 below the panel’s on the same work (−0.41 to +0.01): no more than chance could bring.` Effects in percent points. */
export function reviewerSays({ name, effect, interval }: { readonly name: string; readonly effect: number; readonly interval: readonly [number, number] }): string {
  const [value, low, high] = [effect, ...interval].map((points) => signed(marksOfPercent(points), 2));
  const size = fixed(Math.abs(marksOfPercent(effect)), 2);
  const where = size === '0.00' ? 'where the panel’s do' : `${size} ${effect < 0 ? 'below' : 'above'} the panel’s`;
  const range = value === low && value === high ? '' : ` (${low} to ${high})`;
  return `${name}’s marks lie ${where} on the same work${range}: ${isTold({ interval }) ? 'more than chance would bring' : 'no more than chance could bring'}.`;
}

/** Whether the interval leaves zero even as it prints, in marks with two decimals. */
export function isTold({ interval }: { readonly interval: readonly [number, number] }): boolean {
  const [low = 0, high = 0] = interval.map((points) => Number(marksOfPercent(points).toFixed(2)));
  return low > 0 || high < 0;
}

/** One sentence about all of them. */
export function severitySays(
  reviewers: readonly { readonly person: string; readonly effect: number; readonly interval: readonly [number, number] }[], visits: number,
  groups: readonly (readonly string[])[], nameOf: (person: string) => string,
): string {
  const apart = groups.length < 2 ? '' : `; no work joins ${groups.map((people) => listed(people.map(nameOf))).join(' with ')}, so each is compared within their group`;
  const of = `${plural(reviewers.length, 'reviewer')}, ${plural(visits, 'visit')} that two or more scored${apart}`;
  const side = (sign: number): string[] => reviewers.filter((each) => isTold(each) && Math.sign(each.effect) === sign).map(({ person }) => `${nameOf(person)}’s`);
  const [above, below] = [side(1), side(-1)];
  if (above.length + below.length === 0) return `Nobody’s marks lie apart from the panel’s by more than chance could bring: ${of}.`;
  const parts = [...above.length > 0 ? [`${listed(above)} above`] : [], ...below.length > 0 ? [`${listed(below)} below`] : []];
  return `On the same work, marks lie apart from the panel’s by more than chance would bring: ${listed(parts)}. ${of}.`;
}

/** `61 % as marked; 62–66 % with the reviewers’ habits taken out.` In percent, 0 to 100. */
export function adjustedSays({ raw, adjusted, interval: [low, high] }: { readonly raw: number; readonly adjusted: number; readonly interval: readonly [number, number] }): string {
  const marked = `${percent(raw / 100)} as marked`;
  if (percent(raw / 100) === percent(adjusted / 100)) return `${marked}, and ${percent(low / 100) === percent(high / 100) ? '' : 'about '}the same with the reviewers’ habits taken out.`;
  const without = percent(low / 100) === percent(high / 100) ? percent(adjusted / 100) : `${percent(adjusted / 100)} (${percentRange([low / 100, high / 100])})`;
  const chance = Math.round(low) <= Math.round(raw) && Math.round(raw) <= Math.round(high) ? '; the difference is no more than chance could bring' : '';
  return `${marked}; ${without} with the reviewers’ habits taken out${chance}.`;
}
