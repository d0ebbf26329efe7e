import type { RoleEffect, StageChange } from '../analysis/effect-process.ts';
import type { Difference } from '../analysis/effect-values.ts';
import { plural } from '../model/words.ts';
import { code, number, said } from './comment-words.ts';

/** Names and values that are listed; the rest is counted. */
const LISTED = 20;

/** Per opening what the process asks of a candidate, before and after, and who is under way. */
export function processSection(effects: readonly RoleEffect[]): string | undefined {
  if (effects.length === 0) return undefined;
  return ['### What candidates meet', ...effects.map(roleWords)].join('\n\n');
}

function roleWords({ role, title, before, after, stages, open, touched }: RoleEffect): string {
  const named = touched.slice(0, LISTED).map(code).join(', ');
  const rest = touched.length > LISTED ? ` and ${touched.length - LISTED} more` : '';
  const way = open === 0 ? 'Nobody is under way.'
    : `${plural(open, 'candidate')} under way, ${touched.length === 0 ? 'none in a stage that changes.' : `${touched.length} in a stage that changes: ${named}${rest}.`}`;
  return [`**${said(title)}** (${code(role)}): ${costWords(before, after)}. ${way}`, ...(stages.length === 0 ? [] : [stages.map(stageWords).join('\n')])].join('\n\n');
}

/** "6.5 h unpaid, 43 days → 7 h, 44 days" */
function costWords(before: RoleEffect['before'], after: RoleEffect['after']): string {
  const words = (cost: { readonly hours: number; readonly days: number }, unpaid: string): string => `${number(cost.hours)} h${unpaid}, ${cost.days} days`;
  if (!before) return after ? `new, ${words(after, ' unpaid')}` : 'no process';
  if (!after) return `${words(before, ' unpaid')} → none`;
  const same = before.hours === after.hours && before.days === after.days;
  return same ? `${words(after, ' unpaid')}, as before` : `${words(before, ' unpaid')} → **${words(after, '')}**`;
}

function stageWords({ title, stage, how, what }: StageChange): string {
  const name = `${said(title)} (${code(stage)})`;
  if (how === 'added') return `- **new stage** ${name}`;
  if (how === 'removed') return `- **stage removed**: ${name}`;
  if (how === 'moved') return `- ${name} comes at another place`;
  return `- ${name}: ${what.slice(0, LISTED).map(differenceWords).join('; ')}`;
}

function differenceWords({ key, before, after }: Difference): string {
  if (before === undefined) return `${code(key)} is new: ${said(after ?? '')}`;
  if (after === undefined) return `${code(key)} goes away (was ${said(before)})`;
  return `${code(key)} ${said(before)} → **${said(after)}**`;
}

/** A record of the organisation whose values differ: an opening, a person, the settings, a set of questions. */
export interface ChangedValues {
  readonly path: string;
  readonly how: 'new' | 'gone' | 'changed';
  readonly what: readonly Difference[];
}

/** What differs in each, value by value. */
export function valueSection(changed: readonly ChangedValues[]): string | undefined {
  if (changed.length === 0) return undefined;
  const lines = changed.slice(0, LISTED).map(({ path, how, what }) => {
    if (how !== 'changed') return `- ${code(path)} ${how === 'new' ? 'is new' : 'goes away'}`;
    if (what.length === 0) return `- ${code(path)}: words alone`;
    const rest = what.length > LISTED ? `\n  - and ${what.length - LISTED} more` : '';
    return `- ${code(path)}\n${what.slice(0, LISTED).map((each) => `  - ${differenceWords(each)}`).join('\n')}${rest}`;
  });
  const rest = changed.length > LISTED ? [`- and ${plural(changed.length - LISTED, 'further file')}`] : [];
  return `### What else changes\n\n${[...lines, ...rest].join('\n')}`;
}

/** What a pull request appends to the record of one candidate. */
export interface ChangedRecord {
  readonly role: string;
  readonly candidate: string;
  /** Words for each event, message or decision that is new, oldest first. */
  readonly added: readonly string[];
}

/** Whose record grows, and by what. */
export function recordSection(changed: readonly ChangedRecord[]): string | undefined {
  if (changed.length === 0) return undefined;
  const lines = changed.slice(0, LISTED).map(({ role, candidate, added }) => `- ${code(candidate)} in ${code(role)}: ${added.length === 0 ? 'changed' : added.map(said).join('; ')}`);
  const rest = changed.length > LISTED ? [`- and ${plural(changed.length - LISTED, 'further candidate')}`] : [];
  return `### Records\n\n${[...lines, ...rest].join('\n')}`;
}
