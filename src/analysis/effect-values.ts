/** One value that differs: where it stands, and what it says on both sides; undefined where it does not stand. */
export interface Difference {
  /** `promises.reply_within` */
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Every value that differs between two records, in the order of keys as the newer one has them. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [old, fresh] = [flat(before), flat(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])]
    .filter((key) => old.get(key) !== fresh.get(key))
    .map((key) => ({ key, before: old.get(key), after: fresh.get(key) }));
}

/** Leaves by their path. Lists of plain words are one leaf, and so is a value that remembers how it was written. */
function flat(value: unknown, path = ''): Map<string, string> {
  if (value === undefined || value === null) return new Map();
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object' || each === null)) return new Map([[path, value.length === 0 ? '(empty)' : value.join(', ')]]);
    return new Map(value.flatMap((each, index) => [...flat(each, `${path}[${index + 1}]`)]));
  }
  if (typeof value !== 'object') return new Map([[path, String(value as string | number | boolean)]]);
  const fields = value as Readonly<Record<string, unknown>>;
  // A duration is told as its author wrote it.
  if (typeof fields['text'] === 'string' && 'unit' in fields) return new Map([[path, fields['text']]]);
  return new Map(Object.entries(fields).flatMap(([key, each]) => [...flat(each, path === '' ? key : `${path}.${key}`)]));
}
