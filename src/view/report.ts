import { QUIET_FROM } from '../analysis/ledger.ts';
import { promisesSays, silenceSays } from '../analysis/words/promises.ts';
import { recommendSays } from '../analysis/words/survey.ts';
import { listed, plural } from '../model/words.ts';
import { roleStages, type Lookup } from './lookup.ts';
import type { PublishedReport } from './published/report.ts';
import type { ReportedRole, ReportParts } from './report-parts.ts';

type Section = PublishedReport['sections'][number];
type Line = Section['lines'][number];

/** One page of plain sentences about a role: those of its published figures, word for word, and at the end what is missing. */
export function publishedReport(id: string, parts: ReportParts, lookup: Lookup): PublishedReport | undefined {
  const role = parts.roles.get(id);
  if (!role) return undefined;
  const rubrics = rubricsOf(id, lookup);
  const agreement = parts.agreement?.rubrics.filter(({ rubric, version }) => rubrics.has(`${rubric}@${version}`)) ?? [];
  const sections: Section[] = [
    { id: 'funnel', title: 'Funnel', lines: funnelLines(role) },
    { id: 'promises', title: 'Promises', lines: promiseLines(id, parts) },
    { id: 'agreement', title: 'Agreement, over all roles with the same rubric', lines: [
      ...agreement.filter(({ missing }) => missing === null).map((each) => line(each.says, 'agreement-live', `${each.title}, version ${each.version}`)),
      ...parts.calibrations.filter((session) => !session.hidden && rubrics.has(session.rubric)).map((session) => line(`${session.finding}.`, 'calibration', `Session ${session.title}`)),
      ...(parts.severity?.shown === true ? [line(parts.severity.says, 'severity', 'Severity, over all roles')] : []),
    ] },
    { id: 'health', title: 'Challenges, over all roles that use them', lines: healthLines(id, parts, lookup) },
    { id: 'experience', title: 'What candidates say', lines: surveyLines(id, parts) },
    { id: 'fairness', title: 'Fairness', lines: fairnessLines(id, parts) },
    { id: 'validity', title: 'Do our scores foretell the work, over all roles', lines: parts.validity && parts.validity.reviewed >= parts.validity.guard.hidden ? [line(parts.validity.says, 'validity'), line(parts.validity.unseen, 'validity')] : [] },
    { id: 'missing', title: 'What is missing', lines: missingLines(id, agreement, parts) },
  ];
  const { applied, open, hired } = role.counts;
  return {
    role: id, title: role.title, state: role.state, today: lookup.today, says: countsSays(role),
    counts: { applied, open, hired, headcount: role.headcount },
    // Of an opening that nobody has applied to, nothing is missing yet.
    sections: applied === 0 ? [] : sections.filter(({ lines }) => lines.length > 0).map((section) => (section.id === 'agreement' ? { ...section, lines: withAlpha(section.lines) } : section)),
  };
}

/** What the coefficient means, once: Cronbach’s, in the health of challenges, is another one. */
function withAlpha(lines: readonly Line[]): Line[] {
  return lines.some(({ says }) => /\balpha is\b/.test(says)) ? [...lines, line('An alpha of 1 would be full agreement, 0 no more than chance.', 'krippendorff')] : [...lines];
}

function line(says: string, method: string | null, about: string | null = null): Line {
  return { about, says, method };
}

/** Rubrics by version with which complete panels of the role have scored; what is still open says nothing. */
function rubricsOf(role: string, { facts }: Lookup): ReadonlySet<string> {
  return new Set((facts.roles.get(role) ?? []).flatMap(({ visits }) => visits.flatMap(({ panel }) => (panel?.complete === true ? (panel.reference ?? []) : []))));
}

function countsSays({ counts, headcount }: ReportedRole): string {
  const ends = ([['declined', counts.declined], ['withdrew', counts.withdrew], ['expired', counts.expired], ['erased', counts.erased]] as const).flatMap(([how, n]) => (n > 0 ? [`${n} ${how}`] : []));
  if (counts.applied === 0) return `Nobody has applied yet; ${plural(headcount, 'place')} to fill.`;
  return `${counts.applied} applied: ${[`${counts.hired} hired, of ${plural(headcount, 'place')}`, listed([`${counts.open} in process`, ...ends])].join('; ')}.`;
}

