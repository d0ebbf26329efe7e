import type { Assignment } from '../../analysis/assign.ts';
import { officeOf } from '../../analysis/time/office.ts';
import { readLocalSettings } from '../../identity/local-settings.ts';
import type { Change } from '../../model/change.ts';
import { plural } from '../../model/words.ts';
import { applyPlan, type Commitment } from '../apply.ts';
import { confirmed, mayAsk } from '../ask.ts';
import { flag, Mistake, textOption, type Context, type Input } from '../command.ts';
import type { Opened } from '../open.ts';
import { whoActs } from '../who.ts';
import { writeSchemas } from '../write-schemas.ts';
import { panelChange, type Released } from './panel-change.ts';
import { dataOf, doneText, previewText } from './preview.ts';

/** How a plan is carried out, and told. */
export interface Told {
  readonly commitment: Commitment;
  /** The question before it is written; without it nobody is asked. */
  readonly question: string | undefined;
  /** Sentences before the plan. */
  readonly before?: readonly string[];
  /** Sentences once it is done. */
  readonly next?: readonly string[];
  /** Lines on stdout before those of who is asked. */
  readonly done?: string;
  /** What programs read besides. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Who acts, for the commit: `Asked by dana.`; empty where nobody says it, since the panel holds no such line. @throws Mistake when it is nobody */
export async function signature(context: Context, input: Input, opened: Opened, word: 'Asked' | 'Released'): Promise<string> {
  const said = textOption(input, 'by') ?? readLocalSettings(opened.root).settings.me;
  return said === undefined ? '' : `\n${word} by ${await whoActs(context, input, opened)}.\n`;
}

/** The change of each row's panel. */
export function changesOf({ workspace, clock, text }: Opened, rows: readonly Assignment[], release?: Released): Change[] {
  const office = officeOf(workspace.calendar);
  const today = office.zone.dayOf(clock.now);
  return rows.flatMap(({ candidate, visit, members, asked, due, proposed, trainee }) => {
    const ask = [...proposed.map(({ person }) => ({ person, asked, due, shadow: false })), ...(trainee === undefined ? [] : [{ person: trainee.person, asked, due, shadow: true }])];
    return ask.length === 0 && !release ? [] : [panelChange({ candidate, visit, ask, members, ...(release && { release }) }, today, office, text)];
  });
}

/**
 * Shows a plan of who is asked, has it confirmed, and writes it as one commit.
 * @returns the exit code; 1 when it was written and did not get any further, or somebody is still missing
 * @throws Mistake when it is to be confirmed and nobody is there who could
 */
export async function carryOutPanels(context: Context, input: Input, opened: Opened, rows: readonly Assignment[], changes: readonly Change[], told: Told): Promise<number> {
  const [dry, json] = [flag(input, 'dry-run'), flag(input, 'json')];
  const preview = `${(told.before ?? []).map((line) => `${line}\n`).join('')}${previewText(opened.workspace, rows)}`;
  if (!json) (dry ? context.stdout : context.stderr)(preview);
  const lacking = rows.reduce((sum, { missing }) => sum + missing, 0);
  if (changes.length > 0 && !dry && told.question !== undefined && !flag(input, 'yes')) {
    if (!mayAsk(context, input)) throw new Mistake(`${plural(changes.length, 'panel')} would be written, and nobody can be asked. Look at it with --dry-run, then say --yes.`);
    if (!(await confirmed(context, input, told.question))) {
      context.stderr('Nothing was changed.\n');
      return 0;
    }
  }
  // A new panel names its schema in the first line, so the schema is there when an editor opens it.
  if (changes.length > 0 && !dry) writeSchemas(opened.root, opened.workspace);
  const written = changes.length === 0 ? undefined : await applyPlan(context, input, opened.root, changes, told.commitment);
  if (json) {
    context.stdout(`${JSON.stringify({
      written: !dry && written !== undefined && written.paths.length > 0, ...told.data, panels: rows.map(dataOf), files: changes.map(({ path }) => path),
      commit: written?.commit ?? null, pullRequest: written?.pullRequest ?? null, failed: written?.failed ?? null,
    })}\n`);
  } else if (!dry && written) {
    context.stdout(`${told.done ?? ''}${doneText(rows)}`);
    for (const sentence of told.next ?? []) context.stderr(`${sentence}\n`);
  } else if (changes.length === 0) context.stderr('There is nothing to do.\n');
  return written?.failed === undefined && lacking === 0 ? 0 : 1;
}
