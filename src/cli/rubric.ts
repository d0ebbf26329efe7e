import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences } from '../model/rubric-wording.ts';
import type { Rubric } from '../model/rubric.ts';
import type { RubricHistory } from '../model/workspace.ts';
import { listed } from '../model/words.ts';
import { editYaml } from '../store/edit-yaml.ts';
import { removeFile, writeFile } from '../store/write.ts';
import { parseFrontMatter } from '../text/frontmatter.ts';
import { oneOfThese } from './ask.ts';
import { flag, Mistake, type Command } from './command.ts';
import { openTree } from './open.ts';
import { writeSchemas } from './write-schemas.ts';

/** `hire rubric`: versions. What a mark means is fixed by a file, and that file is never changed. */
export const rubric: Command = {
  name: 'rubric',
  summary: 'freeze a rubric, or raise its version',
  usage: 'freeze | bump <rubric>',
  help: `
Every version of a rubric that was ever used is a file under rubrics/versions, and stays as it is.

hire rubric freeze interview    the draft is ready: makes it live and copies its version
hire rubric bump interview      criteria, weights, scale or must-haves changed: raises the version and copies it

A change of wording needs neither: scores stay comparable, and the site lists the revision.`,
  options: { 'no-cache': { type: 'boolean' } },
  words: [2, 2],
  async run(context, input) {
    const [verb = '', id = ''] = input.words;
    if (verb !== 'freeze' && verb !== 'bump') throw new Mistake(`hire rubric takes freeze or bump, found “${verb}”.`);
    const opened = await openTree(context, input);
    const path = `rubrics/${id}.md`;
    const history = opened.workspace.rubrics.get(id);
    if (!history?.current) {
      if (opened.workspace.broken.has(path)) throw new Mistake(`${path} cannot be read; “hire check” says what is wrong.`);
      throw new Mistake(oneOfThese('rubric', [...opened.workspace.rubrics].filter(([, each]) => each.current).map(([name]) => name))(id) ?? `There is no rubric “${id}”.`);
    }
    const version = verb === 'freeze' ? freezable(id, history, history.current.value) : bumped(id, history, history.current.value);
    const total = history.current.value.criteria.reduce((sum, each) => sum + Math.round(each.weight * 10), 0);
    if (total !== 1000) throw new Mistake(`The weights of “${id}” add up to ${total / 10} %, not 100 %: a frozen version can never be mended. Nothing was written.`);
    const before = readFileSync(join(opened.root, path), 'utf8');
    const text = restated(before, version);
    const copy = `rubrics/versions/${id}/${version}.md`;
    if (existsSync(join(opened.root, copy))) throw new Mistake(`${copy} exists already; nothing was written.`);
    if (!flag(input, 'dry-run')) {
      // The copy first: were this interrupted, check would name the copy as one version ahead, and nothing would be lost.
      writeFile(opened.root, copy, text);
      try {
        if (text !== before) writeFile(opened.root, path, text, { overwrite: true });
      } catch (error) {
        removeFile(opened.root, copy);
        throw error;
      }
      writeSchemas(opened.root, (await openTree(context, input)).workspace);
    } else context.stderr('Nothing was written (--dry-run). This would be:\n');
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ rubric: id, version, files: [path, copy], written: !flag(input, 'dry-run') })}\n`);
    else {
      context.stdout(`${path}\n${copy}\n`);
      context.stderr(verb === 'freeze' ? `${id}@${version} is live; its text is fixed from now on.\n` : `${id}@${version} is for visits that nobody has scored; panels and scores keep the version they name.\n`);
    }
    return 0;
  },
};

/** The version to freeze. @throws Mistake when it is frozen already */
function freezable(id: string, { versions }: RubricHistory, current: Rubric): number {
  const frozen = versions.get(current.version)?.value;
  if (!frozen) {
    const newest = Math.max(0, ...versions.keys());
    if (current.version <= newest) throw new Mistake(`“${id}” says version ${current.version}, but version ${newest} is frozen already. Write version: ${newest + 1}, then freeze.`);
    if (current.version !== newest + 1) throw new Mistake(`“${id}” says version ${current.version}, but the next one is ${newest + 1}: versions have no gaps.`);
    return current.version;
  }
  const changes = differences(frozen, current);
  throw new Mistake(changes.length === 0
    ? `Version ${current.version} of “${id}” is frozen already.`
    : `Version ${current.version} of “${id}” is frozen, and the text now differs in ${listed(changes)}. Raise the version: hire rubric bump ${id}`);
}

/** The next version. @throws Mistake when nothing but words changed, or the old version was never frozen */
function bumped(id: string, { versions }: RubricHistory, current: Rubric): number {
  const newest = Math.max(0, ...versions.keys());
  const frozen = versions.get(newest)?.value;
  if (!frozen) {
    throw new Mistake(`No version of “${id}” is frozen, so there is nothing to raise. If it was never used, freeze it: hire rubric freeze ${id}. If it was, bring its old text back from the history first.`);
  }
  if (current.version > newest) {
    throw new Mistake(`“${id}” says version ${current.version}, which is not frozen yet. If it was never used, freeze it: hire rubric freeze ${id}. If it was, freeze its text of then first, and raise the version after.`);
  }
  if (differences(frozen, current).length === 0) {
    throw new Mistake(`“${id}” differs from version ${newest} in nothing but words. Scores stay comparable, so the version stays; commit the change as it is.`);
  }
  return newest + 1;
}

/** The text with its version, and live: nothing else is touched. */
function restated(text: string, version: number): string {
  const parsed = parseFrontMatter(text);
  if (!parsed.value) throw new Mistake('The front matter of the rubric cannot be read.');
  const { source, offset } = parsed.value;
  const edited = editYaml(source, [{ set: ['version'], value: version }, { set: ['status'], value: 'live' }]);
  return text.slice(0, offset) + edited.replace(/\n$/, source.endsWith('\n') ? '\n' : '') + text.slice(offset + source.length);
}
