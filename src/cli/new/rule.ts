import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotWritten, removeFile, writeFile } from '../../store/write.ts';
import { flag, Mistake, type Context, type Input } from '../command.ts';
import { ENGINE } from '../engine.ts';
import { explanationSkeleton, overlaySkeleton, ruleSkeleton, testSkeleton } from './rule-skeletons.ts';

const CODE = /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/;
const RULES = 'src/checks/registry.ts';
const EXPLANATIONS = 'src/checks/explain/index.ts';

/** One file to write: new, or one that changes. */
interface Step {
  readonly path: string;
  readonly before: string | undefined;
  readonly text: string;
}

/**
 * `hire new rule <family>/<what>`: rule, test, overlay and explanation, registered. The test fails with words that say what to fill in.
 * @param code the stable name of the problem, such as `role/no-pay`
 * @param engine the folder with package.json and src; only a test hands in another
 */
export function newRule(context: Context, input: Input, code: string | undefined, engine: string = ENGINE): Promise<number> {
  if (code === undefined || !CODE.test(code)) throw new Mistake(`hire new rule takes the code of a problem, such as role/no-pay: a family and what is wrong, in lower-case letters and single hyphens${code === undefined ? '' : `; found “${code}”`}.`);
  const steps = stepsOf(engine, code);
  const dry = flag(input, 'dry-run');
  if (!dry) apply(engine, steps);
  if (flag(input, 'json')) context.stdout(`${JSON.stringify({ code, files: steps.map((step) => step.path), written: !dry })}\n`);
  else {
    if (dry) context.stderr('Nothing was written (--dry-run). This would be:\n');
    context.stdout(steps.map((step) => `${step.path}${step.before === undefined ? '' : ' (one entry)'}\n`).join(''));
    const [rule, test] = [pathOf(code, '.ts'), pathOf(code, '.test.ts')];
    context.stderr(`Fill in check in ${rule}, the overlay that breaks it, and the explanation; then: npx vitest run ${test}\nThe problem as people see it is kept beside the overlay: npx vitest run src/checks -u writes it, and the review reads it.\n`);
  }
  return Promise.resolve(0);
}

function stepsOf(engine: string, code: string): Step[] {
  const [family = '', what = ''] = code.split('/');
  const explainPath = `src/checks/explain/${family}.ts`;
  const explain = textOf(engine, explainPath);
  const registry = textOf(engine, RULES) ?? '';
  const index = textOf(engine, EXPLANATIONS) ?? '';
  const name = camel(`${family}-${what}`);
  const list = camel(family);
  if (explain?.includes(`'${code}'`)) throw new Mistake(`There is a problem “${code}” already; “hire explain ${code}” says what it means.`);
  const created = [
    { path: pathOf(code, '.ts'), text: ruleSkeleton(code, name) },
    { path: pathOf(code, '.test.ts'), text: testSkeleton(code, name, pathOf(code, '.ts')) },
    { path: `src/fixtures/every-problem/${family}/${what}.ts`, text: overlaySkeleton(code) },
  ];
  const taken = created.find(({ path }) => existsSync(join(engine, path)));
  if (taken) throw new NotWritten(`${taken.path} exists already; nothing was written.`);
  const steps: Step[] = created.map((each) => ({ ...each, before: undefined }));
  steps.push({ path: explainPath, before: explain, text: explain === undefined
    ? `import type { Explanation } from './explanation.ts';\n\n/** Explanations of the codes \`${family}/…\`. */\nexport const ${list}: readonly Explanation[] = [\n${explanationSkeleton(code)}];\n`
    : replaced(explain, /\n\];\n?$/, `\n${explanationSkeleton(code)}];\n`, explainPath) });
  if (explain === undefined) {
    const imported = replaced(index, /\nimport type \{ Explanation \}/, `\nimport { ${list} } from './${family}.ts';\nimport type { Explanation }`, EXPLANATIONS);
    steps.push({ path: EXPLANATIONS, before: index, text: replaced(imported, /\n\]\.sort\(/, `\n  ...${list},\n].sort(`, EXPLANATIONS) });
  }
  const imported = replaced(registry, /\n\n\/\*\* Every rule/, `\nimport { ${name} } from './rules/${family}-${what}.ts';\n\n/** Every rule`, RULES);
  steps.push({ path: RULES, before: registry, text: replaced(imported, /\n\];\s*$/, `\n  ...${name},\n];\n`, RULES) });
  return steps;
}

/** Writes all steps or none. */
function apply(engine: string, steps: readonly Step[]): void {
  const done: Step[] = [];
  try {
    for (const step of steps) {
      writeFile(engine, step.path, step.text, { overwrite: step.before !== undefined });
      done.push(step);
    }
  } catch (error) {
    for (const { path, before } of done) {
      if (before === undefined) removeFile(engine, path);
      else writeFile(engine, path, before, { overwrite: true });
    }
    throw error;
  }
}

function pathOf(code: string, ending: string): string {
  return `src/checks/rules/${code.replace('/', '-')}${ending}`;
}

function textOf(engine: string, path: string): string | undefined {
  return existsSync(join(engine, path)) ? readFileSync(join(engine, path), 'utf8') : undefined;
}

function replaced(text: string, what: RegExp, by: string, path: string): string {
  if (!what.test(text)) throw new Mistake(`${path} has another form than expected; add the rule by hand, as src/checks/README.md describes.`);
  return text.replace(what, () => by);
}

function camel(words: string): string {
  return words.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
