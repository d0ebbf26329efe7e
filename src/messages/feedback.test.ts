import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateFacts } from '../analysis/candidate.ts';
import { candidate, miniature, type CandidateInput, type ScoreInput } from '../fixtures/workspace.ts';
import type { Workspace } from '../model/workspace.ts';
import { draftMessage } from './draft.ts';
import { feedbackFor } from './feedback.ts';
import { called, withTemplate } from './test-templates.ts';

const EVENTS = [
  '2026-10-01T09:00+01:00 application applied', '2026-10-05T10:00+01:00 application advanced', '2026-10-09T20:00+01:00 task submitted', '2026-10-14T20:00+01:00 task declined reason=below-bar',
];
const NOW = Date.parse('2026-10-14T21:00+01:00');
const AT = '2026-10-12T10:00+01:00';

function judgedWorkspace(): Workspace {
  const base = miniature({ rubrics: { craft: [{ criteria: { code: 40, tests: 20, prose: 20, speed: 20 }, mustHave: ['code'] }] } });
  const named = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const history = base.rubrics.get('craft');
  const current = history?.versions.get(1);
  if (!history || !current) throw new Error('no rubric');
  const value = { ...current.value, criteria: current.value.criteria.map((criterion) => ({
    ...criterion, name: named(criterion.id), indicators: `Signs of ${criterion.id}.`,
    anchors: criterion.anchors.map(({ level }) => ({ level, text: `${named(criterion.id)} as at\nlevel ${'abcd'[level - 1] ?? ''}` })),
  })) };
  return { ...base, rubrics: new Map([['craft', { current: { path: '', value }, versions: new Map([[1, { path: '', value }]]) }]]) };
}

const WORKSPACE = judgedWorkspace();

const score = (code: number, tests: number, prose: number, speed: number | 'not-observed', at = AT): ScoreInput => ({ at, marks: { code, tests, prose, speed } });

function feedback(scores: Readonly<Record<string, ScoreInput>>, more: Partial<CandidateInput> = {}, reason = 'below-bar', language = 'en'): string | undefined {
  const folder = candidate('engineer', 'teal-otter-7f', { events: EVENTS, scores: { task: scores }, ...more });
  return feedbackFor(candidateFacts(WORKSPACE, folder, NOW), reason, language);
}

