/** `sample-d` → `D`: what tells a sample from the others, at the head of a narrow column. Longer names stay as they are. */
export function sampleLabel(sample: string): string {
  const own = /^sample-(.+)$/.exec(sample)?.[1] ?? sample;
  return own.length <= 2 ? own.toUpperCase() : own;
}

/** The same in a sentence: `sample D`, `late-night-service`. */
export function sampleName(sample: string): string {
  const label = sampleLabel(sample);
  return label === sample ? sample : `sample ${label}`;
}
