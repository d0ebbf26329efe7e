import { percent } from '../words/numbers.ts';

/** Below so many marks on a criterion there is no share. */
const SHARE_FROM = 5;

/** The criterion whose marks are most alike, and whether any level was never given, in one or two sentences. */
export function givenWords(criteria: readonly { readonly criterion: string; readonly given: ReadonlyMap<number, number> }[], nameOf: (criterion: string) => string): string {
  const counted = criteria.flatMap(({ criterion, given }) => {
    const total = [...given.values()].reduce((sum, count) => sum + count, 0);
    const [mark, count] = [...given].toSorted((a, b) => b[1] - a[1])[0] ?? [];
    return total === 0 || mark === undefined || count === undefined ? [] : [{ criterion, mark, count, total, unused: [...given].filter(([, times]) => times === 0).map(([level]) => level) }];
  }).toSorted((a, b) => b.count / b.total - a.count / a.total);
  const [most] = counted;
  if (!most) return 'No mark was given.';
  const share = most.total < SHARE_FROM ? '' : ` (${percent(most.count / most.total)})`;
  const unused = counted.filter((each) => each.unused.length > 0).length;
  return `Most alike on ${nameOf(most.criterion)}: ${most.count} of ${most.total === 1 ? '1 mark' : `${most.total} marks`}${share} ${most.total === 1 ? 'is' : 'are'} ${most.mark}. ${unused === 0 ? 'Every mark was given on every criterion.' : `On ${unused === counted.length ? 'every criterion' : `${unused} of ${counted.length} criteria`} some mark was never given.`}`;
}
