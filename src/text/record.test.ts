import { describe, expect, it } from 'vitest';
import { FILE_KINDS, type FileKindName } from '../model/kinds.ts';
import { readRecord } from './record.ts';

function read(name: FileKindName, text: string, path = 'x.yml'): string {
  const kind = FILE_KINDS.find((candidate) => candidate.name === name);
  if (!kind) throw new Error(name);
  return readRecord(kind, path, text).problems
    .map(({ line, column, endColumn, code, message, hint }) => `${line}:${column}-${endColumn} ${code}: ${message} | ${hint}`).join('\n') || 'fine';
}

const candidate = `source: referral
consent: { keep_until: 2027-10-01 }
events:
  - { at: 2026-10-01T09:12+01:00, stage: application, event: applied }
`;

const score = `rubric: technical-challenge@3
submitted: 2026-11-02T14:05Z
marks:
  code-quality:
    mark: 3
    evidence: |
      Modules follow the domain.
recommendation: yes
bar: yes
conflict: none
`;

describe('a key that is none', () => {
  it('with the one that was meant', () => {
    expect(read('candidate', candidate.replace('source', 'sorce'))).toMatchInlineSnapshot(`
      "1:1-16 schema/missing-key: \`source\` is missing in a candidate: where the candidate came from; a closed list in the settings. | Add \`source: …\`.
      1:1-6 schema/unknown-key: \`sorce\` is not a key of a candidate. | Did you mean \`source\`?"
    `);
    expect(read('candidate', candidate.replace('consent:', 'adjustment: []\nconsent:'))).toMatchInlineSnapshot(`"2:1-11 schema/unknown-key: \`adjustment\` is not a key of a candidate. | Did you mean \`adjustments\`?"`);
    expect(read('score', score.replace('evidence', 'evidance'))).toMatchInlineSnapshot(`"6:5-13 schema/unknown-key: \`evidance\` is not a key of \`marks.code-quality\` of a score. | Did you mean \`evidence\`?"`);
  });

  it('deep inside, with the keys there are', () => {
    expect(read('candidate', candidate.replace('event: applied', 'event: applied, reason: none'))).toMatchInlineSnapshot(`"4:71-77 schema/unknown-key: \`reason\` is not a key of \`events[0]\` of a candidate. | Remove it, or use one of: by."`);
    expect(read('person', 'name: A\nroles: [reviewer]\nactive: { from: 2026-01-12, zzz: 1 }\n')).toMatchInlineSnapshot(`"3:29-32 schema/unknown-key: \`zzz\` is not a key of \`active\` of a person. | Remove it, or use one of: until."`);
  });
});

describe('a key that is missing', () => {
  it('at the top and below', () => {
    expect(read('score', score.replace('conflict: none\n', ''))).toMatchInlineSnapshot(`"1:1-30 schema/missing-key: \`conflict\` is missing in a score: attests that there is no conflict of interest. | Add \`conflict: …\`."`);
    expect(read('candidate', candidate.replace('stage: application, ', ''))).toMatchInlineSnapshot(`"4:5-49 schema/missing-key: \`stage\` is missing in \`events[0]\` of a candidate: the stage it happened in, without the visit’s number. | Add \`stage: …\`."`);
    expect(read('candidate', candidate.replace(', event: applied', ''))).toMatchInlineSnapshot(`"4:5-53 schema/missing-key: \`event\` is missing in \`events[0]\` of a candidate: one of applied, started, submitted, booked, held, offered, hired, advanced, returned, declined, withdrew, expired, reopened. | Add \`event: …\`."`);
    expect(read('settings', '')).toMatchInlineSnapshot(`"1:1-1 schema/type: The file holds nothing; expected the keys of the settings. | Write keys with their values: “key: value”."`);
  });
});

