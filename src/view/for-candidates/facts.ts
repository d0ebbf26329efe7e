import { stageTerms } from '../../analysis/stage-terms.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { PublicFacts } from './published.ts';

type Criteria = PublicFacts['criteria'][string];

const COMPONENT = /<(Criteria|Effort|Window|Promise)\s([^<>]*?)\/?>/g;

/** The figures that published texts name by a component, and no others: a challenge that no text mentions stays unmentioned. */
export function publicFacts(workspace: Workspace, texts: Iterable<string>): PublicFacts {
  const facts: PublicFacts = { efforts: {}, windows: {}, promises: {}, criteria: {} };
  for (const text of texts) {
    for (const [, name, written = ''] of text.matchAll(COMPONENT)) {
      const attribute = (wanted: string): string => new RegExp(`\\b${wanted}="([^"]*)"`).exec(written)?.[1] ?? '';
      if (name === 'Criteria') facts.criteria[attribute('rubric')] = publicCriteria(workspace, attribute('rubric'));
      else if (name === 'Promise') keep(facts.promises, `${attribute('pipeline')}/${attribute('stage')}`, promiseOf(workspace, attribute('pipeline'), attribute('stage')));
      else {
        const challenge = workspace.challenges.get(attribute('challenge'))?.page.value;
        if (name === 'Effort') keep(facts.efforts, attribute('challenge'), (challenge?.effort ?? challenge?.length)?.text);
        else keep(facts.windows, attribute('challenge'), challenge?.window?.text);
      }
    }
  }
  return facts;
}

/** What is judged and how much each counts, from the current rubric; never its anchors, which are for those who judge. */
export function publicCriteria(workspace: Workspace, id: string | undefined): Criteria {
  const history = id === undefined ? undefined : workspace.rubrics.get(id);
  const rubric = history?.current?.value ?? [...(history?.versions.values() ?? [])].at(-1)?.value;
  return (rubric?.criteria ?? []).map(({ name, weight, indicators }) => ({ name, weight, indicators }));
}

function promiseOf(workspace: Workspace, pipeline: string, stage: string): string | undefined {
  const found = workspace.pipelines.get(pipeline)?.value.stages.find((each) => each.id === stage);
  return found && stageTerms(workspace, found, undefined).replyWithin.text;
}

function keep(record: Record<string, string>, name: string, value: string | undefined): void {
  if (value !== undefined) record[name] = value;
}
