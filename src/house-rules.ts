import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { readImports, type Import } from './house-imports.ts';
import type { Room } from './house.ts';

/** A source file: its path from the repository's root with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const longest = 300;

/** Every breach of the house's rules, one sentence each with file and line, in the order of the files. */
export function findBreaches(files: readonly SourceFile[], house: Readonly<Record<string, Room>>): readonly string[] {
  return files.flatMap((file) => breachesOf(file, house));
}

function breachesOf({ path, text }: SourceFile, house: Readonly<Record<string, Room>>): readonly string[] {
  const breaches: string[] = [];
  if (path.split('/').includes('utils')) breaches.push(`${path}: a folder named “utils” says nothing of what it holds`);
  if (/\.test\.ts$/.test(path)) return breaches;
  const lines = text.split('\n').length - 1;
  if (lines > longest) breaches.push(`${path}: ${lines} lines; a file holds one idea in at most ${longest}`);
  const { imports, defaultExport } = readImports(path, text);
  if (defaultExport !== undefined && !path.startsWith('src/site/')) breaches.push(`${path}:${defaultExport}: a default export has no name to search for`);
  const name = roomOf(inside(path), house);
  const room = name === undefined ? undefined : house[name];
  if (name === undefined || !room) return [...breaches, `${path}: lies in no room of the module map (src/house.ts)`];
  for (const each of imports) {
    if (/^\.{1,2}\//.test(each.of) && !/\.(ts|mjs|astro|css|json|svg)$/.test(each.of)) breaches.push(`${path}:${each.line}: ${each.of} names no extension, and Node looks for none`);
    if (!isAllowed(path, each, name, room)) breaches.push(`${path}:${each.line}: ${name} may not import ${each.of}${each.typeOnly ? '' : mayTakeTypes(path, each, room)}`);
  }
  return breaches;
}

/** `src/text/yaml.ts` → `text/yaml`; `scripts/hire.ts` → `scripts/hire`. */
function inside(path: string): string {
  return path.replace(/^src\//, '').replace(/\.(ts|mts|mjs|js|astro)$/, '');
}

function roomOf(place: string, house: Readonly<Record<string, Room>>): string | undefined {
  return Object.keys(house)
    .filter((name) => within(place, name) || (name === 'house' && place.startsWith('house-')))
    .sort((a, b) => b.length - a.length)[0];
}

function within(place: string, folder: string): boolean {
  return place === folder || place.startsWith(`${folder}/`);
}

function isAllowed(path: string, { of, typeOnly }: Import, name: string, room: Room): boolean {
  if (of.startsWith('.')) {
    const target = inside(posix.join(posix.dirname(path), of));
    const own = name.split('/')[0] ?? name;
    // A room within a room (text/frontmatter) brings what its neighbours must not take for granted, so it lists them itself.
    const home = within(target, own) || (own === 'house' && target.startsWith('house-'));
    return home || room.ours.some((folder) => within(target, folder)) || (typeOnly && takesTypes(target, room));
  }
  if (name.startsWith('site') && /^(astro|virtual):/.test(of)) return true;
  if (of.startsWith('node:')) return matches(of.slice('node:'.length), room.node);
  // Without its prefix a built-in could be shadowed by a package of the same name.
  if (builtinModules.includes(of)) return false;
  return matches(packageOf(of), room.npm);
}

function takesTypes(target: string, room: Room): boolean {
  return (room.types ?? []).some((folder) => within(target, folder));
}

function mayTakeTypes(path: string, { of }: Import, room: Room): string {
  return of.startsWith('.') && takesTypes(inside(posix.join(posix.dirname(path), of)), room) ? ', only its types' : '';
}

function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function matches(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
}
