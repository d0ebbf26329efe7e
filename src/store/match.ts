import { FILE_KINDS, type FileKind, type FileKindName } from '../model/kinds.ts';

/** A path that has its place in the tree: its kind and the names the path bears. */
export interface Match {
  readonly kind: (typeof FILE_KINDS)[number];
  readonly names: Readonly<Record<string, string>>;
  /** Stored encrypted, `….age`. */
  readonly sealed: boolean;
}

const SEALABLE: ReadonlySet<FileKindName> = new Set(['score', 'submission', 'submission-text', 'decision']);

interface Pattern {
  readonly kind: (typeof FILE_KINDS)[number];
  readonly expression: RegExp;
  readonly names: readonly string[];
}

/** Patterns by what their paths begin with, so that a path is tried against a few only. */
const PATTERNS: ReadonlyMap<string, readonly Pattern[]> = Map.groupBy(FILE_KINDS.map(compile), (pattern) => family(pattern.kind.pattern));

/** What a path is; undefined for a file that has no place in the tree. */
export function matchPath(path: string): Match | undefined {
  const sealed = path.endsWith('.age');
  const plain = sealed ? path.slice(0, -4) : path;
  for (const pattern of PATTERNS.get(family(plain)) ?? []) {
    const found = pattern.expression.exec(plain);
    if (!found) continue;
    const names: Record<string, string> = {};
    pattern.names.forEach((name, index) => (names[name] = found[index + 1] ?? ''));
    if (names['decision'] !== undefined && !/^decision(?:\.\d+)?$/.test(names['decision'])) continue;
    if (sealed && !SEALABLE.has(pattern.kind.name)) return undefined;
    return { kind: pattern.kind, names, sealed };
  }
  return undefined;
}

/** Places in a candidate's folder that are kept for later: never read, never unknown. */
export function isReserved(path: string): boolean {
  return /^content\/candidates\/[^/]+\/[^/]+\/(?:notes\/|attachments\/[^/]+\.age$)/.test(path);
}

function family(path: string): string {
  const [top = '', second = ''] = path.split('/', 2);
  return top === 'rubrics' ? top : `${top}/${second}`;
}

function compile(kind: FileKind): Pattern {
  const names: string[] = [];
  const source = kind.pattern.split(/(<\w+>|\*\*)/).map((part) => {
    const name = /^<(\w+)>$/.exec(part)?.[1];
    if (name !== undefined) {
      names.push(name);
      return kind.name === 'message' ? '([^/.]+)' : '([^/]+)';
    }
    return part === '**' ? '.+' : part.replace(/[.]/g, '\\.');
  });
  return { kind: kind as (typeof FILE_KINDS)[number], expression: new RegExp(`^${source.join('')}$`, 'u'), names };
}
