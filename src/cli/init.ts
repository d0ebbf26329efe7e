import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { officeOf } from '../analysis/time/office.ts';
import { parseDuration } from '../model/duration.ts';
import { plural } from '../model/words.ts';
import { matchPath } from '../store/match.ts';
import { NotEdited } from '../store/edit-yaml.ts';
import { answer, confirmed, oneOfThese } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { askPilot, pilotFiles, pilotSettings, type Pilot } from './init/pilot.ts';
import { closedRole, divide, untrained, type ExampleFate } from './init/remains.ts';
import { ownSettings, type Answers } from './init/settings.ts';
import { recover, swapContent } from './init/swap.ts';
import { openTree, type Opened } from './open.ts';

const SETTINGS = 'content/settings.yml';
const text = { type: 'string' } as const;

/** `hire init`: the example becomes the repository of a team. */
export const init: Command = {
  name: 'init',
  summary: 'make the example your own',
  usage: '',
  help: `
Asks five questions, writes content/settings.yml and takes the example's people, openings and candidates out. Pipelines, rubrics,
challenges, questions, messages, guide and policies stay: they are yours to change. All of it happens, or nothing; what was there is
kept under .hire, which git ignores.

hire init
hire init --organisation "Tiny Ltd" --site-title Hiring --site-url https://hiring.tiny.example --timezone Europe/Lisbon --holidays PT
hire init --pilot              also sets up one opening with one process, its people, the day it begins and the questions after two weeks
hire init --example keep       keeps people and openings as patterns; the openings are closed
hire init --dry-run            only shows the plan`,
  options: {
    organisation: text, 'site-title': text, 'site-url': text, timezone: text, holidays: text, 'reply-within': text, example: text, force: { type: 'boolean' },
    pilot: { type: 'boolean' }, title: text, from: text, pipeline: text, manager: text, with: text,
  },
  words: [0, 0],
  async run(context, input) {
    undoHalf(context, input);
    const fate = fateOf(input);
    const opened = await openTree(context, input);
    const path = join(opened.root, SETTINGS);
    if (!existsSync(path)) throw new Mistake(`There is no ${SETTINGS} here, so there is no example to make your own.`);
    if (opened.workspace.broken.has(SETTINGS)) throw new Mistake(`${SETTINGS} cannot be read; “hire check” says what is wrong.`);
    if (opened.workspace.settings.value.example === undefined && !flag(input, 'force')) {
      throw new Mistake(`This repository is no example any more: ${SETTINGS} has no “example:”. To start over and take every candidate, person and opening out of it, add --force.`);
    }
    const stray = ['title', 'from', 'pipeline', 'manager', 'with'].find((option) => textOption(input, option) !== undefined);
    if (!flag(input, 'pilot') && stray !== undefined) throw new Mistake(`--${stray} belongs to a pilot: add --pilot.`);
    if (flag(input, 'pilot') && fate === 'keep') throw new Mistake('--pilot sets up an opening of your own; with --example keep there would be two casts. Leave one of them out.');
    const answers = await ask(context, input, opened);
    const day = today(context, answers);
    const pilot = flag(input, 'pilot') ? await askPilot(context, input, opened.workspace, day) : undefined;
    const paths = (await opened.files.list()).map((entry) => entry.path).filter((each) => each.startsWith('content/'));
    const { stay, go } = divide(paths, fate);
    const changed = new Map([...changes(opened, stay, answers, fate, day), ...(pilot ? added(opened, pilot, answers, day) : [])]);
    const plan = [
      `Write  ${SETTINGS}: ${answers.organisation}, ${answers.url}, ${answers.timezone}, holidays of ${answers.holidays ?? 'no country'}, an answer within ${answers.replyWithin}`,
      ...[...go].sort().map(([folder, files]) => `Remove content/${folder}: ${plural(files.length, 'file')}`),
      ...(pilot ? [`Set up content/roles/${pilot.role}.mdx with the process ${pilot.pipeline}, open from ${pilot.from}; ${plural(pilot.others.length + 1, 'person', 'people')}; on ${pilot.askOn} they are asked`] : []),
      ...(!pilot && changed.size > 1 ? [`Change ${plural(changed.size - 1, 'file')} of people and roles: training records go, openings are closed`] : []),
      `Keep   ${plural(stay.length, 'file')} of the process`,
    ];
    context.stderr(`${plan.join('\n')}\n`);
    const dry = flag(input, 'dry-run');
    if (!dry && !(await confirmed(context, input, 'Do it?'))) {
      context.stderr('Nothing was changed.\n');
      return 0;
    }
    const stamp = new Date(context.machineNow()).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
    if (!dry) context.stderr(`What was there lies in ${swapContent(opened.root, stay, changed, stamp)}; remove it when you are content.\n`);
    const removed = [...go.values()].flat();
    if (flag(input, 'json')) context.stdout(`${JSON.stringify({ written: !dry, changed: [...changed.keys()], removed: removed.length, kept: stay.length })}\n`);
    else context.stdout(dry ? 'Nothing was changed (--dry-run).\n' : pilot ? `This is your repository now. Next: describe the opening in content/roles/${pilot.role}.mdx, read content/policies/pilot.md, hire doctor.\n` : 'This is your repository now. Next: hire new person, hire new role, hire doctor.\n');
    return 0;
  },
};