describe('a value that is wrong', () => {
  it('of another type', () => {
    expect(read('score', score.replace('mark: 3', 'mark: 5.0'))).toMatchInlineSnapshot(`"5:11-14 schema/type: \`marks.code-quality.mark\` is \`5.0\`; expected a level of the rubric’s scale, in digits only, or not-observed. | Write a level of the rubric’s scale, in digits only, or not-observed."`);
    expect(read('score', score.replace('mark: 3', 'mark: "3"'))).toMatchInlineSnapshot(`"5:11-14 schema/type: \`marks.code-quality.mark\` is \`"3"\`; expected a level of the rubric’s scale, in digits only, or not-observed. | Remove the quotes."`);
    expect(read('score', score.replace('mark: 3', 'mark:'))).toMatchInlineSnapshot(`"5:5-9 schema/type: \`marks.code-quality.mark\` has no value; expected a level of the rubric’s scale, in digits only, or not-observed. | Write a value after the colon, or remove the key."`);
    expect(read('candidate', candidate.replace('source: referral', 'source: [referral]'))).toMatchInlineSnapshot(`"1:9-18 schema/type: \`source\` is a list; expected text. | Put the text in quotes, or below its key in a block (key: |)."`);
    expect(read('person', 'name: A\nroles: reviewer\nactive: { from: 2026-01-12 }\n')).toMatchInlineSnapshot(`"2:8-16 schema/type: \`roles\` is \`reviewer\`; expected a list. | Write it in brackets: [reviewer]."`);
    expect(read('candidate', '- a\n')).toMatchInlineSnapshot(`"1:1-4 schema/type: The file holds a list; expected the keys of a candidate. | Write keys with their values: “key: value”."`);
    expect(read('candidate', candidate.replace('keep_until: 2027-10-01', 'keep_until: 2027-10-01, talent_pool: yes'))).toMatchInlineSnapshot(`"2:49-52 schema/type: \`consent.talent_pool\` is \`yes\`; expected true or false. | Write true or false."`);
  });

  it('of a closed list', () => {
    expect(read('score', score.replace('bar: yes', 'bar: unsur'))).toMatchInlineSnapshot(`"9:6-11 schema/value: \`bar\` is \`unsur\`; expected one of yes, unsure, no. | Did you mean \`unsure\`?"`);
    expect(read('score', score.replace('bar: yes', 'bar: true'))).toMatchInlineSnapshot(`"9:6-10 schema/value: \`bar\` is \`true\`; expected one of yes, unsure, no. | Write one of: yes, unsure, no."`);
    expect(read('score', score.replace('conflict: none', 'conflict: referred'))).toMatchInlineSnapshot(`"10:11-19 schema/value: \`conflict\` is \`referred\`; expected none: a conflict is declared in a file of its own. | Write \`conflict: none\`."`);
    expect(read('candidate', candidate.replace('event: applied', 'event: aplied'))).toMatchInlineSnapshot(`"4:62-68 schema/value: \`events[0].event\` is \`aplied\`; expected one of applied, started, submitted, booked, held, offered, hired, advanced, returned, declined, withdrew, expired, reopened. | Did you mean \`applied\`?"`);
  });

  it('out of range', () => {
    expect(read('score', score.replace('marks:', 'minutes: 99999\nmarks:'))).toMatchInlineSnapshot(`"3:10-15 schema/range: \`minutes\` is \`99999\`; expected at most 2000. | Write at most 2000."`);
    expect(read('score', score.replace('mark: 3', 'mark: 7'))).toMatchInlineSnapshot(`"5:11-12 schema/range: \`marks.code-quality.mark\` is \`7\`; expected at most 5. | Write at most 5."`);
    expect(read('person', 'name: A\nroles: []\nactive: { from: 2026-01-12 }\n')).toMatchInlineSnapshot(`"2:8-9 schema/range: \`roles\` is an empty list; expected at least 1 entry. | Add an entry."`);
  });

  it('in another form', () => {
    expect(read('candidate', candidate.replace('2026-10-01T09:12+01:00', '2026-10-01 09:12:30'))).toMatchInlineSnapshot(`"4:11-30 schema/format: \`events[0].at\` is \`2026-10-01 09:12:30\`; expected a time such as 2026-11-22T09:30+00:00 or 2026-11-22T09:30Z. | Write \`at: 2026-10-01T09:12Z\` if the time is in UTC, or its offset such as +01:00 instead of Z."`);
    expect(read('candidate', candidate.replace('2026-10-01T09:12+01:00', '2026-10-01T09:12:30+0100'))).toMatchInlineSnapshot(`"4:11-35 schema/format: \`events[0].at\` is \`2026-10-01T09:12:30+0100\`; expected a time such as 2026-11-22T09:30+00:00 or 2026-11-22T09:30Z. | Write \`at: 2026-10-01T09:12+01:00\`."`);
    expect(read('candidate', candidate.replace('2027-10-01', '2026-02-30'))).toMatchInlineSnapshot(`"2:24-34 schema/format: \`consent.keep_until\` is \`2026-02-30\`; expected a day such as 2026-11-22. | Write a day such as 2026-11-22."`);
    expect(read('candidate', candidate.replace('source: referral', 'source: Employee Referral'))).toMatchInlineSnapshot(`"1:9-26 schema/format: \`source\` is \`Employee Referral\`; expected an id: lower-case letters, digits and single hyphens, at most 64 characters. | Did you mean \`employee-referral\`?"`);
    expect(read('score', score.replace('code-quality:', 'Code Quality:'))).toMatchInlineSnapshot(`"4:3-15 schema/format: The key \`Code Quality\` in \`marks\` of a score is no id; expected an id: lower-case letters, digits and single hyphens, at most 64 characters. | Rename the key to \`code-quality\`."`);
    expect(read('score', score.replace('Modules follow the domain.', '').replace('evidence: |', 'evidence: ""'))).toMatchInlineSnapshot(`"6:15-17 schema/value: \`marks.code-quality.evidence\` is empty; expected text. | Write the text after the colon, or indented below its key (key: |)."`);
    expect(read('score', score.replace('Modules follow the domain.', ''))).toContain('expected text. | Write the text after the colon, or indented below its key (key: |).');
    expect(read('submission', 'received: 2026-10-07T20:10Z\nlinks: [{ kind: repository, url: "javascript:alert(1)" }]\n')).toMatchInlineSnapshot(`"2:34-55 schema/format: \`links[0].url\` is \`javascript:alert(1)\`; expected an https address. | Write an https address."`);
  });

  it('hides what could mislead a terminal', () => {
    expect(read('candidate', candidate.replace('source: referral', 'source: "a\\e[31m`b`"'))).toMatchInlineSnapshot(`"1:9-21 schema/format: \`source\` is \`a [31m b\`; expected an id: lower-case letters, digits and single hyphens, at most 64 characters. | Did you mean \`a-31m-b\`?"`);
  });
});

