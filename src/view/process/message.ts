import { roleCost } from '../../analysis/process-cost.ts';
import { stageTerms } from '../../analysis/stage-terms.ts';
import { after, officeOf } from '../../analysis/time/office.ts';
import { messageValues, type MessageSubject } from '../../messages/values.ts';
import { render } from '../../messages/render.ts';
import type { Message } from '../../model/message.ts';
import { parseDuration, upperHours } from '../../model/duration.ts';
import type { Stage } from '../../model/pipeline.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Document } from '../../model/workspace.ts';
import { roleStages, roleState, type Lookup } from '../lookup.ts';
import type { PublishedMessage } from '../published/process.ts';
import { sanitise } from '../text/sanitise.ts';

const HOUR = 3_600_000;

/** A message template in all its languages, each rendered for an opening it fits, as if it were sent now. */
export function publishedMessage(id: string, languages: ReadonlyMap<string, Document<Message>>, used: number, lookup: Lookup): PublishedMessage | undefined {
  const first = languages.values().next().value;
  if (!first) return undefined;
  const scene = exampleFor(first.value, lookup);
  return {
    id,
    on: first.value.when.on,
    when: occasionWords(first.value),
    answers: first.value.answers,
    from: first.value.from,
    used,
    languages: [...languages].map(([language, document]) => ({
      language,
      path: document.path,
      subjectTemplate: document.value.subject,
      template: document.body.trim(),
      example: scene === undefined ? null : renderedExample(document, language, scene, lookup),
    })),
  };
}

/** When a message is sent, as a sentence: "advanced, into a take-home". */
export function occasionWords(message: Message): string {
  const { on, at, into, reasons, after: wait } = message.when;
  const words = [OCCASIONS[on] ?? on];
  if (at) words.push(`in ${at.join(', ')}`);
  if (into) words.push(`into ${into.join(', ')}`);
  if (reasons) words.push(`because of ${reasons.join(', ')}`);
  if (wait) words.push(on === 'closing' ? `${wait.text} before the end` : `after ${wait.text}`);
  return words.join(', ');
}

const OCCASIONS: Readonly<Record<string, string>> = {
  silence: 'no word from the candidate', late: 'our answer is late', closing: 'the window closes soon', adjusted: 'extra time was granted',
  accommodation: 'an accommodation was answered', survey: 'some time after the answer',
};

/** An opening and a stage that a message speaks of. */
interface Scene {
  readonly role: string;
  readonly stage: Stage;
  readonly previous: Stage | undefined;
}

/** The first opening, open ones first, with a stage of the kind that the message is for. */
function exampleFor(message: Message, lookup: Lookup): Scene | undefined {
  const { on, at, into } = message.when;
  const roles = [...lookup.workspace.roles].sort(([, a], [, b]) => Number(roleState(b.value, lookup.today) === 'open') - Number(roleState(a.value, lookup.today) === 'open'));
  for (const [role, document] of roles) {
    const stages = roleStages(lookup.workspace, document.value);
    const fits = (stage: Stage): boolean => (into ? into.includes(stage.kind) : at ? at.includes(stage.kind) : fitsOccasion(on, stage));
    const index = stages.findIndex(fits);
    const stage = stages[index];
    if (stage) return { role, stage, previous: stages[Math.max(0, index - 1)] };
  }
  return undefined;
}

/** Without a kind named, a message speaks of work with a window where it names dates, and of the beginning otherwise. */
function fitsOccasion(on: string, stage: Stage): boolean {
  return ['started', 'submitted', 'closing', 'adjusted', 'expired', 'silence', 'accommodation'].includes(on) ? stage.challenge !== undefined : true;
}

function renderedExample(document: Document<Message>, language: string, scene: Scene, lookup: Lookup): NonNullable<PublishedMessage['languages'][number]['example']> {
  const { text, ...rest } = textOf(document, language, scene, lookup);
  return { ...rest, body: sanitise(text) };
}

/** A template as a candidate would read it if it were sent now, in Markdown; undefined where no opening has a stage that it fits. */
export function exampleMessage(document: Document<Message>, language: string, lookup: Lookup): { readonly role: string; readonly stage: string; readonly subject: string; readonly text: string } | undefined {
  const scene = exampleFor(document.value, lookup);
  return scene && textOf(document, language, scene, lookup);
}

function textOf(document: Document<Message>, language: string, scene: Scene, lookup: Lookup): { role: string; stage: string; subject: string; text: string } {
  const values = messageValues(exampleSubject(document.value, language, scene, lookup));
  return {
    role: lookup.workspace.roles.get(scene.role)?.value.title ?? scene.role,
    stage: stageTitle(scene.stage),
    subject: render(document.value.subject, values).text,
    text: render(document.body.trim(), values).text,
  };
}

function exampleSubject(message: Message, language: string, scene: Scene, lookup: Lookup): MessageSubject {
  const { workspace, now } = lookup;
  const office = officeOf(workspace.calendar);
  const role = workspace.roles.get(scene.role)?.value;
  const terms = stageTerms(workspace, scene.stage, scene.role);
  const settings = workspace.settings.value;
  const weekLong = parseDuration('3 business days');
  const startBy = terms.startWithin === undefined ? undefined : after(office, now, terms.startWithin);
  const begins = message.when.on === 'started' || message.when.on === 'closing' ? now : (startBy?.at ?? now);
  const reasons = { ...settings.withdraw_reasons, ...settings.decline_reasons };
  const reason = message.when.reasons?.[0] ?? (message.when.on === 'withdrew' ? Object.keys(settings.withdraw_reasons)[0] : Object.keys(settings.decline_reasons).find((each) => each === 'below-bar'));
  return {
    workspace,
    now,
    language,
    role: scene.role,
    candidate: 'teal-otter-7f',
    stage: scene.stage,
    previous: scene.previous,
    sender: message.from === 'manager' ? (role?.manager ?? '') : message.from,
    cost: roleCost(workspace, scene.role) ?? { hours: 0, days: 0 },
    startBy: startBy?.day,
    // Nobody knows the end of a window before it has begun.
    deadline: message.when.on === 'advanced' || message.when.on === 'returned' ? undefined : terms.window === undefined ? startBy?.at : begins + upperHours(terms.window) * HOUR,
    replyBy: after(office, now, terms.replyWithin).day,
    appointment: weekLong === undefined ? undefined : office.zone.startOfDay(after(office, now, weekLong).day) + 14 * HOUR,
    extra: '24 hours',
    reason: reason === undefined ? undefined : reasons[reason],
  };
}