/** A run that the machine ended in the middle left its folder beside; it is put back before anything is read. */
function undoHalf(context: Context, input: Input): void {
  const named = textOption(input, 'root');
  for (let folder = resolve(context.cwd, named ?? '.'); ; folder = dirname(folder)) {
    if (recover(folder)) context.stderr('The run before this one was interrupted; its half was undone.\n');
    if (named !== undefined || existsSync(join(folder, 'content')) || dirname(folder) === folder) return;
  }
}

function fateOf(input: Input): ExampleFate {
  const said = textOption(input, 'example') ?? 'remove';
  if (said !== 'remove' && said !== 'keep') throw new Mistake(`--example takes keep or remove, found “${said}”.`);
  return said;
}

async function ask(context: Context, input: Input, opened: Opened): Promise<Answers> {
  const { settings: { value } } = opened.workspace;
  const organisation = await answer(context, input, { option: 'organisation', ask: 'What is your organisation called?', wrong: (said) => (said.trim() === '' ? 'A name is needed.' : undefined) });
  return {
    organisation,
    title: await answer(context, input, { option: 'site-title', ask: 'What is the site to be called?', fallback: `Hiring at ${organisation}` }),
    url: await answer(context, input, { option: 'site-url', ask: 'At which https address will it live?', wrong: wrongUrl }),
    timezone: await answer(context, input, { option: 'timezone', ask: 'In which time zone does your day end?', fallback: new Intl.DateTimeFormat().resolvedOptions().timeZone, wrong: wrongZone }),
    holidays: await country(context, input),
    replyWithin: await answer(context, input, {
      option: 'reply-within', ask: 'Within which time do you answer candidates?', fallback: value.promises.reply_within.text,
      wrong: (said) => (parseDuration(said) ? undefined : `“${said}” is no duration such as 5 business days or 72h.`),
    }),
  };
}

/** The country of the holidays; undefined for none. */
async function country(context: Context, input: Input): Promise<string | undefined> {
  const { default: Holidays } = await import('date-holidays');
  const countries = Object.keys(new Holidays().getCountries());
  const said = await answer(context, input, {
    option: 'holidays', ask: 'Whose public holidays are no business days (GB, DE-BY, …; “none” for no country)?', fallback: 'none',
    wrong: (code) => {
      if (code === 'none') return undefined;
      const [land = '', region] = code.split('-', 2);
      const wrong = oneOfThese('country', countries)(land);
      if (wrong !== undefined) return `There is no country “${land}” whose holidays are known. Write two letters such as GB or PT, or none.`;
      return region === undefined ? undefined : oneOfThese(`region of ${land}`, Object.keys(new Holidays().getStates(land) ?? {}))(region);
    },
  });
  return said === 'none' ? undefined : said;
}

function changes(opened: Opened, stay: readonly string[], answers: Answers, fate: ExampleFate, day: string): Map<string, string> {
  const read = (path: string): string => readFileSync(join(opened.root, path), 'utf8');
  try {
    const changed = new Map([[SETTINGS, ownSettings(read(SETTINGS), answers)]]);
    if (fate === 'remove') return changed;
    for (const path of stay) {
      const kind = matchPath(path)?.kind.name;
      const before = kind === 'person' || kind === 'role' ? read(path) : '';
      const after = kind === 'role' ? closedRole(before, day) : /^trained:/m.test(before) ? untrained(before) : before;
      if (after !== before) changed.set(path, after);
    }
    return changed;
  } catch (error) {
    if (error instanceof NotEdited) throw new Mistake(`${error.message} Nothing was changed.`);
    throw error;
  }
}

/** What a pilot adds, its settings with it. */
function added(opened: Opened, pilot: Pilot, answers: Answers, day: string): ReadonlyMap<string, string> {
  const pipeline = opened.workspace.pipelines.get(pilot.pipeline)?.value;
  if (!pipeline) throw new Mistake(`There is no process “${pilot.pipeline}”.`);
  const settings = pilotSettings(ownSettings(readFileSync(join(opened.root, SETTINGS), 'utf8'), answers), pilot);
  return new Map([...pilotFiles(pilot, pipeline, day), [SETTINGS, settings]]);
}

/** The day it is now, by the machine's clock: the example's clock ends with the example. */
function today(context: Context, answers: Answers): string {
  return officeOf({ timezone: answers.timezone, workdays: new Set([1]), closed: new Map(), years: [2020, 2035] }).zone.dayOf(context.machineNow());
}

function wrongUrl(said: string): string | undefined {
  if (said.trim() === '') return 'Nothing was typed, and an address is needed: https and the name of the host, without a slash at its end, such as https://hiring.example.';
  return URL.canParse(said) && new URL(said).protocol === 'https:' && !said.endsWith('/') ? undefined : `“${said}” is no https address without a slash at its end, such as https://hiring.example.`;
}

function wrongZone(said: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(said) ? undefined : `“${said}” is no time zone.`;
  } catch {
    return `“${said}” is no time zone such as Europe/London, America/Toronto or UTC.`;
  }
}
