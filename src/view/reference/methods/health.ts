import type { PublishedMethods } from '../../published/reference.ts';

/** Whether a challenge and its criteria still tell anything. */
export const HEALTH_METHODS: PublishedMethods = [
];