/** Stages that somebody reached, in their order; then where they wait. */
function funnelLines(role: ReportedRole): Line[] {
  const reached = role.funnel.filter((stage) => stage.reached > 0);
  return [
    ...reached.flatMap(({ title, going, time, left }) => [line(going.says, 'incidence', title), line(time.says, 'time-in-stage', title), line(left.says, 'reasons', title)]),
    ...(reached.length > 0 ? [line(role.whole.says, 'whole-way', 'From application to hire'), line(role.findings.left, 'reasons', 'Why people leave')] : []),
    ...(role.counts.open + role.waits.untold > 0 ? [line(role.waits.says, 'waits', 'Now')] : []),
  ];
}

function promiseLines(id: string, { ledgers }: ReportParts): Line[] {
  const ledger = ledgers.get(id);
  if (!ledger) return [];
  const { all, totals } = ledger;
  if (all.kept + all.late + all.overdue + all.open === 0) return [];
  const interval = all.lower === null || all.upper === null ? undefined : [all.lower, all.upper] as const;
  return [line(promisesSays({ ...all, interval }), 'promise'), ...(totals.waiting > 0 ? [line(silenceSays(totals.waiting, totals.quiet, QUIET_FROM), 'silence')] : [])];
}

function healthLines(id: string, { challenges }: ReportParts, { workspace }: Lookup): Line[] {
  const role = workspace.roles.get(id)?.value;
  const used = new Set(role ? roleStages(workspace, role).flatMap(({ challenge }) => challenge ?? []) : []);
  return [...used].flatMap((challenge) => {
    const found = challenges.get(challenge);
    if (!found || found.health.exposure.seen === 0) return [];
    const { leaving, reported, rubrics, retire } = found.health;
    return [
      line(leaving.says, 'challenge-health', found.title),
      ...(reported === null ? [] : [line(reported.says, 'challenge-health', found.title)]),
      ...rubrics.flatMap(({ criteria, version }) => criteria.filter(({ findings }) => findings.length > 0).map(({ name, says }) => line(`${name}, version ${version}: ${says}`, 'criterion-health', found.title))),
      ...retire.reasons.map((reason) => line(reason.says, 'retire', found.title)),
      line(retire.says, 'retire', found.title),
    ];
  });
}

function surveyLines(id: string, { surveys }: ReportParts): Line[] {
  const found = surveys.get(id);
  return found?.recommend ? [line(recommendSays(found.answers, found.guard, found.recommend), 'survey')] : [];
}

function fairnessLines(id: string, { fairness, records }: ReportParts): Line[] {
  return (fairness?.records ?? []).filter((record) => record.role === id && record.shown).flatMap((record) => {
    const found = records.find((each) => each.role === id && each.period === record.period && each.dimension === record.dimension);
    const about = recordTitle(record);
    return [
      line(`${record.says}.`, 'fairness', about),
      ...(found?.overall ? [line(found.overall, 'fairness', about)] : []),
      ...(found?.stages.map(({ title, says }) => line(says, 'fairness', `${about}: ${title}`)) ?? []),
    ];
  });
}

function recordTitle({ dimension, period }: { readonly dimension: string; readonly period: string }): string {
  return `${dimension.slice(0, 1).toUpperCase()}${dimension.slice(1).replaceAll('-', ' ')}, ${period}`;
}

/** What would have to be there for the sections that say nothing. */
function missingLines(id: string, agreement: readonly { readonly title: string; readonly version: number; readonly missing: string | null }[], parts: ReportParts): Line[] {
  const survey = parts.surveys.get(id);
  const records = parts.fairness?.records.filter((record) => record.role === id) ?? [];
  const { validity } = parts;
  return [
    ...agreement.flatMap(({ title, version, missing }) => (missing === null ? [] : [line(missing, 'agreement-live', `Agreement on ${title}, version ${version}`)])),
    ...(parts.severity?.shown === false ? [line(parts.severity.says, 'severity', 'Severity')] : []),
    ...(survey?.recommend ? [] : [line(recommendSays(survey?.answers ?? 0, survey?.guard ?? 5, undefined), 'survey', 'What candidates say')]),
    ...(records.length === 0 ? [line('No voluntary counts are recorded for this opening.', 'fairness', 'Fairness')] : records.filter(({ shown }) => !shown).map((record) => line(`${record.says}.`, 'fairness', recordTitle(record)))),
    ...(validity && validity.reviewed < validity.guard.few ? [...(validity.reviewed < validity.guard.hidden ? [line(validity.says, 'validity', 'Do our scores foretell the work')] : []), line(validity.needed.says, 'hires-needed', 'Do our scores foretell the work')] : []),
  ];
}
