import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../text/yaml.ts';
import { editYaml, NotEdited } from './edit-yaml.ts';

const candidate = `# How she came to us
source: referral   # by a colleague
consent: { keep_until: 2027-10-01, talent_pool: false }

events:                               # last key, one line each
  - { at: 2026-10-01T09:12+01:00, stage: application, event: applied }   # by form
  - { at: 2026-10-03T16:00+01:00, stage: application, event: advanced, by: dana }
`;
const event = { at: '2026-10-05T08:00+01:00', stage: 'technical-challenge', event: 'started', by: undefined };

describe('an event', () => {
  it('is appended in one line, and nothing else changes', () => {
    expect(editYaml(candidate, [{ append: ['events'], value: event }])).toBe(`${candidate}  - { at: 2026-10-05T08:00+01:00, stage: technical-challenge, event: started }\n`);
  });

  it('also without a line end, with CRLF, with dashes further left, before a comment or another key', () => {
    const add = (text: string): string => editYaml(text, [{ append: ['events'], value: { event: 'x' } }]);
    expect(add('events:\n  - { event: a }')).toBe('events:\n  - { event: a }\n  - { event: x }\n');
    expect(add('events:\r\n  - { event: a }\r\n')).toBe('events:\r\n  - { event: a }\r\n  - { event: x }\r\n');
    expect(add('events:\n- { event: a }\nlast: 1\n')).toBe('events:\n- { event: a }\n- { event: x }\nlast: 1\n');
    expect(add('events:\n  - { event: a }\n# the end\n')).toBe('events:\n  - { event: a }\n  - { event: x }\n# the end\n');
    expect(add('events:\n  - event: a\n    why: |\n      words\n\nlast: 1\n')).toBe('events:\n  - event: a\n    why: |\n      words\n  - { event: x }\n\nlast: 1\n');
    expect(add('events: [{ event: a }]\n')).toBe('events: [{ event: a }, { event: x }]\n');
    expect(add('events: []\n')).toBe('events:\n  - { event: x }\n');
    expect(add('events:\n')).toBe('events:\n  - { event: x }\n');
    expect(add('a: 1\n')).toBe('a: 1\nevents:\n  - { event: x }\n');
  });

  it('starts a list that is not there yet', () => {
    const message = { at: '2026-10-03T16:05+01:00', message: 'offer', by: 'dana', promised: { reply_within: '5 business days' } };
    expect(editYaml('', [{ append: [], value: message }])).toBe('- { at: 2026-10-03T16:05+01:00, message: offer, by: dana, promised: { reply_within: 5 business days } }\n');
    expect(editYaml('- { a: 1 }\n', [{ append: [], value: { b: 2 } }])).toBe('- { a: 1 }\n- { b: 2 }\n');
    expect(editYaml('a: 1\r\nevents:\r\n  - { b: 2 }\r\n', [{ append: ['adjustments'], value: { c: 3 } }])).toBe('a: 1\r\nadjustments:\r\n  - { c: 3 }\r\nevents:\r\n  - { b: 2 }\r\n');
  });
});

describe('a key', () => {
  it('is set where it stands, before the events when it is new, inside braces, or in a block', () => {
    expect(editYaml(candidate, [
      { set: ['source'], value: 'job-board' }, { set: ['consent', 'talent_pool'], value: true }, { set: ['consent', 'note'], value: 'a, b' }, { set: ['adjustments'], value: [{ stages: ['x'], extra: '24h' }] },
    ])).toBe(candidate.replace('source: referral ', 'source: job-board ').replace('talent_pool: false', 'talent_pool: true, note: "a, b"')
      .replace('events:  ', 'adjustments: [{ stages: [x], extra: 24h }]\nevents:  '));
    expect(editYaml('a: |\n  old\n  words\n\nb: 1\n', [{ set: ['a'], value: 'new\nwords\n' }])).toBe('a: |\n  new\n  words\n\nb: 1\n');
    expect(editYaml('a:\n  b: "x"  # why\n', [{ set: ['a', 'b'], value: 3 }, { set: ['a', 'c'], value: 'y' }])).toBe('a:\n  b: 3  # why\n  c: y\n');
    expect(editYaml('a:\n', [{ set: ['a'], value: 'y' }])).toBe('a: y\n');
  });
});

describe('what is written is read back first', () => {
  it('so a faulty text or a strange layout is refused, never damaged', () => {
    expect(() => editYaml('a: [\n', [{ set: ['a'], value: 1 }])).toThrow(NotEdited);
    expect(() => editYaml('a: 1\n', [{ append: ['a'], value: 1 }])).toThrow(NotEdited);
    expect(() => editYaml('a: { b: 1 }\n', [{ set: ['a', 'b'], value: 'x\ny' }])).toThrow(NotEdited);
    expect(() => editYaml('- 1\n', [{ set: ['a'], value: 1 }])).toThrow(NotEdited);
  });

  it('whatever the words, the rest of the data stays', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== ''), fc.constantFrom('a: 1\nevents:\n  - { x: 1 }\n', 'events:\n- x\n', 'events: [a]\n', 'b: |\n  words\n\n\n'), (words, text) => {
      const before = parseYaml(text).value as Record<string, unknown[]>;
      const edited = editYaml(text, [{ append: ['events'], value: { note: words } }, { set: ['note'], value: words }]);
      expect(parseYaml(edited).value).toEqual({ ...before, note: words, events: [...(before['events'] ?? []), { note: words }] });
    }), { numRuns: 300, seed: 9 });
  });

  it('every record of the example takes a key and gives it back unchanged elsewhere', () => {
    const root = new URL('../../', import.meta.url).pathname;
    const files = globSync('content/**/*.yml', { cwd: root }).filter((file) => !file.endsWith('messages.yml'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = readFileSync(root + file, 'utf8');
      const edited = editYaml(text, [{ set: ['zzz'], value: 'x' }]);
      expect(edited.replace('zzz: x\n', ''), file).toBe(text);
    }
  });
});
