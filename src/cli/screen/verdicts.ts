import { listed } from '../../model/words.ts';
import { isDone, lacking, sheetOf, type Item, type Pile, type Sheet, type Sitting, type Verdict } from './sitting.ts';

/** Why a verdict is not possible as things stand; undefined when it is. */
export function hindrance(verdict: Verdict, item: Item, sheet: Sheet, evidenceMin: number): string | undefined {
  const missing = lacking(item, sheet, evidenceMin);
  const scored = missing.length === 0;
  switch (verdict) {
    case 'aside': return undefined;
    case 'score':
      if (item.noScore !== undefined) return item.noScore;
      return scored ? undefined : `Mark it first (m). Missing: ${listed(missing)}.`;
    case 'advance':
      if (item.complete) return undefined;
      if (item.noScore !== undefined) return `Nobody goes on unscored. ${item.noScore}`;
      if (!scored) return `Nobody goes on unscored: mark it first (m). Missing: ${listed(missing)}.`;
      return item.stillWanted === 0 ? undefined : `${item.stillWanted} more ${item.stillWanted === 1 ? 'score is' : 'scores are'} wanted before it can go on; x keeps yours.`;
    case 'decline':
      if (item.quick || item.complete || scored) return undefined;
      return 'The score of this stage counts in the whole, so it is declined only once it is marked (m).';
  }
}

/** The next application nobody has decided in this sitting, after the present one and then from the top; undefined when all are. */
export function nextOpen(sitting: Sitting, pile: Pile): number | undefined {
  const order = pile.items.map((_, index) => (sitting.at + 1 + index) % pile.items.length);
  return order.find((index) => {
    const sheet = sheetOf(sitting, pile.items[index]);
    return !isDone(sheet) && sheet.verdict !== 'aside';
  });
}

/** "→ declined: generic-application", as it stands beside an application; empty while nothing was said. */
export function verdictWords({ verdict, reason, conflict }: Sheet): string {
  if (conflict) return `→ conflict of interest: ${conflict.kind}`;
  switch (verdict) {
    case 'advance': return '→ goes on';
    case 'decline': return `→ declined: ${reason ?? ''}`;
    case 'score': return '→ score only';
    case 'aside': return '→ set aside';
    case undefined: return '';
  }
}
