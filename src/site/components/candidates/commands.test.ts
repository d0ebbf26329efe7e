import { describe, expect, it } from 'vitest';
import type { PublishedCandidate } from '../../../view/published/candidate.ts';
import { nextCommands } from './commands.ts';

const legal: PublishedCandidate['legal'] = ['advanced', 'returned', 'declined', 'withdrew'];
const asked = (owes: string, more: object = {}, on = 'manager') => ({
  row: { closed: false, role: 'r', move: { on, owes, people: ['bob'] } }, visits: [{ kind: 'interview' }], decisions: [], legal, named: 'teal-otter-7f', ...more,
}) as unknown as PublishedCandidate;
const commands = (candidate: PublishedCandidate) => nextCommands(candidate).first.map(({ command }) => command);

describe('the next command', () => {
  it('settles what is owed', () => {
    expect(commands(asked('decide'))).toEqual(['npx hire advance teal-otter-7f', 'npx hire decline teal-otter-7f']);
    expect(commands(asked('score', {}, 'reviewers'))).toEqual(['npx hire score teal-otter-7f --by bob', 'npx hire assign teal-otter-7f']);
    expect(commands(asked('score', { visits: [{ kind: 'interview', panel: { asked: [{ released: null, shadow: false }] } }] }, 'reviewers'))).toEqual(['npx hire score teal-otter-7f --by bob']);
    expect(commands(asked('score', { visits: [{ kind: 'interview', panel: { asked: [{ released: '2026-11-20', shadow: false }] } }] }))).toEqual(['npx hire assign teal-otter-7f']);
    expect(commands(asked('score', { visits: [{ kind: 'screening' }] }))).toEqual(['npx hire screen r']);
    expect(commands(asked('answer'))).toEqual(['npx hire send', 'npx hire send --by-hand teal-otter-7f']);
    expect(commands(asked('hand-in', { legal: ['submitted', 'declined'] }, 'candidate'))).toEqual(['npx hire submit teal-otter-7f', 'npx hire extend teal-otter-7f --extra 24h']);
  });

  it('writes the decision down before anybody goes on', () => {
    expect(commands(asked('decide', { visits: [{ kind: 'final' }] }))[0]).toBe('npx hire decide teal-otter-7f');
    expect(commands(asked('decide', { visits: [{ kind: 'final' }], decisions: [{}] }))[0]).toBe('npx hire advance teal-otter-7f');
  });

  it('offers every other legal move, and nothing that the record would refuse', () => {
    expect(nextCommands(asked('decide')).others.map(({ command }) => command)).toEqual(['npx hire return teal-otter-7f', 'npx hire withdraw teal-otter-7f']);
    expect(commands(asked('record'))).toEqual([]);
  });

  it('names the role where the pseudonym stands in two, and is silent once it is over', () => {
    expect(commands(asked('decide', { named: 'teal-otter-7f --role r' }))[0]).toBe('npx hire advance teal-otter-7f --role r');
    expect(nextCommands(asked('nothing', {}, 'nobody'))).toEqual({ first: [], others: [] });
  });
});
