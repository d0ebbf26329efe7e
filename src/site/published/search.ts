import { relativePath } from '../integration/links.ts';
import type { PublishedCalibration } from '../../view/published/calibration.ts';
import type { PublishedPerson } from '../../view/published/people.ts';
import type { PublishedChallenge, PublishedGuide, PublishedMessage, PublishedPipeline, PublishedPolicy, PublishedQuestions, PublishedRubric } from '../../view/published/process.ts';
import type { CandidateRow } from '../../view/published/common.ts';
import type { PublishedFormat, PublishedMethods, PublishedProblems } from '../../view/published/reference.ts';
import { plain, type Found, type SearchIndex } from '../scripts/found.ts';
import { idParts, pack, type Packed } from '../scripts/packed.ts';
import { ownKey } from '../components/docs/anchors.ts';
import { whenSentence } from '../components/messages/occasions.ts';
import { kindWords, titleOf } from '../components/process/words.ts';
import { handbooks } from './handbooks.ts';
import { paths } from './paths.ts';
import { read, readAll, readText } from './read.ts';
import { workspace } from './workspace.ts';

/** Everything the search page can find; it stands in that page alone, since over file:// nothing can be fetched. */
export function searchIndex(): SearchIndex {
  return { found: [...people(), ...process(), ...texts(), ...docs()], candidates: candidates() };
}

function entry(kind: string, href: string, title: string, note = '', words = ''): Found {
  const [path = '', hash] = href.split('#');
  const file = path === '/' ? 'index' : path.slice(1);
  return [kind, `${relativePath('search.html', `${file}.html`)}${hash === undefined ? '' : `#${hash}`}`, title, note, words.replace(/\s+/g, ' ').trim()];
}

/** A long text as the words it holds, each once: enough to find its page, a fifth of the size. */
export function bag(text: string): string {
  const words = plain(text.replace(/^---[\s\S]*?\n---\n/, '').replace(/<[^>]+>|\{\{[^}]*\}\}|https?:\S+/g, ' ')).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]{2,}/gu) ?? [];
  return [...new Set(words)].sort().join(' ');
}

function candidates(): Packed {
  const hrefs = new Map(workspace.roles.map(({ id: role }) => [role, entry('', paths.candidate({ role, id: 'x' }), '')[1].replace(/x\.html$/, '')]));
  const rows = read<CandidateRow[]>('candidates.json').filter(({ role }) => hrefs.has(role));
  return pack(rows.map(({ id, role, roleTitle, stageTitle, how }) => [...idParts(id), [hrefs.get(role) ?? '', roleTitle], stageTitle ?? '', how ?? '']));
}

function people(): Found[] {
  return [
    ...workspace.roles.map(({ id, title, state }) => entry('Roles', paths.role(id), title, `${id} · ${state}`)),
    ...readAll<PublishedPerson>('people').map(({ id, name, roles }) => entry('People', paths.person(id), name, roles.join(', '), id)),
  ];
}

function process(): Found[] {
  return [
    ...readAll<PublishedRubric>('rubrics').flatMap((rubric) => [
      entry('Rubrics', paths.rubric(rubric.id), rubric.title, `version ${rubric.version}`, rubric.id),
      ...rubric.current.criteria.map(({ id, name, indicators, anchors }) =>
        entry('Criteria', `${paths.rubric(rubric.id)}#${id}`, name, rubric.title, [indicators, ...Object.values(anchors)].join(' ')),
      ),
    ]),
    ...readAll<PublishedPipeline>('pipelines').flatMap(({ id, title, bar, stages }) => [
      entry('Pipelines', paths.pipeline(id), title, bar, id),
      ...stages.map((stage) => entry('Stages', `${paths.pipeline(id)}#${stage.id}`, stage.title, title, `${stage.id} ${stage.why}`)),
    ]),
    ...readAll<PublishedCalibration>('calibrations').map(({ id, title, finding, rubricTitle }) => entry('Calibrations', paths.calibration(id), title, finding, `${id} ${rubricTitle}`)),
    ...readAll<PublishedChallenge>('challenges').map(({ id, title, kind, deliverables, acceptance }) =>
      entry('Challenges', paths.challenge(id), title, kindWords(kind), `${id} ${bag([readText(`text/challenges/${id}.mdx`), ...deliverables, ...acceptance].join(' '))}`),
    ),
    ...readAll<PublishedMessage>('messages').map(({ id, on, when, languages }) =>
      entry('Messages', paths.message(id), titleOf(id), whenSentence(on, when), bag(languages.map(({ subjectTemplate, template }) => `${subjectTemplate} ${template}`).join(' '))),
    ),
    ...readAll<PublishedQuestions>('questions').map(({ id, title, for: whom, questions }) => entry('Questions', paths.questions(id), title, `for ${whom}`, questions.map(({ ask }) => ask).join(' '))),
  ];
}

function texts(): Found[] {
  return [
    ...read<PublishedGuide>('guide.json').map(({ id, title, summary }) => entry('Guide', paths.guidePage(id), title, summary ?? '', bag(readText(`text/guide/${id}.mdx`)))),
    ...readAll<PublishedPolicy>('policies').map(({ id, title, summary, body }) => entry('Policies', paths.policy(id), title, summary ?? '', bag(body))),
  ];
}

function docs(): Found[] {
  return [
    ...handbooks.flatMap(({ id, title, summary, page }) => [
      entry('Docs', paths.handbook(id), title, summary ?? '', bag(page.rawContent())),
      ...page.getHeadings().filter(({ depth }) => depth === 2).map(({ slug, text }) => entry('Docs', `${paths.handbook(id)}#${slug}`, text, title)),
    ]),
    ...read<PublishedMethods>('methods.json').map(({ id, title, plain: words }) => entry('Methods', `${paths.methods}#${id}`, title, '', words)),
    ...read<PublishedFormat>('format.json').map(({ name, path, about, fields }) => entry('Format', `${paths.format}#${name}`, titleOf(name), path, bag(`${about} ${fields.map(({ key }) => ownKey(key)).join(' ')}`))),
    ...read<PublishedProblems>('problems.json').map(({ code, title }) => entry('Problems', paths.problem(code), code, title)),
  ];
}
