import { figure, type Figure } from '../agreement.ts';
import { cohenKappa, tableOf } from '../statistics/kappa.ts';
import { multiRater } from '../statistics/multi-rater.ts';
import type { Ratings } from '../statistics/ratings.ts';
import { kappaWords } from '../words/bands.ts';

/** Coefficients for who knows them, on one criterion. */
export interface CriterionDetails {
  /** Fleiss' kappa, holes allowed: a miss by one counts as much as a miss by three. */
  readonly fleiss: Figure | undefined;
  /** Cohen's kappa with quadratic weights, for every two reviewers. */
  readonly kappas: readonly { readonly a: string; readonly b: string; readonly samples: number; readonly kappa: Figure }[];
}

/** @param told whether the guards of agreement are met; below them there are no coefficients */
export function detailsOn(ratings: Ratings, scale: readonly number[], reviewers: readonly string[], told: boolean): CriterionDetails {
  if (!told) return { fleiss: undefined, kappas: [] };
  const kappas = reviewers.flatMap((a, left) => reviewers.slice(left + 1).flatMap((b, offset) => {
    const found = cohenKappa(tableOf(ratings.map((row) => [row[left], row[left + 1 + offset]]), scale), 'quadratic');
    const kappa = figure(found, kappaWords);
    return found && kappa ? [{ a, b, samples: found.units, kappa }] : [];
  }));
  return { fleiss: figure(multiRater(ratings, 'unweighted', scale)?.fleiss, kappaWords), kappas };
}
