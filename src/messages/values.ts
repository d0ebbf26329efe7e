import { officeOf } from '../analysis/time/office.ts';
import type { Challenge } from '../model/challenge.ts';
import type { Duration } from '../model/duration.ts';
import type { Identity } from '../model/identities.ts';
import type { Stage } from '../model/pipeline.ts';
import { spokenPseudonym } from '../model/pseudonym.ts';
import { stageTitle } from '../model/stages.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayWords, instantWords } from './dates.ts';
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
  const office = officeOf(workspace.calendar);
  const values: Record<string, string | undefined> = {
    'candidate.first_name': subject.identity?.name.trim().split(/\s+/)[0],
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
    'stage.reply_within': (stage?.reply_within ?? role?.promises?.reply_within ?? settings.promises.reply_within).text,
    'previous.title': subject.previous === undefined ? undefined : stageTitle(subject.previous),
    start_by: subject.startBy === undefined ? undefined : dayWords(subject.startBy, subject.language),
    deadline: subject.deadline === undefined ? undefined : instantWords(subject.deadline, subject.now, office, subject.language),
    reply_by: subject.replyBy === undefined ? undefined : dayWords(subject.replyBy, subject.language),
    appointment: subject.appointment === undefined ? undefined : instantWords(subject.appointment, subject.now, office, subject.language),
    extra: subject.extra,
    reason: subject.reason,
    'link.challenge': subject.challengeLink,
    'link.guide': `${settings.site.url.replace(/\/$/, '')}/guide`,
    feedback: subject.feedback,
    ...(stage === undefined ? {} : stageValues(workspace, stage, challenge)),
  };
  return new Map(Object.entries(values).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const])));
}

function stageValues(workspace: Workspace, stage: Stage, challenge: Challenge | undefined): Record<string, string | undefined> {
  const rubricId = stage.rubric ?? challenge?.rubric;
  const rubric = rubricId === undefined ? undefined : workspace.rubrics.get(rubricId)?.current?.value;
  return {
    'stage.title': stageTitle(stage),
    'stage.why': oneParagraph(stage.why),
    'stage.effort': durationWords(challenge?.effort),
    'stage.window': durationWords(challenge?.window),
    'stage.length': durationWords(stage.length ?? challenge?.length),
    'stage.evaluates': rubric === undefined ? undefined : bullets(rubric.criteria.map((criterion) => `${criterion.name}: ${lower(criterion.indicators)}`)),
    'stage.deliverables': bullets(challenge?.deliverables ?? []),
    'stage.acceptance': bullets(challenge?.acceptance ?? []),
    'stage.not_marked': bullets(challenge?.not_marked ?? []),
    'stage.do_not_build': bullets(challenge?.do_not_build ?? []),
    'stage.ai': challenge?.ai === undefined ? undefined : oneParagraph(challenge.ai.means),
    'stage.limits': limitWords(challenge),
    'stage.compensation': payWords(challenge),
  };
}

/** A duration for people: a range has the longer dash. */
function durationWords(duration: Duration | undefined): string | undefined {
  return duration?.text.replace(/(\d)\s?-\s?(\d)/, '$1–$2');
}

/** What is paid, in words: "1,500 EUR a week". */
function payWords(challenge: Challenge | undefined): string | undefined {
  if (!challenge?.compensation) return undefined;
  const { amount, currency, per } = challenge.compensation;
  return `${String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ',')} ${currency} a ${per}`;
}

function limitWords(challenge: Challenge | undefined): string | undefined {
  const { words, video } = challenge?.limits ?? {};
  const written = words === undefined ? undefined : `${words.replace('-', '–')} words`;
  const spoken = video === undefined ? undefined : `a video of ${video.text}`;
  return [written, spoken].filter((each) => each !== undefined).join(' or ') || undefined;
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
