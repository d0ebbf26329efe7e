import { officeOf } from '../analysis/time/office.ts';
import { createZone, type Zone } from '../analysis/time/zone.ts';
import type { Challenge } from '../model/challenge.ts';
import { parseDuration, type Duration } from '../model/duration.ts';
import type { Identity } from '../model/identities.ts';
import type { Stage } from '../model/pipeline.ts';
import { spokenPseudonym } from '../model/pseudonym.ts';
import { stageTitle } from '../model/stages.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayWords, instantWords, lastMomentWords } from './dates.ts';
import { durationWords } from './durations.ts';
import { firstName } from './first-name.ts';
import { limitWords, payWords } from './phrases.ts';
import type { TokenValues } from './render.ts';

/** What a message is about. Instants are epochs in milliseconds, days `2026-11-24`. */
export interface MessageSubject {
  readonly workspace: Workspace;
  readonly now: number;
  /** BCP 47 language of the template; dates are written in it. */
  readonly language: string;
  readonly role: string;
  readonly candidate: string | undefined;
  /** The stage that is entered, otherwise the current one. */
  readonly stage: Stage | undefined;
  readonly previous: Stage | undefined;
  /** Id of the person who signs. */
  readonly sender: string;
  readonly cost: { readonly hours: number; readonly days: number };
  readonly startBy?: string | undefined;
  readonly deadline?: number | undefined;
  readonly replyBy?: string | undefined;
  readonly appointment?: number | undefined;
  readonly extra?: string | undefined;
  /** The worded reason of the closed list. */
  readonly reason?: string | undefined;
  readonly identity?: Identity | undefined;
  readonly feedback?: string | undefined;
  readonly challengeLink?: string | undefined;
}

/** What every token stands for in one message; what is not known is left out. */
export function messageValues(subject: MessageSubject): TokenValues {
  const { workspace, stage } = subject;
  const settings = workspace.settings.value;
  const role = workspace.roles.get(subject.role)?.value;
  const pipeline = role === undefined ? undefined : workspace.pipelines.get(role.pipeline)?.value;
  const challenge = stage?.challenge === undefined ? undefined : workspace.challenges.get(stage.challenge)?.page.value;
  const { language } = subject;
  const office = officeOf(workspace.calendar);
  const zone = zoneOf(subject.identity?.timezone) ?? office.zone;
  const values: Record<string, string | undefined> = {
    'candidate.first_name': subject.identity && firstName(subject.identity.name),
    'candidate.pseudonym': subject.candidate === undefined ? undefined : spokenPseudonym(subject.candidate),
    organisation: settings.organisation,
    'site.url': settings.site.url,
    'role.title': role?.title,
    'role.level': role?.level,
    'role.pay': role?.pay,
    'sender.name': workspace.people.get(subject.sender)?.value.name,
    'pipeline.bar': pipeline?.bar.trim(),
    'pipeline.unpaid_hours': String(subject.cost.hours),
    'pipeline.total_days': String(subject.cost.days),
    'stage.reply_within': durationWords(stage?.reply_within ?? role?.promises?.reply_within ?? settings.promises.reply_within, language),
    'previous.title': subject.previous === undefined ? undefined : stageTitle(subject.previous),
    start_by: subject.startBy === undefined ? undefined : lastMomentWords(subject.startBy, office.zone.endOfDay(subject.startBy), office.zone, zone, language),
    deadline: subject.deadline === undefined ? undefined : instantWords(subject.deadline, subject.now, zone, language),
    reply_by: subject.replyBy === undefined ? undefined : dayWords(subject.replyBy, language),
    appointment: subject.appointment === undefined ? undefined : instantWords(subject.appointment, subject.now, zone, language),
    extra: subject.extra === undefined ? undefined : extraWords(subject.extra, language),
    reason: subject.reason,
    'link.challenge': subject.challengeLink,
    'link.guide': `${settings.site.url.replace(/\/$/, '')}/guide`,
    'link.survey': `${settings.site.url.replace(/\/$/, '')}/survey`,
    'contact.email': settings.contact?.email,
    feedback: subject.feedback,
    ...(stage === undefined ? {} : stageValues(workspace, stage, challenge, language)),
  };
  return new Map(Object.entries(values).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const])));
}

function stageValues(workspace: Workspace, stage: Stage, challenge: Challenge | undefined, language: string): Record<string, string | undefined> {
  const rubricId = stage.rubric ?? challenge?.rubric;
  const rubric = rubricId === undefined ? undefined : workspace.rubrics.get(rubricId)?.current?.value;
  return {
    'stage.title': stageTitle(stage),
    'stage.why': oneParagraph(stage.why),
    'stage.effort': wordsOf(challenge?.effort, language),
    'stage.window': wordsOf(challenge?.window, language),
    'stage.length': wordsOf(stage.length ?? challenge?.length, language),
    'stage.evaluates': rubric === undefined ? undefined : bullets(rubric.criteria.map((criterion) => `${criterion.name}: ${lower(criterion.indicators)}`)),
    'stage.deliverables': bullets(challenge?.deliverables ?? []),
    'stage.acceptance': bullets(challenge?.acceptance ?? []),
    'stage.not_marked': bullets(challenge?.not_marked ?? []),
    'stage.do_not_build': bullets(challenge?.do_not_build ?? []),
    'stage.ai': challenge?.ai === undefined ? undefined : oneParagraph(challenge.ai.means),
    'stage.limits': limitWords(challenge?.limits, language),
    'stage.compensation': payWords(challenge?.compensation, language),
  };
}

/** The zone of that name; undefined where it is none: an identity is written by hand. */
export function zoneOf(name: string | undefined): Zone | undefined {
  if (name === undefined) return undefined;
  try {
    return createZone(name);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function wordsOf(duration: Duration | undefined, language: string): string | undefined {
  return duration && durationWords(duration, language);
}

/** Extra time as it was written, in the language of the message where it can be read. */
function extraWords(extra: string, language: string): string {
  const duration = parseDuration(extra);
  return duration ? durationWords(duration, language) : extra;
}

function bullets(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.map((line) => `- ${oneParagraph(line)}`).join('\n');
}

function oneParagraph(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

/** Lower case for the second half of a line, unless it begins with an abbreviation or a name of a thing (`README`). */
function lower(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
