import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../model/problem.ts';
import { codeFrame } from '../report/frame.ts';
import { publish } from '../view/publish.ts';
import { PUBLISHED } from '../view/published/files.ts';
import type { PublishedBuild } from '../view/published/reference.ts';
import type { Context } from './command.ts';
import { ALL_EXPLANATIONS } from './explanations.ts';
import type { Opened } from './open.ts';
import { progressOn } from './progress.ts';
import { repositoryOf } from './repository-of.ts';
import { VERSION } from './version.ts';

const AN_HOUR = 3_600_000;

/** Folders of the content whose pages are published as they were written. */
const TEXTS: readonly (readonly [folder: string, pattern: RegExp])[] = [
  ['challenges', /^content\/challenges\/([^/]+)\/challenge\.mdx$/],
  ['roles', /^content\/roles\/([^/]+)\.mdx$/],
  ['guide', /^content\/guide\/([^/]+)\.mdx$/],
];

/**
 * Writes everything that is published below `out/v1`. The old folder is replaced as a whole once the new one is complete: readers
 * never see half of each.
 * @returns how many files were written
 */
export async function publishTo(out: string, opened: Opened, problems: readonly Problem[], context: Context): Promise<{ files: number }> {
  mkdirSync(out, { recursive: true });
  removeLeftovers(out);
  const fresh = mkdtempSync(join(out, '.v1-'));
  const progress = progressOn(context);
  const folders = new Set<string>();
  let files = 0;
  const write = (path: string, text: string): void => {
    const target = join(fresh, path);
    const folder = dirname(target);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    writeFileSync(target, text);
    files += 1;
    if (files % 200 === 0) progress.step(`Publishing, ${files} files`);
  };
  try {
    const input = { workspace: opened.workspace, now: opened.clock.now, problems: explained(), build: { ...buildFacts(opened, problems), repository: await repositoryOf(opened.root, context.env) } };
    for (const [path, value] of publish(input)) write(path, `${JSON.stringify(value)}\n`);
    for (const [path, schema] of Object.entries(PUBLISHED)) write(`schemas/${schemaName(path)}`, `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12' }), null, 2)}\n`);
    for (const [path, text] of texts(opened)) write(path, text);
    rmSync(join(out, 'v1'), { recursive: true, force: true });
    renameSync(fresh, join(out, 'v1'));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    progress.clear();
  }
  return { files };
}

/** What a killed run left behind. A younger folder may belong to a run that is still writing. */
function removeLeftovers(out: string): void {
  for (const name of readdirSync(out)) {
    const folder = join(out, name);
    if (name.startsWith('.v1-') && Date.now() - statSync(folder).mtimeMs > AN_HOUR) rmSync(folder, { recursive: true, force: true });
  }
}

/** `candidates/<role>/<candidate>.json` has its schema in `schemas/candidates-role-candidate.schema.json`. */
function schemaName(path: string): string {
  return `${path.replace(/\.json$/, '').replaceAll('/', '-').replace(/[<>]/g, '')}.schema.json`;
}

function explained(): { code: string; severity: 'error' | 'warning'; title: string; why: string; wrong: string; right: string }[] {
  return [...ALL_EXPLANATIONS.values()].map(({ code, severity, title, why, wrong, right }) => ({ code, severity, title, why, wrong, right }));
}

function* texts(opened: Opened): Generator<readonly [string, string]> {
  for (const { path } of opened.workspace.entries) {
    for (const [folder, pattern] of TEXTS) {
      const name = pattern.exec(path)?.[1];
      const text = name === undefined || opened.workspace.broken.has(path) ? undefined : opened.text(path);
      if (name !== undefined && text !== undefined) yield [`text/${folder}/${name}.mdx`, text];
    }
  }
}

function buildFacts(opened: Opened, problems: readonly Problem[]): Omit<PublishedBuild, 'repository'> {
  const plain = { dim: (text: string) => text, mark: (text: string) => text };
  const common = (problem: Problem) => ({
    code: problem.code, path: problem.path, line: problem.line ?? null, message: problem.message, hint: problem.hint ?? null,
  });
  return {
    commit: opened.commit?.id ?? null,
    engine: VERSION,
    warnings: problems.filter((problem) => problem.severity === 'warning').map(common),
    leftOut: problems.filter((problem) => problem.severity === 'error').map((problem) => ({
      ...common(problem), column: problem.column ?? null, frame: codeFrame(problem, opened.text(problem.path), plain).join('\n'),
    })),
  };
}