describe('feedback from the rubric', () => {
  it('says what stood out and what kept the work below the bar, in the words of the rubric', () => {
    expect(feedback({ alice: score(3, 1, 4, 3), bob: score(3, 2, 4, 3) })).toBe(`Two things stood out. The words are those of our criteria, which were written for the people who read your work:

- **Prose**: “Prose as at level d”
- **Code**: “Code as at level c”

And this is what kept it below the bar:

- **Tests**: “Tests as at level a” What we look for: Signs of tests.`);
  });

  it('names a must-have first, as what the role cannot do without', () => {
    const text = feedback({ alice: score(2, 1, 4, 4), bob: score(2, 1, 4, 4) });
    expect(text).toMatch(/- \*\*Code\*\*: .* This role cannot do without it\.\n- \*\*Tests\*\*: /);
  });

  it('praises nothing that was not there', () => {
    expect(feedback({ alice: score(1, 1, 1, 1), bob: score(1, 2, 1, 1) })).not.toContain('stood out');
    expect(feedback({ alice: score(2, 1, 3, 2), bob: score(2, 1, 4, 2) })).toContain('**Prose**: “Prose as at level c”');
  });

  it.each<[string, string | undefined]>([
    ['one score is missing', feedback({ alice: score(3, 1, 4, 3) })],
    ['the second came after the end', feedback({ alice: score(3, 1, 4, 3), bob: score(3, 1, 4, 3, '2026-10-14T20:30+01:00') })],
    ['a named reviewer has not scored', feedback({ alice: score(3, 1, 4, 3), bob: score(3, 1, 4, 3) }, { panels: { task: { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-10-10' }, { person: 'bob', asked: '2026-10-10' }, { person: 'chen', asked: '2026-10-10' }] } } })],
    ['only one score counts', feedback({ alice: score(3, 1, 4, 3), bob: score(3, 1, 4, 3) }, { panels: { task: { rubric: 'craft@1', reviewers: [{ person: 'alice', asked: '2026-10-10' }, { person: 'bob', asked: '2026-10-10', shadow: true }] } } })],
    ['too little was marked', feedback({ alice: { at: AT, marks: { code: 2, tests: 'not-observed', prose: 'not-observed', speed: 1 } }, bob: { at: AT, marks: { code: 2, tests: 'not-observed', prose: 'not-observed', speed: 1 } } })],
    ['a must-have was not seen', feedback({ alice: { at: AT, marks: { code: 'not-observed', tests: 1, prose: 1, speed: 1 } }, bob: { at: AT, marks: { code: 'not-observed', tests: 1, prose: 1, speed: 1 } } })],
    ['nothing was low', feedback({ alice: score(3, 3, 4, 4), bob: score(3, 3, 4, 4) })],
    ['the reason is another', feedback({ alice: score(3, 1, 4, 3), bob: score(3, 1, 4, 3) }, {}, 'no-reply')],
  ])('says nothing where %s', (_, text) => expect(text).toBeUndefined());

  it('where the work was not the reason, says what stood out and no more', () => {
    const text = feedback({ alice: score(3, 1, 4, 3), bob: score(3, 1, 4, 3) }, {}, 'position-filled');
    expect(text).toContain('**Prose**');
    expect(text).not.toContain('below the bar');
  });

  it('has its own sentences in the language of the letter', () => {
    expect(feedback({ alice: score(2, 1, 4, 3), bob: score(2, 1, 4, 3) }, {}, 'below-bar', 'pt-BR')).toMatch(/^Duas coisas destacaram-se[\s\S]*Esta função não pode passar sem isso/);
  });

  it('never tells who judged, how many, or what they wrote, in whatever order they stand', () => {
    const people = ['alice', 'bob', 'chen', 'dana', 'eva'];
    const marks = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 5 });
    let told = 0;
    fc.assert(fc.property(marks, fc.nat(), (all, turn) => {
      const reviewers = people.slice(0, all.length);
      const panels = { task: { rubric: 'craft@1', reviewers: reviewers.map((person) => ({ person, asked: '2026-10-10' })) } };
      const by = (shift: number) => Object.fromEntries(reviewers.map((person, index) => [person, score(...(all[(index + shift) % all.length] ?? [1, 1, 1, 1]))]));
      const text = feedback(by(0), { panels });
      expect(feedback(by(turn), { panels })).toBe(text);
      if (text === undefined) return;
      told++;
      expect(text).not.toMatch(/alice|bob|chen|dana|eva|sample|placeholder|specimen|example|src\/main/i);
      // Words of levels are letters here, so that any figure would be a mark or a number of people.
      expect(text).not.toMatch(/\d|three|four|five|reviewers|both|all of/i);
    }), { numRuns: 200 });
    expect(told).toBeGreaterThan(60);
  });

  it('stands in the letter of a decline, and yields to what somebody wrote', () => {
    const workspace = withTemplate(WORKSPACE, 'no', { on: 'declined' }, '{{feedback | Ask me.}}');
    const folder = candidate('engineer', 'teal-otter-7f', { events: EVENTS, scores: { task: { alice: score(3, 1, 4, 3), bob: score(3, 1, 4, 3) } } });
    const input = { workspace, folder, now: NOW, call: called(workspace, 'no'), sender: 'dana' };
    expect(draftMessage(input).text).toContain('stood out');
    expect(draftMessage({ ...input, feedback: 'By hand.' }).text).toBe('By hand.');
    expect(draftMessage({ ...input, reason: 'personal' }).text).toBe('Ask me.');
  });
});
