import type { Problem } from '../../model/problem.ts';
import { unresolved } from '../references.ts';
import { problem, type Rule } from '../rule.ts';

// Nobody is hired without a decision to hire whose bar is answered with yes.
const hired: Rule = {
  holds: 'Nobody is hired without a decision to hire whose bar is answered with yes.',
  codes: ['decision/missing', 'decision/not-hire', 'decision/bar'],
  check: (_workspace, { catalogue }) => catalogue.applications.flatMap(({ folder }): Problem[] => {
    const problems: Problem[] = [];
    for (const { path, value } of folder.decisions) {
      if (value.decision === 'hire' && value.bar !== 'yes') problems.push(problem('decision/bar', { path, key: ['bar'] }, `The decision is to hire, but the bar is answered with “${value.bar}”.`, 'Allowed with decision: hire is only bar: yes.'));
    }
    const index = folder.record?.value.events.findIndex((event) => event.event === 'hired') ?? -1;
    if (index < 0 || !folder.record) return problems;
    const place = { path: folder.record.path, key: ['events', index, 'event'] };
    const last = folder.decisions.at(-1);
    if (!last) {
      const sealed = [...folder.sealed].some((path) => path.endsWith('/decision.yml'));
      if (!sealed && !catalogue.isBroken(`${folder.path}/decision.yml`)) problems.push(problem('decision/missing', place, `${folder.id} was hired, but there is no decision.yml.`, `Add ${folder.path}/decision.yml.`));
    } else if (last.value.decision !== 'hire') {
      problems.push(problem('decision/not-hire', place, `${folder.id} was hired, but the last decision says “${last.value.decision}”.`, 'Write a revision of the decision, or correct the event.'));
    }
    return problems;
  }),
};

// Revisions are numbered without gaps, say why, and come in the order of their times; deciders are known.
const revisions: Rule = {
  holds: 'Revisions are numbered without gaps, say why, and come in the order of their times; deciders are known.',
  codes: ['decision/numbering', 'decision/revised-because', 'decision/order', 'reference/unknown-person'],
  check: (workspace, { catalogue }) => catalogue.applications.flatMap(({ folder }) => folder.decisions.flatMap(({ path, value }, index): Problem[] => {
    const problems: Problem[] = [];
    const number = Number(/\.(\d+)\.yml$/.exec(path)?.[1] ?? 1);
    const expected = index === 0 ? 1 : numberOf(folder.decisions[index - 1]?.path) + 1;
    if (number !== expected) {
      const missing = `${folder.path}/decision${expected === 1 ? '' : `.${expected}`}.yml`;
      if (!catalogue.isBroken(missing) && !folder.sealed.has(missing)) problems.push(problem('decision/numbering', { path }, `This is decision number ${number}, but ${missing.slice(folder.path.length + 1)} is missing.`, `Rename the file to ${missing.slice(folder.path.length + 1)}.`));
    }
    if (number > 1 && value.revised_because === undefined) problems.push(problem('decision/revised-because', { path }, `Decision ${number} revises an earlier one, but does not say why.`, 'Add revised_because: with the reason.'));
    if (number === 1 && value.revised_because !== undefined) problems.push(problem('decision/revised-because', { path, key: ['revised_because'], atKey: true }, 'The first decision says why it was revised.', 'Move the words to because.'));
    const before = folder.decisions[index - 1]?.value.decided;
    if (before !== undefined && Date.parse(value.decided) < Date.parse(before)) problems.push(problem('decision/order', { path, key: ['decided'] }, `Decision ${number} was taken at ${value.decided}, before the one it revises (${before}).`, 'Correct the time.'));
    value.by.forEach((person, at) => problems.push(...unresolved(workspace, 'person', person, { path, key: ['by', at] }, 'Who decided')));
    value.dissent.forEach(({ person }, at) => problems.push(...unresolved(workspace, 'person', person, { path, key: ['dissent', at, 'person'] }, 'Who disagrees')));
    return problems;
  })),
};

// Whoever said a strong no is heard in the decision to hire.
const dissent: Rule = {
  holds: 'Whoever said a strong no is heard in the decision to hire.',
  codes: ['decision/unheard-dissent'],
  check: (_workspace, { catalogue }) => catalogue.applications.flatMap(({ folder }) => {
    const last = folder.decisions.at(-1);
    if (last?.value.decision !== 'hire') return [];
    const heard = new Set(last.value.dissent.map((entry) => entry.person));
    const against = new Set<string>();
    for (const scores of folder.scores.values()) {
      const lastOf = new Map(scores.map((score) => [score.person, score.value.recommendation]));
      for (const [person, recommendation] of lastOf) if (recommendation === 'strong-no' && !folder.conflicts.has(person)) against.add(person);
    }
    return [...against].filter((person) => !heard.has(person)).map((person) => problem('decision/unheard-dissent', { path: last.path, key: ['decision'] },
      `The decision is to hire, but the strong no of ${person} is not answered.`, `Add to dissent: - person: ${person}, with because: in their words.`));
  }),
};

function numberOf(path: string | undefined): number {
  return Number(/\.(\d+)\.yml$/.exec(path ?? '')?.[1] ?? 1);
}

export const decisions: readonly Rule[] = [hired, revisions, dissent];
