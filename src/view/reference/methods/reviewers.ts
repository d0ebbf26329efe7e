import type { PublishedMethods } from '../../published/reference.ts';

/** Load, speed and severity of reviewers. */
export const REVIEWER_METHODS: PublishedMethods = [
];
