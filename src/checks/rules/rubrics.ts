import type { Problem } from '../../model/problem.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Stored, Workspace } from '../../model/workspace.ts';
import { notKnown } from '../references.ts';
import { READING_LINE } from '../../model/reading.ts';
import { problem, type Rule } from '../rule.ts';
import { textRule } from '../text-rule.ts';
import { lineOf } from './messages.ts';
import { tablePlace } from '../rubric-place.ts';
import { listed } from '../../model/words.ts';
import { figure } from '../words.ts';

// The criteria of a rubric weigh 100 % together.
const weights: Rule = {
  holds: 'The criteria of a rubric weigh 100 % together.',
  codes: ['rubric/weights-sum'],
  check: (workspace, context) => currentRubrics(workspace).flatMap(({ path, value }) => {
    // Weights have one decimal at most: whole tenths add up exactly, floating numbers do not.
    const tenths = value.criteria.reduce((sum, criterion) => sum + Math.round(criterion.weight * 10), 0);
    if (tenths === 1000) return [];
    const away = tenths < 1000 ? `${figure((1000 - tenths) / 10)} % are missing` : `${figure((tenths - 1000) / 10)} % are too many`;
    return [problem('rubric/weights-sum', tablePlace(context, path),
      `The weights add up to ${figure(tenths / 10)} %, not 100 %: ${away}.`,
      `Weights now: ${value.criteria.map((criterion) => `${criterion.id} ${figure(criterion.weight)} %`).join(', ')}.`)];
  }),
};

// must_have, communication and collaboration name criteria of the table.
const named: Rule = {
  holds: 'must_have, communication and collaboration name criteria of the table.',
  codes: ['reference/unknown-criterion'],
  check: (workspace) => currentRubrics(workspace).flatMap(({ path, value }) => {
    const known = value.criteria.map((criterion) => criterion.id);
    const lists = [
      ['must_have', value.mustHave],
      ['communication', value.communication === 'elsewhere' ? [] : value.communication],
      ['collaboration', value.collaboration],
    ] as const;
    return lists.flatMap(([key, ids]) => ids.flatMap((id, index) => known.includes(id) ? [] : [
      notKnown('reference/unknown-criterion', { path, key: [key, index] }, `“${key}” names the criterion “${id}”, but the table has no such criterion`, id, known, 'criteria'),
    ]));
  }),
};

// A rubric says where communication is judged.
const communication: Rule = {
  holds: 'A rubric says where communication is judged.',
  codes: ['rubric/no-communication'],
  check: (workspace) => currentRubrics(workspace).flatMap(({ path, value }) =>
    value.communication !== 'elsewhere' && value.communication.length === 0
      ? [problem('rubric/no-communication', { path, key: ['communication'] }, `“${value.title}” names no criterion that judges how things are explained.`, 'Name a criterion, as in communication: [explanation], or write communication: elsewhere.')]
      : []),
};

// Every level of every criterion has words, and the indicators say more than praise.
const anchors: Rule = {
  holds: 'Every level of every criterion has an anchor, and indicators name something to look for.',
  codes: ['rubric/missing-anchor', 'rubric/vague-indicators'],
  check: (workspace, context) => currentRubrics(workspace).flatMap(({ path, value }) => value.criteria.flatMap((criterion, row): Problem[] => {
    const problems: Problem[] = [];
    const missing = levels(value).filter((level) => !criterion.anchors.some((anchor) => anchor.level === level && anchor.text.trim() !== ''));
    if (missing.length > 0) {
      problems.push(problem('rubric/missing-anchor', tablePlace(context, path, row), `“${criterion.name}” has no words for level ${listed(missing.map(String))}; the scale is ${value.scale.min}–${value.scale.max}.`, `Under “## ${criterion.name}” add a line “- **${missing[0] ?? ''}** …”.`));
    }
    if (isVague(criterion.indicators)) {
      problems.push(problem('rubric/vague-indicators', tablePlace(context, path, row), `The indicators of “${criterion.name}” say “${criterion.indicators.trim()}”, which two readers would take for different things.`, 'Name what can be seen in the work, such as “Invalid input gets an error with a reason”.'));
    }
    return problems;
  })),
};

const VAGUE = new Set('good great nice clean solid strong quality high excellent well proper appropriate reasonable adequate decent best practice practices code work overall general'.split(' '));

function isVague(indicators: string): boolean {
  const words = indicators.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => VAGUE.has(word));
}

function levels(rubric: Rubric): number[] {
  return Array.from({ length: rubric.scale.max - rubric.scale.min + 1 }, (_, index) => rubric.scale.min + index);
}

function currentRubrics(workspace: Workspace): Stored<Rubric>[] {
  return [...workspace.rubrics.values()].flatMap((history) => (history.current ? [history.current] : []));
}

// No reading from a calibration is left in a rubric.
const begun = textRule({
  holds: 'No reading from a calibration is left in a rubric.',
  codes: ['rubric/begun-change'],
  concerns: (path) => /^rubrics\/[^/]+\.md$/.test(path),
  find: (path, text) => [...text.matchAll(READING_LINE)].map(({ 0: line, 1: words = '', index }) => problem('rubric/begun-change',
    { path, ...lineOf(text, 1, index + line.length - words.length, index + line.length) },
    `The line “${words} …” is how somebody read this anchor in a calibration, not a part of it.`,
    'Say what holds in the words of the anchor, and delete the line.')),
});

export const rubrics: readonly Rule[] = [weights, named, communication, anchors, begun];