describe('front matter', () => {
  it('counts lines from the top of the file', () => {
    expect(read('guide', '---\ntitle: A\nordr: 1\n---\nwords\n', 'content/guide/a.mdx')).toMatchInlineSnapshot(`"3:1-5 schema/unknown-key: \`ordr\` is not a key of a guide page. | Did you mean \`order\`?"`);
    expect(read('guide', '---\ntitle: A\norder: 1\n---\n\nSome {code} here\n', 'content/guide/a.mdx')).toMatchInlineSnapshot(`"6:6-7 mdx/expression: “{” begins JavaScript in MDX; pages hold text only. | Write \\{, or put it in backticks."`);
  });

  it('is YAML, and is there', () => {
    expect(read('guide', '---js\nmodule.exports = (globalThis.ran = true)\n---\n', 'content/guide/a.mdx')).toMatchInlineSnapshot(`"1:4-6 front-matter/language: The front matter is marked as “js”; it is always YAML. | Write --- alone on the first line."`);
    expect(read('guide', '---json\n{}\n---\n', 'content/guide/a.mdx')).toMatchInlineSnapshot(`"1:4-8 front-matter/language: The front matter is marked as “json”; it is always YAML. | Write --- alone on the first line."`);
    expect(read('guide', 'title: A\n', 'content/guide/a.mdx')).toMatchInlineSnapshot(`"1:1-4 front-matter/missing: The file does not begin with a line ---; its facts stand between two such lines. | Begin the file with ---, the keys, and --- again."`);
    expect(read('guide', '---\ntitle: A\n', 'content/guide/a.mdx')).toMatchInlineSnapshot(`"1:1-4 front-matter/missing: The front matter is opened with --- and never closed. | Put a line --- after its last key."`);
    expect(read('guide', '---\ntitle: A\n----\nwords\n', 'content/guide/a.mdx')).toMatchInlineSnapshot(`"1:1-4 front-matter/missing: The front matter is opened with --- and never closed. | Put a line --- after its last key."`);
    expect('ran' in globalThis).toBe(false);
  });

  it('may be empty, have CRLF, or nothing after it', () => {
    expect(read('guide', '---\r\ntitle: A\r\n---\r\nwords\r\n', 'content/guide/a.mdx')).toBe('fine');
    expect(read('guide', '---\ntitle: A\n---', 'content/guide/a.mdx')).toBe('fine');
    expect(read('guide', '---\n---\n', 'content/guide/a.mdx')).toMatchInlineSnapshot(`"1:1-1 schema/type: The file holds nothing; expected the keys of a guide page. | Write keys with their values: “key: value”."`);
  });

  it('is read anew each time: nobody can change what the next one gets', () => {
    const kind = FILE_KINDS.find(({ name }) => name === 'policy');
    if (!kind) throw new Error('policy');
    const once = readRecord(kind, 'a.md', '---\ntitle: A\n---\nx\n').value as { title: string };
    once.title = 'changed';
    expect(readRecord(kind, 'a.md', '---\ntitle: A\n---\nx\n').value).toEqual({ title: 'A' });
  });
});

