import type { Lookup } from './lookup.ts';
import type { PublishedFile } from './publish.ts';

/** What is learned from the process: calibration, surveys, outcomes, fairness. */
export function* learningFiles(_lookup: Lookup): Generator<PublishedFile> {
  yield ['outcomes.json', []];
}
