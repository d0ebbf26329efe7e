import { relativePath } from '../integration/links.ts';
import type { PublishedPerson } from '../../view/published/people.ts';
import type { PublishedChallenge, PublishedGuide, PublishedMessage, PublishedPipeline, PublishedPolicy, PublishedRubric } from '../../view/published/process.ts';
import type { CandidateRow } from '../../view/published/common.ts';
import type { PublishedProblems } from '../../view/published/reference.ts';
import type { Found } from '../scripts/found.ts';
import { paths } from './paths.ts';
import { read, readAll } from './read.ts';
import { workspace } from './workspace.ts';

/** Everything the search page can find; it stands in that page alone, since over file:// nothing can be fetched. */
export function searchIndex(): Found[] {
  return [...people(), ...process(), ...candidates()];
}

function entry(kind: string, href: string, title: string, note = '', words = ''): Found {
  return [kind, `${relativePath('search.html', href.slice(1))}.html`, title, note, words];
}

function candidates(): Found[] {
  return read<CandidateRow[]>('candidates.json').map((row) =>
    entry('Candidate', paths.candidate(row), row.spoken, [row.id, row.roleTitle, row.stageTitle ?? ''].filter((word) => word !== '').join(' · '), row.how ?? 'open'),
  );
}

function people(): Found[] {
  return [
    ...workspace.roles.map(({ id, title, state }) => entry('Role', paths.role(id), title, `${id} · ${state}`)),
    ...readAll<PublishedPerson>('people').map(({ id, name, roles }) => entry('Person', paths.person(id), name, roles.join(', '), id)),
  ];
}

function process(): Found[] {
  return [
    ...readAll<PublishedRubric>('rubrics').flatMap((rubric) => [
      entry('Rubric', paths.rubric(rubric.id), rubric.title, `version ${rubric.version}`, rubric.id),
      ...rubric.current.criteria.map(({ name, indicators, anchors }) =>
        entry('Criterion', paths.rubric(rubric.id), name, rubric.title, [indicators, ...Object.values(anchors)].join(' ')),
      ),
    ]),
    ...readAll<PublishedPipeline>('pipelines').flatMap(({ id, title, stages }) => [
      entry('Pipeline', paths.pipeline(id), title, '', id),
      ...stages.map((stage) => entry('Stage', paths.pipeline(id), stage.title, title, `${stage.id} ${stage.why}`)),
    ]),
    ...readAll<PublishedChallenge>('challenges').map(({ id, title, kind, deliverables }) => entry('Challenge', paths.challenge(id), title, kind, [id, ...deliverables].join(' '))),
    ...readAll<PublishedMessage>('messages').map(({ id, when, languages }) => entry('Message', paths.message(id), languages[0]?.subjectTemplate ?? id, when, id)),
    ...read<PublishedGuide>('guide.json').map(({ id, title, summary }) => entry('Guide', paths.guidePage(id), title, summary ?? '')),
    ...readAll<PublishedPolicy>('policies').map(({ id, title, summary }) => entry('Policy', paths.policy(id), title, summary ?? '')),
    ...read<PublishedProblems>('problems.json').map(({ code, title }) => entry('Problem', paths.problem(code), code, title)),
  ];
}
