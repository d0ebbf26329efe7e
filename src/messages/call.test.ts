import { expect, test } from 'vitest';
import { miniature } from '../fixtures/workspace.ts';
import type { Message } from '../model/message.ts';
import { callOf, templateFor, type Occasion } from './call.ts';

type When = { on: Message['when']['on']; at?: ('take-home' | 'interview' | 'screening' | 'trial' | 'final')[]; into?: ('final' | 'take-home')[]; reasons?: string[] };

function workspaceWith(templates: Readonly<Record<string, When>>) {
  const base = miniature({ messages: {} });
  const messages = new Map(Object.entries(templates).map(([id, when]) => {
    const value: Message = { when, subject: id, from: 'manager', answers: true };
    return [id, new Map([['en', { path: `content/messages/${id}.en.md`, value, body: '', bodyLine: 1 }]])] as const;
  }));
  return { ...base, messages };
}

test.each<[string, Occasion, string | undefined]>([
  ['from where to where', { on: 'advanced', at: 'trial', into: 'final' }, 'from-to'],
  ['where it leads', { on: 'advanced', at: 'screening', into: 'take-home' }, 'to'],
  ['neither', { on: 'advanced', at: 'interview', into: 'interview' }, 'any'],
  ['a reason at a place', { on: 'declined', at: 'trial', reason: 'below-bar' }, 'declined-bar-trial'],
  ['a reason', { on: 'declined', at: 'take-home', reason: 'below-bar' }, 'declined-bar'],
  ['a place, where the reason has no words', { on: 'declined', at: 'trial', reason: 'no-reply' }, 'declined-trial'],
  ['nothing known', { on: 'declined' }, 'declined'],
  ['an occasion without words', { on: 'hired', at: 'trial' }, undefined],
])('the most specific template wins: %s', (_, occasion, message) => {
  const workspace = workspaceWith({
    any: { on: 'advanced' }, to: { on: 'advanced', into: ['take-home'] }, 'from-to': { on: 'advanced', at: ['trial', 'interview'], into: ['final'] }, to2: { on: 'advanced', into: ['final'] },
    declined: { on: 'declined' }, 'declined-bar': { on: 'declined', reasons: ['below-bar'] }, 'declined-bar-trial': { on: 'declined', at: ['trial'], reasons: ['below-bar'] }, 'declined-trial': { on: 'declined', at: ['trial'] },
  });
  expect(templateFor(workspace, occasion, undefined)?.message).toBe(message);
});

test('the language of the candidate, then of its region, then the organisation’s', () => {
  const workspace = workspaceWith({ received: { on: 'applied' } });
  const english = workspace.messages.get('received')?.get('en');
  if (!english) throw new Error('no template');
  const in_ = (...languages: string[]) => ({ ...workspace, messages: new Map([['received', new Map(languages.map((language) => [language, english]))]]) });
  const said = (known: string[], language: string | undefined) => {
    const call = callOf(in_(...known), 'received', language);
    return `${call?.language ?? ''}${call?.fellBack === true ? ' (fell back)' : ''}`;
  };
  expect(said(['en', 'pt'], 'pt-BR')).toBe('pt');
  expect(said(['en', 'pt', 'pt-BR'], 'pt-br')).toBe('pt-BR');
  expect(said(['en', 'pt-PT'], 'pt')).toBe('pt-PT');
  expect(said(['de', 'en'], 'fa')).toBe('en (fell back)');
  expect(said(['de', 'fr'], 'fa')).toBe('de (fell back)');
  expect(said(['de', 'en'], undefined)).toBe('en');
  expect(callOf(workspace, 'nothing', 'en')).toBeUndefined();
});
