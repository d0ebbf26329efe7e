// First of all: it settles how schemas are read, before there is one.
import '../../model/jitless.ts';
import { draftOf, dropDraft, forgetOldDrafts, keepDraft, rememberPerson, rememberedPerson } from './draft.ts';
import { faultsOf } from './faults.ts';
import { fillAnswers, named, readAnswers } from './fields.ts';
import { conflictFile, scoreFile, type MadeFile } from './file.ts';
import { emptyAnswers, isBegun, type Answers, type ScoringForm } from './form.ts';
import { instantText } from './instant.ts';
import { listenToKeys } from './keys.ts';
import { copy, download, openOnGitHub, submit } from './out.ts';
import { outletOf } from './outlet.ts';
import { onceReleased } from './released.ts';
import { makeTabs } from './tabs.ts';
import { tellAll, tellField, tellState } from './tell.ts';

/** The ways out, by the word on the button's `data-do`. */
type Way = 'submit' | 'github' | 'download' | 'copy';

/** Wakes the page: restores the draft, keeps every change, says what is missing, and hands the file over. */
export function start(element: HTMLFormElement, form: ScoringForm): void {
  const shelf = shelfOf();
  const find = <T extends HTMLElement>(selector: string): T | null => document.querySelector<T>(selector);
  const summary = find('[data-faults]');
  const who = named(element, 'who')[0];
  // One file for one set of answers: pressing twice does not make another.
  let stamp: string | undefined;
  let before: Answers | undefined;
  let last = '';

  const now = (): string => instantText(form.clock === null ? Date.now() : Date.parse(form.clock), form.timezone);
  const clock = (): string => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const outlet = outletOf(form);

  const keep = (): void => {
    const answers = readAnswers(element, form);
    tellState(element, form, answers);
    const kept = keepDraft(shelf, form, answers, new Date().toISOString());
    const line = find('[data-saved]');
    if (line) line.textContent = !kept ? 'not saved: this browser keeps nothing' : isBegun(answers) ? `saved on this device ${clock()}` : 'saved on this device as you go';
    line?.classList.toggle('alarm', !kept);
  };
  const restore = (): void => {
    const note = find('[data-draft]');
    const answers = readAnswers(element, form);
    const draft = draftOf(shelf, form, answers.person);
    if (draft) fillAnswers(element, draft.answers);
    if (note) note.hidden = !draft;
    note?.querySelector('[data-when]')?.replaceChildren(draft ? new Date(draft.saved).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }) : '');
    keep();
  };
  const discard = (): void => {
    const answers = readAnswers(element, form);
    before = answers;
    dropDraft(shelf, form, answers.person);
    fillAnswers(element, emptyAnswers(form));
    stamp = undefined;
    for (const box of element.querySelectorAll<HTMLElement>('[data-field]')) tellField(element, box.dataset['field'] ?? '', undefined);
    const [draft, gone] = [find('[data-draft]'), find('[data-gone]')];
    if (draft) draft.hidden = true;
    if (gone) gone.hidden = false;
    gone?.querySelector('button')?.focus();
    keep();
  };
  const bringBack = (): void => {
    if (before) fillAnswers(element, before);
    const gone = find('[data-gone]');
    if (gone) gone.hidden = true;
    who?.focus();
    keep();
  };

  /** The score, or undefined after saying what is missing. */
  const made = (): MadeFile | undefined => {
    const answers = readAnswers(element, form);
    const faults = faultsOf(form, answers);
    for (const box of element.querySelectorAll<HTMLElement>('[data-field]')) tellField(element, box.dataset['field'] ?? '', faults.find(({ field }) => field === box.dataset['field'])?.message);
    if (summary) tellAll(element, summary, faults);
    if (faults.length > 0) return void outlet.say('');
    stamp ??= now();
    return scoreFile(form, answers, stamp);
  };
  /** The conflict, or undefined where it is not said who has it. */
  const declared = (): MadeFile | undefined => {
    const { person } = readAnswers(element, form);
    if (person !== '') return conflictFile(form, person, find<HTMLSelectElement>('#conflict-kind')?.value ?? '', now().slice(0, 10));
    tellField(element, 'who', 'Say who you are.');
    return void who?.focus();
  };
  const handOver = async (way: Way, file: MadeFile | undefined): Promise<void> => {
    if (!file) return;
    outlet.show(file);
    const { person } = readAnswers(element, form);
    if (way === 'download') download(outlet, file);
    else if (way === 'copy') await copy(outlet, file);
    else if (way === 'github') await openOnGitHub(outlet, file);
    else {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-do]')];
      for (const button of buttons) button.setAttribute('aria-disabled', 'true');
      if (await submit(outlet, file, person, find<HTMLInputElement>('#token')?.value ?? '')) find('[data-token]')?.setAttribute('hidden', '');
      for (const button of buttons) button.removeAttribute('aria-disabled');
    }
  };

  element.addEventListener('input', (event) => {
    stamp = undefined;
    if (event.target === who) return;
    keep();
  });
  who?.addEventListener('change', () => {
    const { person } = readAnswers(element, form);
    rememberPerson(shelf, person);
    tellField(element, 'who', undefined);
    // What was typed before saying who one is belongs to them, unless they had begun already; nobody reads another's draft.
    dropDraft(shelf, form, '');
    if (last !== '' && !draftOf(shelf, form, person)) fillAnswers(element, emptyAnswers(form));
    last = person;
    stamp = undefined;
    restore();
  });
  tellWhenLeft(element, form);
  document.addEventListener('click', (event) => {
    const button = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-do]') : null;
    if (!button || button.getAttribute('aria-disabled') === 'true') return;
    const [what, of] = (button.dataset['do'] ?? '').split(' ');
    if (what === 'discard') discard();
    else if (what === 'undo') bringBack();
    else void handOver(what as Way, of === 'conflict' ? declared() : made());
  });
  // Enter in a field is no decision to submit.
  element.addEventListener('submit', (event) => event.preventDefault());

  for (const each of document.querySelectorAll<HTMLElement>('[data-with-script]')) each.hidden = false;
  forgetOldDrafts(shelf, Date.now());
  makeTabs();
  listenToKeys(element, form);
  if (who instanceof HTMLSelectElement) who.value = rememberedPerson(shelf, form);
  last = readAnswers(element, form).person;
  restore();
}

/** Says what is wrong with a field when it is left; nobody is blamed for one they only passed by. */
function tellWhenLeft(element: HTMLFormElement, form: ScoringForm): void {
  element.addEventListener('focusout', (event) => {
    const box = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-field]') : null;
    if (!box || (event.relatedTarget instanceof Node && box.contains(event.relatedTarget))) return;
    const field = box.dataset['field'] ?? '';
    onceReleased(() => check(box, field));
  });
  const check = (box: HTMLElement, field: string): void => {
    const answers = readAnswers(element, form);
    const words = field.startsWith('words.') ? answers.marks[field.slice('words.'.length)]?.words.trim() : undefined;
    const isPassedBy = words === '' || (words === undefined && field !== 'minutes');
    const fault = faultsOf(form, answers).find((each) => each.field === field)?.message;
    if (fault === undefined || !isPassedBy || box.classList.contains('wrong')) tellField(element, field, fault);
  };
}

/** Where drafts are kept; a browser that keeps nothing says so by throwing. */
function shelfOf(): Storage | undefined {
  try {
    localStorage.setItem('hire-works', '1');
    localStorage.removeItem('hire-works');
    return localStorage;
  } catch {
    return undefined;
  }
}
