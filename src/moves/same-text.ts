import { candidateSchema, type Candidate } from '../model/candidate.ts';
import { roleSchema, type Role } from '../model/role.ts';
import type { Stored } from '../model/workspace.ts';
import { parseFrontMatter } from '../text/frontmatter.ts';
import { parseYaml } from '../text/yaml.ts';
import { NotPossible } from './refusal.ts';

/**
 * The text of a record, once it says what the plan goes by. A tree takes a moment to read: what another command wrote in it meanwhile
 * would stand in the text and not in the plan, and its event would be written a second time.
 * @throws NotPossible when it says something else, or cannot be read
 */
export function textOfRecord({ path, value }: Stored<Candidate>, text: (path: string) => string | undefined): string {
  const written = text(path);
  if (written === undefined) throw new NotPossible(`${path} cannot be read.`, '“hire check” says what is wrong.');
  const parsed = parseYaml(written);
  // What is faulty is refused by whoever edits it, in better words.
  if (!parsed.faults) mustBe(path, candidateSchema.safeParse(parsed.value).data, value);
  return written;
}

/** The same for the file of a role. */
export function textOfRole({ path, value }: Stored<Role>, text: (path: string) => string | undefined): string {
  const written = text(path);
  const parsed = written === undefined ? undefined : parseFrontMatter(written);
  if (written === undefined || !parsed?.value) throw new NotPossible(`${path} cannot be read.`, '“hire check” says what is wrong.');
  mustBe(path, roleSchema.safeParse(parsed.value.data).data, value);
  return written;
}

function mustBe(path: string, now: unknown, then: unknown): void {
  if (JSON.stringify(now) !== JSON.stringify(then)) throw new NotPossible(`${path} was changed while it was read.`, 'Give the command again.');
}
