import type { CandidateFacts } from '../analysis/facts.ts';
import type { Change } from '../model/change.ts';
import type { Role } from '../model/role.ts';
import type { Document } from '../model/workspace.ts';
import { editYaml, NotEdited } from '../store/edit-yaml.ts';
import { parseFrontMatter } from '../text/frontmatter.ts';
import { NotPossible } from './refusal.ts';
import { textOfRole } from './same-text.ts';

/** Where an opening stands before it is closed. */
export interface Closing {
  readonly hired: readonly CandidateFacts[];
  /** Open applications to be declined. */
  readonly rest: readonly CandidateFacts[];
  /** Open applications that are decided, or have our offer: to be settled first, never declined on the way for a reason that is not theirs. */
  readonly standing: readonly CandidateFacts[];
  /** Open applications that were taken out by name, and stay open. */
  readonly kept: readonly CandidateFacts[];
}

/** Divides the applications of a role that is about to close. */
export function closingOf(facts: readonly CandidateFacts[], except: ReadonlySet<string>): Closing {
  const open = facts.filter((each) => !each.closed && each.current !== undefined);
  const others = open.filter((each) => !except.has(each.id));
  return {
    hired: facts.filter((each) => each.how === 'hired'),
    rest: others.filter((each) => !stands(each)),
    standing: others.filter(stands),
    kept: open.filter((each) => except.has(each.id)),
  };
}

function stands({ current, decisions }: CandidateFacts): boolean {
  return current?.phase === 'theirs' || decisions.length > 0;
}

/**
 * The file of a role with one state more; every other character stays.
 * @param on day of the organisation
 * @throws NotPossible when the role is closed already, or has a state for a later day
 */
export function closeRole(id: string, role: Document<Role>, on: string, because: string, text: (path: string) => string | undefined): Change {
  const { path, value } = role;
  const now = value.states.findLast((state) => state.on <= on);
  const later = value.states.find((state) => state.on > on);
  if (later) throw new NotPossible(`“${id}” has a state for ${later.on} already (${later.is}).`, `Change the states in ${path} by hand.`);
  if (now?.is === 'closed') throw new NotPossible(`“${id}” is closed since ${now.on}.`, 'Nothing is left to do.');
  const before = textOfRole(role, text);
  const parsed = parseFrontMatter(before);
  if (!parsed.value) throw new NotPossible(`${path} cannot be read.`, '“hire check” says what is wrong.');
  const { source, offset } = parsed.value;
  try {
    const edited = editYaml(source, [{ append: ['states'], value: { on, is: 'closed', because } }]);
    const whole = edited.replace(/\r?\n$/, '') + (/\r?\n$/.exec(source)?.[0] ?? '');
    return { path, before, after: before.slice(0, offset) + whole + before.slice(offset + source.length) };
  } catch (error) {
    if (error instanceof NotEdited) throw new NotPossible(`${path}: ${error.message}`, 'Add the state by hand.');
    throw error;
  }
}
