import { expect, test } from 'vitest';
import { workspaceFacts } from '../../analysis/candidate.ts';
import { miniature, type CandidateInput } from '../../fixtures/workspace.ts';
import { answersOf, elsewhereWords } from './pile.ts';

const questions = { form: { title: 'Form', for: 'candidates' as const, questions: [{ id: 'bug', ask: 'A bug?', kind: 'text' as const }, { id: 'cv', ask: 'A CV, if you like.', kind: 'file' as const, required: false }] } };

function elsewhere(submissions: CandidateInput['submissions']): readonly string[] {
  const workspace = miniature({ questions, candidates: { engineer: { 'teal-otter-7f': { events: ['2026-02-02T09:00Z application applied'], ...(submissions && { submissions }) } } } });
  const facts = workspaceFacts(workspace, Date.parse('2026-02-03T12:00Z')).all[0] ?? expect.fail();
  const stage = workspace.pipelines.get('short')?.value.stages[0] ?? expect.fail();
  return answersOf(workspace, facts, facts.visits[0] ?? expect.fail(), { ...stage, questions: 'form' }).elsewhere;
}

test('of a link or a file nothing is claimed that the record cannot know', () => {
  expect(elsewhere({ application: { received: '2026-02-02T09:00Z', answers: { bug: 'A clock.' } } })).toEqual(['cv']);
  expect(elsewhereWords(['cv'])).toBe('A link or a file is not shown here; where one was given it is kept with the identity: cv.');
});

test('where nothing was handed in, nothing is kept anywhere', () => {
  expect(elsewhere(undefined)).toEqual([]);
});
