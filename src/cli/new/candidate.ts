import { addDays } from '../../analysis/time/day.ts';
import { createZone } from '../../analysis/time/zone.ts';
import { printIdentity } from '../../identity/print.ts';
import { checked } from '../../identity/write.ts';
import { isAddress } from '../../intake/address.ts';
import { languageOf } from '../../intake/languages.ts';
import { readLinks } from '../../intake/links.ts';
import { candidateText } from '../../intake/record.ts';
import { calendarDays } from '../../model/duration.ts';
import { drawPseudonym } from '../../model/pseudonym.ts';
import { day } from '../../model/scalar.ts';
import { answer, mayAsk, oneOfThese } from '../ask.ts';
import { Mistake, textOption } from '../command.ts';
import { knownPeople, NO_FOLDER, openFolder, type OpenFolder } from '../import/identities.ts';
import { openingFor } from '../import/opening.ts';
import { takenNames } from '../import/taken.ts';
import { manyOption } from '../many.ts';
import { yaml } from './made.ts';
import type { Maker, Making } from './maker.ts';

const ABOUT_PERSON = ['name', 'email', 'timezone', 'language'] as const;

/** An application: a pseudonym, and the name, if there is one, in the folder of the identities alone. */
export const candidate: Maker = async (making) => {
  const { context, input, word, today, now, opened: { root, workspace } } = making;
  if (word !== undefined) throw new Mistake('A candidate’s id is drawn, never chosen: a name that somebody thought of says something about the person.');
  const folder = openFolder(root);
  if (!folder && (ABOUT_PERSON.some((each) => textOption(input, each) !== undefined) || manyOption(input, 'link').length > 0)) throw new Mistake(`Nothing was written: the name has nowhere to go. ${NO_FOLDER}`);
  const { role, stage } = await openingFor(context, input, workspace, today);
  const { sources, retention } = workspace.settings.value;
  const source = await answer(context, input, { option: 'source', ask: `Where from (${sources.join(', ')})?`, wrong: oneOfThese('source', sources) });
  const keep = retention['default']?.erase_after;
  const keepUntil = await answer(context, input, {
    option: 'keep-until', ask: 'Until which day may the record be kept?', ...(keep ? { fallback: addDays(today, calendarDays(keep)) } : {}),
    wrong: (said) => (day().safeParse(said).success ? undefined : `“${said}” is no day such as 2027-10-01.`),
  });
  const person = folder ? await personOf(making, folder) : undefined;
  const id = drawPseudonym(context.random, takenNames(workspace, folder?.path));
  const path = `content/candidates/${role}/${id}/candidate.yml`;
  const later = folder ? `Their name goes into ${folder.path}/${id}/identity.yml, never into the repository.` : NO_FOLDER;
  return {
    id,
    files: [{ root, path, text: yaml(path, 'candidate', candidateText({ applied: now, source, keepUntil, stage: stage.id })) }],
    ...(person && folder && { identity: { folder: folder.path, candidate: id, text: person } }),
    next: person || (folder && mayAsk(context, input)) ? [] : [later],
  };
};

/** The text of the identity; undefined where no name was given. */
async function personOf({ context, input, opened: { workspace } }: Making, folder: OpenFolder): Promise<string | undefined> {
  const asked = (option: (typeof ABOUT_PERSON)[number], ask: string, wrong?: (said: string) => string | undefined): Promise<string> =>
    answer(context, input, { option, ask, fallback: '', wrong: (said) => (said === '' ? undefined : wrong?.(said)) });
  const name = await asked('name', 'The person’s name (kept outside the repository; empty: later)?');
  if (name === '') {
    if (['email', 'timezone', 'language'].some((each) => textOption(input, each) !== undefined) || manyOption(input, 'link').length > 0) throw new Mistake('--name is missing: an address or a link belongs to somebody.');
    return undefined;
  }
  const email = await asked('email', 'Their e-mail address (empty: later)?', (said) => (isAddress(said) ? undefined : `“${said}” is no e-mail address.`));
  const twin = email === '' ? [] : (await knownPeople(folder.identities, workspace)).filter((known) => known.email?.toLowerCase() === email.toLowerCase());
  for (const { candidate: other, role } of twin) context.stderr(`This address belongs to ${other}${role === undefined ? '' : ` in “${role}”`} as well; a person who applies again gets a pseudonym of its own.\n`);
  const written = manyOption(input, 'link').join(' ') || (mayAsk(context, input) ? await context.ask('Links to them, with a blank between (empty: none)? ') : '');
  const { links, handles, others } = readLinks(written);
  if (others.length > 0) throw new Mistake(`“${others[0] ?? ''}” is no web address.`);
  const language = await asked('language', 'Language of messages, en or pt-BR (empty: not known)?', (said) => (languageOf(said) === undefined ? `“${said}” is no language such as en or pt-BR.` : undefined));
  const timezone = await asked('timezone', 'Their time zone, such as Europe/Lisbon (empty: not known)?', (said) => (isZone(said) ? undefined : `“${said}” is no time zone such as Europe/Lisbon.`));
  const text = printIdentity({ name, email: email || undefined, links, handles, language: languageOf(language), timezone: timezone || undefined });
  checked('identity.yml', text);
  return text;
}

function isZone(name: string): boolean {
  try {
    return createZone(name).name !== '';
  } catch {
    return false;
  }
}
