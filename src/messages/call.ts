import type { Message, MessageOccasion } from '../model/message.ts';
import type { StageKind } from '../model/stage-kind.ts';
import type { Document, Workspace } from '../model/workspace.ts';

/** What happened, or what time brought: enough to find the words for it. */
export interface Occasion {
  readonly on: MessageOccasion;
  /** Kind of the stage it happened in; for `advanced` and `returned` the one that was left. */
  readonly at?: StageKind | undefined;
  /** Kind of the stage that is entered. */
  readonly into?: StageKind | undefined;
  /** Reason of a closed list. */
  readonly reason?: string | undefined;
}

/** The template that an occasion calls for, in the language it will be written in. */
export interface MessageCall {
  readonly message: string;
  readonly language: string;
  readonly document: Document<Message>;
  /** The template lacks the candidate's language. */
  readonly fellBack: boolean;
}

/** Language of the organisation: where a template lacks the candidate's, it is written in this one. */
const FIRST_LANGUAGE = 'en';

/**
 * The message that an occasion calls for: of all templates that fit the most specific one, in the candidate's language where it has that.
 * @param language BCP 47, as the identity says it; undefined where nobody knows
 * @returns undefined when no template fits
 */
export function templateFor(workspace: Workspace, occasion: Occasion, language: string | undefined): MessageCall | undefined {
  const [message] = templatesFor(workspace, occasion);
  return message === undefined ? undefined : callOf(workspace, message, language);
}

/** Ids of every template that fits an occasion, the most specific first. */
export function templatesFor(workspace: Workspace, occasion: Occasion): string[] {
  return [...workspace.messages]
    .flatMap(([message, languages]) => {
      const when = languages.values().next().value?.value.when;
      return when && fits(when, occasion) ? [{ message, when }] : [];
    })
    .sort((a, b) => specificity(b.when) - specificity(a.when) || breadth(a.when) - breadth(b.when) || (a.message < b.message ? -1 : 1))
    .map(({ message }) => message);
}

/** One template by name, in the language that fits best; undefined when there is no such message. */
export function callOf(workspace: Workspace, message: string, language: string | undefined): MessageCall | undefined {
  const languages = workspace.messages.get(message);
  if (!languages || languages.size === 0) return undefined;
  const wanted = language === undefined ? undefined : languageFor([...languages.keys()], language);
  const chosen = wanted ?? (languages.has(FIRST_LANGUAGE) ? FIRST_LANGUAGE : [...languages.keys()][0]);
  const document = chosen === undefined ? undefined : languages.get(chosen);
  if (chosen === undefined || !document) return undefined;
  return { message, language: chosen, document, fellBack: language !== undefined && wanted === undefined };
}

/** The language itself, then the one without its region (`pt` for `pt-BR`), then that of another region. */
function languageFor(known: readonly string[], language: string): string | undefined {
  const wanted = language.toLowerCase();
  const base = baseOf(wanted);
  return known.find((each) => each.toLowerCase() === wanted) ?? known.find((each) => each.toLowerCase() === base) ?? known.find((each) => baseOf(each.toLowerCase()) === base);
}

function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}

type When = Message['when'];

function fits(when: When, { on, at, into, reason }: Occasion): boolean {
  return when.on === on
    && (!when.at || (at !== undefined && when.at.includes(at)))
    && (!when.into || (into !== undefined && when.into.includes(into)))
    && (!when.reasons || (reason !== undefined && when.reasons.includes(reason)));
}

/** From where to where says more than a reason, a reason more than where it happened, and that more than where it leads. */
function specificity({ at, into, reasons }: When): number {
  return (at && into ? 8 : 0) + (reasons ? 4 : 0) + (at ? 2 : 0) + (into ? 1 : 0);
}

/** Of two equally specific templates the one for fewer kinds and reasons is meant. */
function breadth({ at, into, reasons }: When): number {
  return (at?.length ?? 0) + (into?.length ?? 0) + (reasons?.length ?? 0);
}
