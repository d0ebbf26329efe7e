import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ALL_EXPLANATIONS as EXPLANATIONS } from './cli/explanations.ts';
import { COMMANDS } from './cli/commands.ts';
import { GLOBAL_OPTIONS } from './cli/options.ts';
import { HOUSE } from './house.ts';
import { anchorsOf, callsOf, codesOf, excerptsOf, fragmentsOf, linksOf, scriptsOf } from './house-docs.ts';
import { identitySchema } from './identity/identity-schema.ts';
import { readLocalSettings } from './identity/local-settings.ts';
import { pageSchema } from './model/page.ts';
import type { FileKind } from './model/kinds.ts';
import { matchPath } from './store/match.ts';
import { parseFrontMatter } from './text/frontmatter.ts';
import { readRecord } from './text/record.ts';
import { readYaml } from './text/yaml-record.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const texts = new Map<string, string>();

beforeAll(async () => {
  for await (const path of glob(['*.md', '.github/**/*.md', 'src/site/docs/*.md'], { cwd: root })) texts.set(path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8'));
});

/** What is wrong with a file shown in a text, as `hire check` would say it. */
function excerptProblems(path: string, text: string): readonly string[] {
  if (path.endsWith('/identity.yml')) return readYaml(identitySchema, 'an identity', path, text).problems.map(({ message }) => message);
  if (path === '.hire/local.yml') return localProblems(text);
  const match = matchPath(path);
  if (!match) return [`${path} has no place in the tree`];
  return readRecord(match.kind as FileKind, path, text).problems.map(({ line, message }) => `${line}: ${message}`);
}

function localProblems(text: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hire-docs-'));
  try {
    mkdirSync(join(folder, '.hire'));
    writeFileSync(join(folder, '.hire', 'local.yml'), text);
    return readLocalSettings(folder).problems.map(({ message }) => message);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function unknownCalls(markdown: string): Promise<readonly string[]> {
  const unknown = await Promise.all(callsOf(markdown).map(async ({ command, options, line }) => {
    const known = await COMMANDS.find(({ name }) => name === command)?.load();
    if (!known) return [`${line}: hire ${command}`];
    return options.filter((option) => !(option in { ...GLOBAL_OPTIONS, ...known.options })).map((option) => `${line}: hire ${command} --${option}`);
  }));
  return unknown.flat();
}

/** The headings of the text that a link names: the same one, a page of the documentation, or a file. */
function headingsAt(page: string, from: string, text: string): ReadonlySet<string> | undefined {
  const target = page === '' ? text : texts.get(page.startsWith('/docs/') ? `src/site${page}.md` : join(dirname(from), page));
  return target === undefined ? undefined : anchorsOf(target);
}

const families = new Set([...EXPLANATIONS.keys()].map((code) => code.split('/')[0] ?? ''));
const unknownCodes = (markdown: string): readonly string[] => codesOf(markdown, families).filter((code) => !EXPLANATIONS.has(code));
const every = <T>(find: (text: string, path: string) => readonly T[]) => [...texts].flatMap(([path, text]) => find(text, path).map((each) => `${path}: ${String(each)}`));

describe('what people read', () => {
  it('is there', () => {
    expect([...texts.keys()]).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'src/site/docs/reviewer.md', 'src/site/docs/hiring-manager.md', 'src/site/docs/process-owner.md']));
  });

  it('shows files that are valid', () => {
    expect([...texts.values()].flatMap(excerptsOf).length).toBeGreaterThan(8);
    expect(every((text) => excerptsOf(text).flatMap(({ path, line, text: shown }) => excerptProblems(path, shown).map((problem) => `${line}: ${path}: ${problem}`)))).toEqual([]);
  });

  it('says above each file where it lies, since no reader sees the title of a block', () => {
    expect(every((text) => excerptsOf(text).filter(({ path, line }) => !text.split('\n').slice(Math.max(0, line - 6), line - 2).join(' ').includes(`\`${path}\``)).map(({ path }) => path))).toEqual([]);
  });

  it('names only commands and options there are', async () => {
    expect([...texts.values()].flatMap(callsOf).length).toBeGreaterThan(15);
    for (const [path, text] of texts) expect(await unknownCalls(text), path).toEqual([]);
  });

  it('speaks of candidates of the example, as long as the repository is the example', async () => {
    if (!/^example:/m.test(readFileSync(join(root, 'content/settings.yml'), 'utf8'))) return;
    const named = [...new Set([...texts.values()].flatMap((text) => [...text.matchAll(/hire new score (\S+)/g)].map(([, id = '']) => id)))];
    expect(named.length).toBeGreaterThan(0);
    const known: string[] = [];
    for await (const path of glob('content/candidates/*/*', { cwd: root })) known.push(basename(path));
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });

  it('names only npm scripts there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    expect(every((text) => scriptsOf(text).filter((name) => !(name in scripts)))).toEqual([]);
  });

  it('names only problems there are', () => {
    expect([...texts.values()].flatMap((text) => codesOf(text, families)).length).toBeGreaterThan(20);
    expect(every(unknownCodes)).toEqual([]);
  });

  it('leads nowhere but to files there are', () => {
    const inDocs = (path: string) => path.startsWith('src/site/docs/');
    // Pages of the site link to each other as addresses, /docs/…; the finished site's own test follows those.
    expect(every((text, path) => linksOf(text).filter((target) => !(inDocs(path) && target.startsWith('/')) && !existsSync(join(root, dirname(path), target))))).toEqual([]);
  });

  it('leads only to headings there are', () => {
    const dead = (text: string, path: string) => fragmentsOf(text).filter(([page, fragment]) => !headingsAt(page, path, text)?.has(fragment)).map(([page, fragment]) => `${page}#${fragment}`);
    expect(every(dead)).toEqual([]);
    expect(fragmentsOf('[a](#one-two) [b](/docs/c#d)')).toEqual([['', 'one-two'], ['/docs/c', 'd']]);
    expect(anchorsOf('# One, two!')).toEqual(new Set(['one-two']));
  });

  it('describes the rooms as they are', async () => {
    const rows = new Map([...(texts.get('CONTRIBUTING.md') ?? '').matchAll(/^\| `src\/([\w]+)` \|[^|]*\| ([^|]*) \|$/gm)].map(([, room = '', imports = '']) => [room, imports]));
    const folders: string[] = [];
    for await (const path of glob('src/*/', { cwd: root })) folders.push(path.replaceAll('\\', '/').replace(/^src\/|\/$/g, ''));
    expect([...rows.keys()].sort()).toEqual(folders.sort());
    for (const [room, imports] of rows) {
      const { ours = [], types = [] } = HOUSE[room] ?? {};
      const words = room === 'cli' ? 'all but site' : [...ours, ...types.map((each) => `${each} (types)`)].join(', ') || '–';
      expect(imports, room).toBe(words);
    }
  });

  it('on the site has a title, a place and a summary', () => {
    for (const [path, text] of texts) {
      if (!path.startsWith('src/site/docs/')) continue;
      const front = parseFrontMatter(text);
      expect(front.faults, path).toBeUndefined();
      expect(pageSchema.required().safeParse(front.value?.data).success, path).toBe(true);
    }
  });
});

