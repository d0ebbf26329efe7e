import type { Newcomer, RefusedRow } from './newcomer.ts';

/** Somebody the identity folder knows already. */
export interface KnownPerson {
  readonly candidate: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly links: readonly string[];
  /** The opening they applied to: by their record, or, where that never arrived, by the import that began it. */
  readonly role: string | undefined;
  /** Whether the record stands in the tree. */
  readonly hasRecord: boolean;
  /** What an import noted: the digest of the row, and when they applied. */
  readonly imported: { readonly row: string; readonly applied: string } | undefined;
}

/** An newcomer whom the folder knows in this opening. */
export interface Met {
  readonly newcomer: Newcomer;
  readonly known: KnownPerson;
}

/** The rows of a sheet, by what is to be done with them. */
export interface Sorted {
  /** New in this opening. `elsewhere`: other openings where the folder knows the person; `namesake`: somebody of that name is in this one. */
  readonly fresh: readonly { readonly newcomer: Newcomer; readonly digest: string; readonly elsewhere: readonly string[]; readonly namesake: boolean }[];
  /** An earlier import wrote the identity and was stopped before the record: the same pseudonym is used. */
  readonly unfinished: readonly (Met & { readonly digest: string })[];
  /** Nothing to do. */
  readonly unchanged: readonly Met[];
  /** The row says something else than the one that was imported. */
  readonly differing: readonly (Met & { readonly digest: string })[];
  /** In this opening already, and no sheet brought them: by their address. */
  readonly already: readonly Met[];
  /** The same person twice in this sheet; the first row counts. */
  readonly duplicates: readonly (RefusedRow & { readonly of: number })[];
}

/** Sorts newcomers by what the identity folder knows: by address; else name and link; else the row itself; else name and moment. */
export function sortNewcomers(newcomers: readonly Newcomer[], people: readonly KnownPerson[], role: string, digestOf: (newcomer: Newcomer) => string): Sorted {
  const here = indexOf(people.filter((person) => person.role === role));
  const elsewhere = indexOf(people.filter((person) => person.role !== undefined && person.role !== role));
  const seen = new Map<string, number>();
  const sorted = { fresh: [], unfinished: [], unchanged: [], differing: [], already: [], duplicates: [] } as { -readonly [Key in keyof Sorted]: Sorted[Key][number][] };
  for (const newcomer of newcomers) {
    const keys = keysOf(newcomer);
    const twin = keys.map((key) => seen.get(key)).find((row) => row !== undefined);
    if (twin !== undefined) {
      sorted.duplicates.push({ row: newcomer.row, of: twin, reason: `the same person as row ${twin} (${newcomer.email === undefined ? 'name and link' : 'e-mail address or link'})` });
      continue;
    }
    for (const key of keys) seen.set(key, newcomer.row);
    const digest = digestOf(newcomer);
    const known = keys.map((key) => here.byKey.get(key)).find((person) => person !== undefined) ?? here.byRow.get(digest) ?? byMoment(here, newcomer);
    if (!known) {
      const others = new Set(keys.flatMap((key) => elsewhere.byKey.get(key)?.role ?? []));
      sorted.fresh.push({ newcomer, digest, elsewhere: [...others], namesake: here.byName.has(folded(newcomer.name)) });
    } else if (!known.hasRecord) sorted.unfinished.push({ newcomer, known, digest });
    else if (known.imported === undefined) sorted.already.push({ newcomer, known });
    else if (known.imported.row === digest) sorted.unchanged.push({ newcomer, known });
    else sorted.differing.push({ newcomer, known, digest });
  }
  return sorted;
}

interface Index {
  readonly byKey: ReadonlyMap<string, KnownPerson>;
  readonly byRow: ReadonlyMap<string, KnownPerson>;
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>;
}

function indexOf(people: readonly KnownPerson[]): Index {
  const byKey = new Map<string, KnownPerson>();
  const byRow = new Map<string, KnownPerson>();
  const byName = new Map<string, KnownPerson[]>();
  for (const person of people) {
    for (const key of keysOf(person)) byKey.set(key, person);
    if (person.imported) byRow.set(person.imported.row, person);
    const name = folded(person.name);
    byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  return { byKey, byRow, byName };
}

/** A row without an address or a link: who has the same name and applied at the same moment is the same. */
function byMoment(here: Index, { name, email, links, applied }: Newcomer): KnownPerson | undefined {
  if (email !== undefined || links.length > 0 || applied === undefined) return undefined;
  return here.byName.get(folded(name))?.find((person) => person.email === undefined && person.imported !== undefined && Date.parse(person.imported.applied) === Date.parse(applied));
}

/** What one person has and no other: the address, and the name together with a link. */
function keysOf({ name, email, links }: { readonly name: string; readonly email: string | undefined; readonly links: readonly string[] }): string[] {
  return [
    ...(email === undefined ? [] : [`mail ${folded(email)}`]),
    ...links.map((link) => `link ${folded(name)} ${link.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/+$/, '').toLowerCase()}`),
  ];
}

/** A name or address without case, width, accents' spelling and doubled blanks. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
