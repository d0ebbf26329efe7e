import type { PublishedFairnessIndex } from '../../view/published/fairness.ts';
import type { PublishedFunnel } from '../../view/published/funnel.ts';
import { paths } from './paths.ts';
import { readIfThere } from './read.ts';

/** Pages that exist once they say more than that there is too little to tell, with the question to what was published. */
const GUARDED: Readonly<Record<string, () => boolean>> = {
  [paths.funnel]: () => readIfThere<PublishedFunnel>('funnel.json')?.shown === true,
  [paths.fairness]: () => readIfThere<PublishedFairnessIndex>('fairness.json')?.shown === true,
};

const answers = new Map<string, boolean>();

/** Whether a guarded page is part of this build; undefined for every other page. */
export function isShown(path: string): boolean | undefined {
  const ask = GUARDED[path];
  if (ask === undefined) return undefined;
  const known = answers.get(path) ?? ask();
  answers.set(path, known);
  return known;
}