describe('a text that is wrong is seen', () => {
  it.each([
    ['in a file', '```yaml title="content/people/a.yml"\nname: A\nroles: [reviewr]\nactive: { from: 2026-01-01 }\n```'],
    ['in a rubric', '```markdown title="rubrics/a.md"\n---\ntitle: A\n---\n```'],
    ['by a place that is none', '```yaml title="content/person/a.yml"\nname: A\n```'],
    ['in an identity', '```yaml title="identities/teal-otter-7f/identity.yml"\nemail: a@b.example\n```'],
    ['in local settings', '```yaml title=".hire/local.yml"\nidentity: a\n```'],
  ])('%s', (_, markdown) => {
    expect(excerptsOf(markdown).flatMap(({ path, text }) => excerptProblems(path, text))).not.toEqual([]);
  });

  it('by a command, an option, a code or a link', async () => {
    expect(await unknownCalls('`npx hire chekc`\n```\nhire check --fromat x\n```')).toEqual(['3: hire check --fromat', '1: hire chekc']);
    expect(await unknownCalls('`hire check --format github`, and hire people')).toEqual([]);
    expect(unknownCodes('`rubric/weight-sum` and `rubric/weights-sum`')).toEqual(['rubric/weight-sum']);
    expect(linksOf('[a](b.md#c) [d](https://e.example) ![f](g.png)\n```\n[h](i)\n```')).toEqual(['b.md', 'g.png']);
  });
});
