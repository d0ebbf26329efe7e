import { closest } from '../../model/words.ts';
import type { CandidateFolder } from '../../model/workspace.ts';
import { Mistake, textOption } from '../command.ts';
import type { Making } from './maker.ts';

/**
 * The application of a candidate, by the pseudonym alone where that is unique, else with `--role`.
 * @throws Mistake when there is none, or more than one
 */
export function applicationOf(making: Making, what: string): CandidateFolder {
  const { word, input, opened: { workspace } } = making;
  if (word === undefined) throw new Mistake(`The pseudonym of the candidate is missing: hire new ${what} teal-otter-7f`);
  const role = textOption(input, 'role');
  const all = [...workspace.candidates.values()].flatMap((folders) => [...folders.values()]);
  const found = all.filter((folder) => folder.id === word && (role === undefined || folder.role === role));
  const [folder] = found;
  if (!folder) {
    const guess = closest(word, all.map((each) => each.id));
    throw new Mistake(`There is no candidate “${word}”${role === undefined ? '' : ` in ${role}`}.${guess === undefined || guess === word ? '' : ` Did you mean “${guess}”?`}`);
  }
  if (found.length > 1) throw new Mistake(`“${word}” applied for ${found.map((each) => each.role).join(' and ')}: say which with --role.`);
  if (folder.erased) throw new Mistake(`The record of “${word}” was erased on ${folder.erased.value.on}.`);
  if (!folder.record) throw new Mistake(`${folder.path}/candidate.yml is missing or broken; “hire check” says what is wrong.`);
  return folder;
}
