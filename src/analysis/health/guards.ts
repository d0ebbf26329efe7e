/** Below so many a share is a count alone and times have no median. */
export const SHARE_FROM = 5;
/** Visits with every criterion marked from which a criterion is set against the rest of its rubric. */
export const ITEMS_FROM = 10;
/** Below so many visits such a figure is called preliminary. */
export const PRELIMINARY_BELOW = 30;
/** A criterion that surely stays below this correlation with the rest goes its own way. Source: Nunnally and Bernstein, Psychometric Theory (1994), 304. */
export const ITEM_TOTAL_LOW = 0.3;
/** From this alpha on the criteria of a rubric pull in one direction. Source: Nunnally and Bernstein (1994), 265. */
export const ALPHA_FAIR = 0.7;
/** More than this share of the marks at one end of the scale: the criterion hardly tells people apart. Surely, that is with the whole interval. */
export const CROWDED = 0.5;
/** Surely more than this share not observed: the work hardly shows the criterion. */
export const UNSEEN = 0.25;
/** Surely more than this share of visits with reviewers apart: the anchor is read in different ways. */
export const APART = 0.25;
/** So many people have seen a task: a judgement, not a measurement. What so many know travels. */
export const SEEN_BY_MANY = 50;
/** Surely more than this share need longer than we state: the effort is no honest one. */
export const LONGER = 0.25;
/** Surely more than this share leave by themselves. */
export const LEAVING = 0.25;
/** Surely more than this share go on, or surely less than the rest of it: the stage decides little. */
export const DECIDES_LITTLE = 0.9;
