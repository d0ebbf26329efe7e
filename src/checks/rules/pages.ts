import type { Problem } from '../../model/problem.ts';
import { unresolved, type NounName } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { listed } from '../../model/words.ts';
import { lineOf } from './messages.ts';

const COMPONENTS: Readonly<Record<string, readonly [attribute: string, noun: NounName][]>> = {
  Criteria: [['rubric', 'rubric']],
  Effort: [['challenge', 'challenge']],
  Window: [['challenge', 'challenge']],
  Promise: [['pipeline', 'pipeline']],
};

// A component on a page names something that exists.
const components: Rule = {
  holds: 'A component on a page names something that exists.',
  codes: ['reference/unknown-rubric', 'reference/unknown-challenge', 'reference/unknown-pipeline', 'reference/unknown-stage'],
  check: (workspace) => {
    const pages = [...workspace.guide.values(), ...workspace.roles.values(), ...[...workspace.challenges.values()].map((challenge) => challenge.page)];
    return pages.flatMap(({ path, body, bodyLine }) => [...body.matchAll(/<(Criteria|Effort|Window|Promise)\s([^<>]*?)\/?>/g)].flatMap((found): Problem[] => {
      const [tag, name = '', written = ''] = found;
      const place = { path, ...lineOf(body, bodyLine, found.index, found.index + tag.length) };
      const attributes = new Map([...written.matchAll(/([a-z]+)="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
      const problems = (COMPONENTS[name] ?? []).flatMap(([attribute, noun]) => {
        const id = attributes.get(attribute);
        return id === undefined ? [] : unresolved(workspace, noun, id, place, `The ${attribute} of <${name}>`);
      });
      const stages = workspace.pipelines.get(attributes.get('pipeline') ?? '')?.value.stages.map((stage) => stage.id);
      const stage = attributes.get('stage');
      if (name === 'Promise' && stages && stage !== undefined && !stages.includes(stage)) {
        problems.push(problem('reference/unknown-stage', place, `<Promise> names the stage “${stage}”, which the pipeline does not have.`, `Stages: ${listed(stages)}.`));
      }
      return problems;
    }));
  },
};

export const pages: readonly Rule[] = [components];
