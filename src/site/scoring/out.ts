import { newFileLink, type MadeFile } from './file.ts';
import type { ScoringForm } from './form.ts';
import { refusalWords, submitFile } from './submit.ts';

/** Under this key the tab remembers the token until it is closed. */
const TOKEN = 'hire-token';

/** Where the page says what became of a file, and shows it. */
export interface Outlet {
  readonly form: ScoringForm;
  say(words: string, link?: { readonly href: string; readonly words: string }, isWrong?: boolean): void;
  show(file: MadeFile): void;
  /** Opens the field for the token. */
  askToken(): void;
}

/** Saves the file under its own name. */
export function download({ say }: Outlet, file: MadeFile): void {
  const name = file.path.split('/').at(-1) ?? 'score.yml';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file.text], { type: 'text/yaml' }));
  link.download = name;
  link.click();
  say(`Saved as ${name}. Its place in the repository is ${file.path}.`);
}

/** Puts the file's text on the clipboard. @returns whether the browser allowed it */
export async function copy({ say }: Outlet, file: MadeFile, words = `Copied. Its place in the repository is ${file.path}.`): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(file.text);
    say(words);
    return true;
  } catch {
    say('This browser lets no page copy: take the text from below.', undefined, true);
    return false;
  }
}

/** Opens GitHub's own page for a new file, with the text in it or, where that is too long, on the clipboard. */
export async function openOnGitHub(outlet: Outlet, file: MadeFile): Promise<void> {
  const { repository } = outlet.form;
  if (!repository) return outlet.say('This site does not know its repository on GitHub: it was built without a remote “origin”. Download the file or copy it.', undefined, true);
  const { href, holdsText } = newFileLink(repository, file);
  const link = document.createElement('a');
  Object.assign(link, { href, target: '_blank', rel: 'noopener noreferrer' });
  if (holdsText) outlet.say('GitHub opens with the file filled in. Choose there “Create a new branch for this commit”.', { href, words: 'Open it again' });
  else if (await copy(outlet, file)) outlet.say('The text is too long for a link, so it was copied: paste it into the empty file on GitHub.', { href, words: 'Open it again' });
  link.click();
}

/** Branch, file and pull request under the reviewer's token, which this tab alone keeps. @returns whether it is proposed */
export async function submit(outlet: Outlet, file: MadeFile, person: string, typed: string): Promise<boolean> {
  const { form, say, askToken } = outlet;
  if (!form.repository) {
    say('This site does not know its repository on GitHub: it was built without a remote “origin”. Download the file or copy it.', undefined, true);
    return false;
  }
  const token = typed.trim() || storedToken();
  if (token === '') {
    askToken();
    return false;
  }
  try {
    const { number, url, changed } = await submitFile(form, file, person, token, (words) => say(words));
    storeToken(token);
    say(changed ? 'Proposed. ' : 'It is proposed already, word for word. ', { href: url, words: `Pull request #${number}` });
    return true;
  } catch (error) {
    const words = refusalWords(error, form, navigator.onLine);
    if (/\((?:401|403|404)\)/.test(words)) askToken();
    say(words, undefined, true);
    return false;
  }
}

/** The token of this tab; '' where none is kept. */
function storedToken(): string {
  try {
    return sessionStorage.getItem(TOKEN) ?? '';
  } catch {
    return '';
  }
}

function storeToken(token: string): void {
  try {
    sessionStorage.setItem(TOKEN, token);
  } catch {
    // Then it is asked for again.
  }
}
