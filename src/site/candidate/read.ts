import type { PublicFacts, PublicGuide, PublicRole, PublicSite, PublicSurvey } from '../../view/for-candidates/published.ts';
import { read, readAll, readIfThere } from '../published/read.ts';

/** What stands on every page. */
export const site: PublicSite = read('site.json');

/** Pages of the guide, in their order. */
export const guide: PublicGuide = read('guide.json');

/** Figures that texts take from the process. */
export const facts: PublicFacts = read('facts.json');

/** The questions after an answer; undefined where there are none. */
export const survey: PublicSurvey | undefined = readIfThere('survey.json');

/** Open roles, the newest opening first. */
export const roles: readonly PublicRole[] = readAll<PublicRole>('roles').sort((a, b) => ((a.openSince ?? '') < (b.openSince ?? '') ? 1 : -1));
