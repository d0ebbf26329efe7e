/**
 * The language of roles and guide pages, BCP 47. The format has one text of each; every published text carries its language all the same,
 * so that a translation is one more text and not another site.
 */
export const LANGUAGE = 'en';
