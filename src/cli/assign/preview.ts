import type { Assignment } from '../../analysis/assign.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Workspace } from '../../model/workspace.ts';
import { plural } from '../../model/words.ts';
import { harmless } from '../../report/terminal-text.ts';

/** The plan with its reasons: a line for each visit, and under it a line for each person. Never a mark. */
export function previewText(workspace: Workspace, rows: readonly Assignment[]): string {
  return rows.map((assignment) => {
    const { candidate, visit, proposed, passedOver, missing, asked, due, trainee } = assignment;
    const people = [
      ...proposed.map(({ person, reasons }) => ['+', person, reasons.join(', ')]),
      ...(trainee === undefined ? [] : [['+', trainee.person, 'as a trainee: recorded, not counted']]),
      ...passedOver.map(({ person, because }) => [' ', person, `passed over: ${because}`]),
    ];
    const width = Math.max(0, ...people.map(([, person = '']) => person.length));
    const lines = people.map(([sign = '', person = '', words = '']) => `  ${sign} ${person.padEnd(width)}  ${words}`.trimEnd());
    const lack = missing > 0 ? [`  ${plural(missing, 'person', 'people')} still missing: nobody else can be asked.`] : [];
    return `${candidate.id}, ${headline(workspace, assignment)}${visit.panel?.complete === true ? `, asked from ${asked} on` : ''}${due === undefined ? '' : `, due ${due}`}\n${[...lines, ...lack].map((line) => `${harmless(line)}\n`).join('')}`;
  }).join('\n');
}

/** "technical challenge: 1 of 2 asked". */
function headline(workspace: Workspace, { candidate, visit, members, reviewers, apart }: Assignment): string {
  const stage = workspace.pipelines.get(workspace.roles.get(candidate.role)?.value.pipeline ?? '')?.value.stages.find(({ id }) => id === visit.stage);
  const where = `${stageTitle(stage ?? { id: visit.stage, title: undefined }).toLowerCase()}${visit.number > 1 ? `, visit ${visit.number}` : ''} (${candidate.role})`;
  if (apart) return `${where}: one more, since ${members.join(' and ')} stand ${plural(apart.spread, 'level')} apart on ${apart.criterion}`;
  const words = members.length === 0 ? 'nobody asked yet' : `${members.length} of ${reviewers} there (${members.join(', ')})`;
  return `${where}: ${words}`;
}

/** What was written, one line for each person: `teal-otter-7f  technical-challenge  chen  due 2026-11-25`. */
export function doneText(rows: readonly Assignment[]): string {
  return rows.flatMap(({ candidate, visit, proposed, due, trainee }) => [
    ...proposed.map(({ person }) => `${candidate.id}  ${visit.name}  ${person}${due === undefined ? '' : `  due ${due}`}\n`),
    ...(trainee === undefined ? [] : [`${candidate.id}  ${visit.name}  ${trainee.person}  trainee\n`]),
  ]).join('');
}

/** The same for programs. */
export function dataOf({ candidate, visit, asked, due, proposed, passedOver, missing, apart, trainee }: Assignment): object {
  return {
    role: candidate.role, candidate: candidate.id, visit: visit.name, rubric: visit.panel?.reference ?? null, asked, due: due ?? null,
    because: apart ? 'apart' : 'lacking', ask: proposed, trainee: trainee?.person ?? null, passedOver, missing,
  };
}
