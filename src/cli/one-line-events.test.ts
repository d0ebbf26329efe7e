import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseYaml } from '../text/yaml.ts';
import { oneLineEvents } from './one-line-events.ts';

it('puts each event in one line, and what stands around it stays', () => {
  expect(oneLineEvents(`source: direct  # told us
events:
  - at: 2026-03-01T09:00Z
    stage: application
    event: applied

  # they wrote twice
  - { at: 2026-03-02T09:00Z, stage: application, event: advanced, by: dana }
  - at: 2026-03-03T09:00Z
    stage: task
    event: withdrew
    reason: "other-offer"
`)).toMatchInlineSnapshot(`
  "source: direct  # told us
  events:
    - { at: 2026-03-01T09:00Z, stage: application, event: applied }

    # they wrote twice
    - { at: 2026-03-02T09:00Z, stage: application, event: advanced, by: dana }
    - { at: 2026-03-03T09:00Z, stage: task, event: withdrew, reason: other-offer }
  "
`);
});

it.each([
  ['a comment inside', 'events:\n  - at: 2026-03-01T09:00Z  # by mail\n    stage: application\n    event: applied\n'],
  ['a block', 'events:\n  - at: |\n      x\n    stage: application\n'],
  ['a fault', 'events:\n  - at: [\n'],
  ['no events', 'source: direct\n'],
  ['an entry that is no map', 'events:\n  - applied\n'],
])('leaves alone %s', (_what, text) => {
  expect(oneLineEvents(text)).toBe(text);
});

it('never changes what is said', () => {
  const word = fc.oneof(fc.constantFrom('applied', 'no', '5.0', '007', 'a: b', '- x', '"', "it's", '2026-03-01T09:00Z', '[', '{', '#x'), fc.string({ minLength: 1, maxLength: 8 }));
  fc.assert(fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (events, spaced) => {
    const text = `source: x\nevents:\n${events.map((words) => `  - ${words.map((each, index) => `key${index}: ${JSON.stringify(each)}`).join('\n    ')}\n${spaced ? '\n' : ''}`).join('')}`;
    const result = oneLineEvents(text);
    expect(parseYaml(result)).toEqual(parseYaml(text));
    expect(oneLineEvents(result)).toBe(result);
  }));
});