describe('hostile files end at once', () => {
  const hostile: readonly (readonly [string, FileKindName, string, string])[] = [
    ['thousands of broken entries', 'messages', 'x.yml', '- { a: 1 }\n'.repeat(2000)],
    ['thousands of unknown keys', 'candidate', 'x.yml', Array.from({ length: 2400 }, (_, index) => `k${index}: 1`).join('\n')],
    ['long unknown keys', 'candidate', 'x.yml', `${'k'.repeat(60_000)}: 1\n`],
    ['thousands of bad ids', 'settings', 'x.yml', `decline_reasons:\n${Array.from({ length: 2400 }, (_, index) => `  K ${index}: x`).join('\n')}`],
    ['empty lines in front matter', 'guide', 'x.md', `---\n${'\n'.repeat(60_000)}---\n`],
    ['blanks in front matter', 'guide', 'x.md', `---\n${' '.repeat(60_000)}\n---\n`],
    ['front matter without an end', 'guide', 'x.md', `---\n${'a: 1\n'.repeat(100_000)}`],
    ['many rules', 'guide', 'x.md', '---\n'.repeat(100_000)],
    ['a rubric of bars', 'rubric', 'x.md', `---\ntitle: X\nversion: 1\nscale: 1-4\nkind: call\nstatus: draft\ncommunication: elsewhere\n---\n${'| a '.repeat(100_000)}\n${'| - '.repeat(100_000)}\n`],
    ['a page of braces', 'guide', 'x.mdx', `---\ntitle: X\n---\n${'{ '.repeat(200_000)}`],
    ['a page of lines of braces', 'guide', 'x.mdx', `---\ntitle: X\n---\n${'{\n'.repeat(200_000)}`],
    ['a rubric of headers', 'rubric', 'x.md', `---\ntitle: X\nversion: 1\nscale: 1-4\nkind: call\nstatus: draft\ncommunication: elsewhere\n---\n${'| Criterion | Weight | Indicators |\n| - | - | - |\n'.repeat(1000)}`],
  ];
  it.each(hostile)('%s', (_, name, path, text) => {
    const kind = FILE_KINDS.find((candidate) => candidate.name === name);
    if (!kind) throw new Error(name);
    const before = performance.now();
    const { problems } = readRecord(kind, path, text);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(200);
  });
});
