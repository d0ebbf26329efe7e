import { accommodationReport, ANSWER_WITHIN, SHARES_FROM, type AccommodationReport, type Request, type Treatment } from '../../analysis/accommodations.ts';
import { officeOf } from '../../analysis/time/office.ts';
import { plural } from '../../model/words.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { IdentityFolder } from '../../identity/folder.ts';

/** The report over every identity that can be opened. */
export async function reportOf(workspace: Workspace, identities: IdentityFolder, now: number): Promise<AccommodationReport> {
  const roles = new Map<string, string>();
  for (const [role, people] of workspace.candidates) for (const id of people.keys()) roles.set(id, role);
  const requests: Request[] = [];
  for (const candidate of (await identities.all()).keys()) {
    for (const { asked, kind, decision, decided, by, extra } of (await identities.record(candidate))?.accommodations ?? []) {
      requests.push({ candidate, role: roles.get(candidate), asked, kind, decision, decided, by, extra });
    }
  }
  const office = officeOf(workspace.calendar);
  return accommodationReport(requests, office, office.zone.dayOf(now));
}

/** The report as Markdown, for managers and nobody else: it stands in no repository. */
export function reportMarkdown(report: AccommodationReport): string {
  const { requests, answered, inTime, late, inTimeShare, medianDays, longestDays, open, kinds } = report;
  if (requests === 0) return '# Accommodations\n\nNobody has asked for anything yet.\n';
  const unknown = answered - inTime - late;
  const speed = answered === 0 ? [] : [
    `- Answered: ${answered} of ${requests}. Within ${plural(ANSWER_WITHIN, 'business day')}, as the policy promises: ${inTime} of ${inTime + late}${percent(inTimeShare)}${unknown === 0 ? '' : `; of ${unknown} nobody wrote down when`}.`,
    ...(medianDays === undefined ? [] : [`- Median ${days(medianDays)}, longest ${days(longestDays ?? 0)}.`]),
  ];
  const waiting = open.map(({ candidate, role, asked, due, lateBy }) => `- ${candidate}${role === undefined ? '' : ` (${role})`}: asked ${asked}, ${lateBy > 0 ? `**overdue by ${plural(lateBy, 'business day')}**` : `answer by ${due}`}`);
  const table = kinds.map((kind) => `| ${kind.kind} | ${kind.asked} | ${kind.granted} | ${kind.declined} | ${kind.open} | ${hours(kind.hours)} |`);
  const differing = kinds.filter(({ differs }) => differs);
  const sides = differing.flatMap((kind) => [
    `### ${kind.kind}: ${words(kind)}${percent(kind.grantedShare, ' granted')}`, '',
    ...kind.sides.map((side) => `- ${side.role ?? 'an opening that is not in the tree'}, ${side.by ?? 'nobody named'}: ${words(side)}`), '',
  ]);
  return [
    '# Accommodations', '', ...speed, ...(speed.length > 0 ? [''] : []),
    `## Open: ${open.length}`, '', ...waiting, ...(waiting.length > 0 ? [''] : []),
    '## By kind', '', '| Kind | Asked | Granted | Refused | Open | Extra time |', '| --- | ---: | ---: | ---: | ---: | --- |', ...table, '',
    '## Like requests, answered differently', '',
    ...(differing.length === 0 ? ['None: requests of one kind were answered alike.', ''] : ['A difference may have its reason. Read these side by side once a quarter, as the policy asks.', '', ...sides]),
    `Shares are given from ${SHARES_FROM} answers on.`, '',
  ].join('\n');
}

/** “4 granted (24–48 h), 1 refused”. */
function words({ granted, declined, hours: range }: Treatment): string {
  const parts = [...(granted > 0 ? [`${granted} granted${range === undefined ? '' : ` (${hours(range)})`}`] : []), ...(declined > 0 ? [`${declined} refused`] : [])];
  return parts.join(', ') || 'none answered';
}

function hours(range: Treatment['hours']): string {
  if (range === undefined) return '–';
  const [least, most] = range.map((value) => String(Math.round(value * 10) / 10));
  return least === most ? `${least} h` : `${least}–${most} h`;
}

function percent(share: number | undefined, what = ''): string {
  return share === undefined ? '' : ` (${Math.round(share * 100)} %${what})`;
}

function days(value: number): string {
  return value === 0 ? 'the same day' : `${Math.round(value * 10) / 10} business ${value === 1 ? 'day' : 'days'}`;
}
