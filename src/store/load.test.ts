import { describe, expect, it } from 'vitest';
import type { EntryMode, Files } from '../model/files.ts';
import { loadWorkspace } from './load.ts';

/** A tree in memory. A value of `null` gives an entry of another mode, stated in `modes`. */
function filesOf(content: Readonly<Record<string, string | Uint8Array>>, modes: Readonly<Record<string, EntryMode>> = {}, order = 1): Files {
  const bytes = new Map(Object.entries(content).map(([path, text]) => [path, typeof text === 'string' ? new TextEncoder().encode(text) : text]));
  return {
    list: async () => [...bytes].map(([path]) => ({ path, mode: modes[path] ?? 'file' })).sort((a, b) => (a.path < b.path ? -order : order)),
    read: async (path) => bytes.get(path) ?? Promise.reject(new Error(path)),
  };
}

const settings = `format: 1
organisation: Example Ltd
site: { title: Hiring, url: https://hiring.example }
timezone: Europe/London
calendar: { workdays: [mon, tue, wed, thu, fri], holidays: GB-ENG, closed: [2026-12-24] }
promises: { reply_within: 5 business days }
scores: {}
sources: [referral]
decline_reasons: {}
withdraw_reasons: {}
retention: {}
`;
const person = 'name: Alice Sample\nroles: [reviewer]\nactive: { from: 2026-01-12 }\n';
const candidate = 'source: referral\nconsent: { keep_until: 2027-10-01 }\nevents:\n  - { at: 2026-10-01T09:12+01:00, stage: application, event: applied }\n';
const score = 'rubric: code-review@1\nsubmitted: 2026-11-02T14:05Z\nmarks: {}\nrecommendation: yes\nbar: yes\nconflict: none\n';
const folder = 'content/candidates/engineer/teal-otter-7f';
const age = `age-encryption.org/v1\n-> X25519 abc\nabcd\n--- ${'A'.repeat(43)}\nbytes`;

async function problems(content: Readonly<Record<string, string | Uint8Array>>, modes: Readonly<Record<string, EntryMode>> = {}): Promise<string> {
  const loaded = await loadWorkspace(filesOf({ 'content/settings.yml': settings, ...content }, modes));
  return loaded.problems.map(({ path, line, column, severity, code, message, hint }) => `${path}:${line}:${column} ${severity === 'error' ? '' : 'warning '}${code}: ${message} | ${hint}`).join('\n') || 'fine';
}

describe('a tree', () => {
  it('becomes a workspace, the same in whatever order it is listed', async () => {
    const tree = {
      'content/settings.yml': settings, 'content/people/alice.yml': person, 'content/people/alice-b.yml': person, [`${folder}/candidate.yml`]: candidate,
      [`${folder}/scores/review/bob.yml`]: score, [`${folder}/scores/review/alice.2.yml`]: score, [`${folder}/scores/review/alice.yml`]: score, [`${folder}/scores/review.2/alice.yml`]: score,
      [`${folder}/submissions/review.md`]: '# Words\n', [`${folder}/submissions/review.2.yml.age`]: age, [`${folder}/attachments/cv.pdf.age`]: 'x', [`${folder}/notes/a.md`]: 'x',
    };
    const one = await loadWorkspace(filesOf(tree));
    const other = await loadWorkspace(filesOf(tree, {}, -1));
    expect(one.problems).toEqual([]);
    const loaded = one.workspace.candidates.get('engineer')?.get('teal-otter-7f');
    expect([...one.workspace.people.keys()]).toEqual(['alice', 'alice-b']);
    expect([...(loaded?.scores ?? [])].map(([visit, scores]) => [visit, scores.map(({ person: who, amendment }) => `${who} ${amendment}`)])).toEqual([['review', ['alice 1', 'alice 2', 'bob 1']], ['review.2', ['alice 1']]]);
    expect([...(loaded?.sealed ?? [])]).toEqual([`${folder}/submissions/review.2.yml`]);
    expect(loaded?.submissionTexts.get('review')?.value).toBe('# Words\n');
    const { entries: a, ...rest } = one.workspace;
    const { entries: b, ...otherRest } = other.workspace;
    expect(otherRest).toEqual(rest);
    expect(a.length).toBe(b.length);
  });

  it('is empty without files, and says that the settings are missing', async () => {
    const { workspace, problems: found } = await loadWorkspace(filesOf({}));
    expect(found.map(({ code, path, hint }) => `${path} ${code} ${hint ?? ''}`)).toEqual(['content/settings.yml settings/missing Add content/settings.yml; hire init writes one.']);
    expect(workspace.settings.value.promises.reply_within.text).toBe('5 business days');
    expect(workspace.calendar.workdays).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  it('leaves broken files out and goes on', async () => {
    const { workspace, problems: found } = await loadWorkspace(filesOf({ 'content/settings.yml': settings, 'content/people/alice.yml': person, 'content/people/bob.yml': 'name: [\n', [`${folder}/candidate.yml`]: 'source: 1\n', [`${folder}/scores/review/alice.yml`]: score }));
    expect([...workspace.people.keys()]).toEqual(['alice']);
    expect([...workspace.broken].sort()).toEqual([`${folder}/candidate.yml`, 'content/people/bob.yml']);
    expect(workspace.candidates.get('engineer')?.get('teal-otter-7f')?.record).toBeUndefined();
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['yaml/syntax', 'schema/missing-key']));
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    const people = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`content/people/p${index}.yml`, person]));
    await loadWorkspace(filesOf(people), { progress: (done, total) => steps.push(`${done}/${total}`) });
    expect(steps).toEqual(['256/300', '300/300']);
  });

  it('resolves public holidays once, and own days off', async () => {
    const { workspace } = await loadWorkspace(filesOf({ 'content/settings.yml': settings, [`${folder}/candidate.yml`]: candidate }));
    expect(workspace.calendar.years).toEqual([2025, 2028]);
    expect([...workspace.calendar.closed].filter(([day]) => day.startsWith('2026'))).toMatchInlineSnapshot(`
      [
        [
          "2026-01-01",
          "New Year's Day",
        ],
        [
          "2026-04-03",
          "Good Friday",
        ],
        [
          "2026-04-06",
          "Easter Monday",
        ],
        [
          "2026-05-04",
          "Early May bank holiday",
        ],
        [
          "2026-05-25",
          "Spring bank holiday",
        ],
        [
          "2026-08-31",
          "Summer bank holiday",
        ],
        [
          "2026-12-24",
          "Closed",
        ],
        [
          "2026-12-25",
          "Christmas Day",
        ],
        [
          "2026-12-26",
          "Boxing Day",
        ],
        [
          "2026-12-28",
          "Boxing Day (substitute day)",
        ],
      ]
    `);
  });
});

describe('paths', () => {
  it('links, other repositories, programs, pipes', async () => {
    expect(await problems(
      { 'content/people/alice.yml': '', 'content/people/other': '', 'content/people/bob.yml': person, 'content/people/pipe.yml': '', 'content/challenges/a/starter/run.sh': 'x', 'content/people/.gitattributes': '* binary' },
      { 'content/people/alice.yml': 'symlink', 'content/people/other': 'submodule', 'content/people/bob.yml': 'executable', 'content/people/pipe.yml': 'other', 'content/challenges/a/starter/run.sh': 'executable' },
    )).toMatchInlineSnapshot(`
      "content/challenges/a/challenge.mdx:1:1 path/missing-file: The folder of a challenge has no challenge.mdx, to which its other files belong. | Add the file, or remove the folder.
      content/people/.gitattributes:1:1 path/gitattributes: The file changes how git treats the records beside it, which no review shows. | Remove it; rules for the repository stand in its top folder.
      content/people/alice.yml:1:1 path/symlink: The entry is a symbolic link; a record is a file of its own. | Replace the link by the file it leads to.
      content/people/bob.yml:1:1 path/executable: The file is marked as a program; a record is only read. | Run: git update-index --chmod=-x content/people/bob.yml
      content/people/other:1:1 path/submodule: The entry is another repository; the data of a team lives in one. | Remove the submodule, or the .git folder in it.
      content/people/pipe.yml:1:1 path/not-a-file: The entry is a pipe, a socket or a device; a record is a file. | Remove it."
    `);
  });

  it('names that are one on some machines', async () => {
    expect(await problems({ 'content/challenges/a/challenge.mdx': '---\n---\n', 'content/challenges/a/starter/Read.md': 'a', 'content/challenges/a/starter/read.md': 'a', 'content/challenges/a/starter/é.md': 'a', 'content/challenges/a/starter/e\u0301.md': 'a' }))
      .toMatchInlineSnapshot(`
        "content/challenges/a/challenge.mdx:1:1 schema/type: The file holds nothing; expected the keys of a challenge. | Write keys with their values: “key: value”.
        content/challenges/a/starter/read.md:1:1 path/case-twin: “content/challenges/a/starter/read.md” and “content/challenges/a/starter/Read.md” differ in capitals only; some machines keep only one. | Rename one of them.
        content/challenges/a/starter/é.md:1:1 path/unicode-twin: “content/challenges/a/starter/é.md” and “content/challenges/a/starter/é.md” are the same letters in two spellings of Unicode; some machines keep only one. | Rename one of them."
      `);
  });

  it('names that machines keep for themselves, or nobody sees', async () => {
    expect(await problems({ 'content/people/con.yml': person, 'content/people/a\u202eb.yml': person, 'content/people/../x.yml': person, 'content/challenges/a/starter/a:b': 'x', 'content/challenges/a/starter/x.': 'x', [`content/challenges/a/starter/${'x'.repeat(190)}`]: 'x' })).toMatchInlineSnapshot(`
      "content/challenges/a/starter/a:b:1:1 path/reserved-name: “a:b” is a name that git or Windows keeps for itself; records open on every machine. | Rename the file or folder.
      content/challenges/a/starter/x.:1:1 path/reserved-name: “x.” is a name that git or Windows keeps for itself; records open on every machine. | Rename the file or folder.
      content/challenges/a/starter/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx:1:1 path/too-long: The path has 219 characters; some machines cannot open more than 200 below a folder. | Shorten the names.
      content/people/../x.yml:1:1 path/reserved-name: “..” is a name that git or Windows keeps for itself; records open on every machine. | Rename the file or folder.
      content/people/a‮b.yml:1:1 path/control-character: The name holds a character that nobody sees, or bytes that are no UTF-8. | Rename the file.
      content/people/con.yml:1:1 path/reserved-name: “con.yml” is a name that git or Windows keeps for itself; records open on every machine. | Rename the file or folder."
    `);
  });

  it('names that are no ids', async () => {
    expect(await problems({
      'content/people/Alice_B.yml': person, 'rubrics/versions/x/v1.md': 'x', 'content/messages/offer.english-words.md': 'x', [`${folder}/scores/review.1/alice.yml`]: score, [`${folder}/scores/review/alice.1.yml`]: score, [`${folder}/decision.1.yml`]: 'x',
    })).toMatchInlineSnapshot(`
      "content/candidates/engineer/teal-otter-7f/decision.1.yml:1:1 path/id: “decision.1” counts a revision from 1; the first revision is decision.2.yml. | Rename it to decision.2.yml
      content/candidates/engineer/teal-otter-7f/scores/review.1/alice.yml:1:1 path/id: “review.1” counts from 1; the first has no number and the second is review.2. | Rename it, counting from .2
      content/candidates/engineer/teal-otter-7f/scores/review/alice.1.yml:1:1 path/id: “alice.1” counts from 1; the first has no number and the second is alice.2. | Rename it, counting from .2
      content/messages/offer.english-words.md:1:1 path/id: “english-words” is no language; languages are named as in en or pt-BR. | Rename the file to <message>.<language>.md
      content/people/Alice_B.yml:1:1 path/id: “Alice_B” is no id; an id is lower-case letters, digits and single hyphens, at most 64 characters. | Rename it to alice-b
      rubrics/versions/x/v1.md:1:1 path/id: “v1” is no version; versions are named by their number, such as 3.md. | Rename the file to the number of its version."
    `);
  });

  it('files without a place', async () => {
    expect(await problems({
      'content/people/alice.yaml': person, 'content/notes.txt': 'x', [`${folder}/cv.pdf`]: 'x', [`${folder}/submissions/review.mdx`]: 'x', [`${folder}/attachments/cv.pdf`]: 'x', [`${folder}/candidate.yml.age`]: age, [`${folder}/decisions.yml`]: 'x',
      'content/people/.yml': person, 'rubrics/drafts/x.md': 'x',
    })).toMatchInlineSnapshot(`
      "content/candidates/engineer/teal-otter-7f/attachments/cv.pdf:1:1 path/unknown-file: The file has no place in the tree of the format. | Move it to where it belongs, or out of content/ and rubrics/.
      content/candidates/engineer/teal-otter-7f/candidate.yml.age:1:1 path/unknown-file: The file has no place in the tree of the format. | Move it to where it belongs, or out of content/ and rubrics/.
      content/candidates/engineer/teal-otter-7f/cv.pdf:1:1 path/unknown-file: The file has no place in the tree of the format. | Move it to where it belongs, or out of content/ and rubrics/.
      content/candidates/engineer/teal-otter-7f/decisions.yml:1:1 path/unknown-file: The file has no place in the tree of the format. | Move it to where it belongs, or out of content/ and rubrics/.
      content/candidates/engineer/teal-otter-7f/submissions/review.mdx:1:1 path/unknown-file: The file has no place in the tree of the format. | MDX lives in challenges, roles and guide only; rename it to .md where it is plain text.
      content/notes.txt:1:1 path/unknown-file: The file has no place in the tree of the format. | Move it to where it belongs, or out of content/ and rubrics/.
      content/people/.yml:1:1 path/unknown-file: The file has no place in the tree of the format. | Move it to where it belongs, or out of content/ and rubrics/.
      content/people/alice.yaml:1:1 path/unknown-file: The file has no place in the tree of the format. | Rename it to alice.yml
      rubrics/drafts/x.md:1:1 path/unknown-file: The file has no place in the tree of the format. | Move it to where it belongs, or out of content/ and rubrics/."
    `);
  });

  it('folders that lost the file they are about', async () => {
    expect(await problems({ 'content/challenges/a/starter/x.ts': 'x', 'content/calibrations/b/samples/one.md': 'x' })).toMatchInlineSnapshot(`
      "content/calibrations/b/session.yml:1:1 path/missing-file: The folder of a calibration session has no session.yml, to which its other files belong. | Add the file, or remove the folder.
      content/challenges/a/challenge.mdx:1:1 path/missing-file: The folder of a challenge has no challenge.mdx, to which its other files belong. | Add the file, or remove the folder."
    `);
  });
});

describe('bytes', () => {
  it('other encodings, control characters, what nobody sees', async () => {
    expect(await problems({
      'content/people/a.yml': `\ufeff${person}`, 'content/people/b.yml': new Uint8Array([0xff, 0xfe, 0x61, 0]), 'content/people/c.yml': new Uint8Array([0x61, 0x0a, 0xe9, 0x62]), 'content/people/d.yml': 'name: a\u0000b\n', 'content/people/e.yml': 'name: a\u001b[31m\n',
      'content/people/f.yml': 'name: a\u202eb\n', 'content/people/g.yml': 'name: a\u200bb\n', 'content/people/h.yml': 'name: a\rroles: b\n', [`${folder}/submissions/review.md`]: 'x'.repeat(20_000),
    })).toMatchInlineSnapshot(`
      "content/candidates/engineer/teal-otter-7f/submissions/review.md:1:1 text/long-line: The line has 20000 characters; nobody can review more than 10000. | Break the line.
      content/people/a.yml:1:1 text/encoding: The file begins with a byte order mark; records are plain UTF-8 without one. | Save the file as UTF-8 without BOM.
      content/people/b.yml:1:1 text/encoding: The file is UTF-16; records are UTF-8. | Save the file as UTF-8.
      content/people/c.yml:2:2 text/encoding: The byte 0x62 is no UTF-8; records are UTF-8. | Save the file as UTF-8.
      content/people/d.yml:1:8 text/control-character: U+0000 stands here: a control character, which some programs obey and nobody sees. | Remove the character.
      content/people/e.yml:1:8 text/control-character: U+001B stands here: a control character, which some programs obey and nobody sees. | Remove the character.
      content/people/f.yml:1:8 text/bidi: U+202E stands here: it turns the direction of what follows, so that people read something else than programs. | Remove the character.
      content/people/g.yml:1:8 text/invisible: U+200B stands here: a character without a shape, which nobody sees. | Remove the character.
      content/people/h.yml:1:8 text/control-character: A carriage return (U+000D) stands alone, which programs read in different ways. | End lines with LF, or with CR and LF."
    `);
  });

  it('names and words in every script pass', async () => {
    const names = ['Zoë O’Neill-Łukasz', '李小龙', 'محمد بن سلمان', 'می‌خواهم', 'नमस्ते', '👩‍💻 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️', 'Nguyễn', 'שלום‏!', "D'Arcy"];
    expect(await problems(Object.fromEntries(names.map((name, index) => [`content/people/p${index}.yml`, person.replace('Alice Sample', JSON.stringify(name))])))).toBe('fine');
  });

  it('files that are too large, sealed files that are none', async () => {
    expect(await problems({ 'content/people/a.yml': `name: |\n${'  words of a name\n'.repeat(8000)}`, [`${folder}/submissions/review.md`]: 'words\n'.repeat(120_000), [`${folder}/scores/review/a.yml.age`]: 'secret', [`${folder}/scores/review/b.yml.age`]: age.slice(0, 40) })).toMatchInlineSnapshot(`
      "content/candidates/engineer/teal-otter-7f/scores/review/a.yml.age:1:1 sealed/header: The name says the file is sealed, but it is no age file. | Seal it with hire seal, or drop .age from its name.
      content/candidates/engineer/teal-otter-7f/scores/review/b.yml.age:1:1 sealed/header: The header of the sealed file is cut off or too large. | Seal the file again.
      content/candidates/engineer/teal-otter-7f/submissions/review.md:1:1 yaml/too-large: The file has 704 KB; a text may have 640 KB. | Split the file, or move long words to a .md file beside it.
      content/people/a.yml:1:1 yaml/too-large: The file has 141 KB; a record may have 64 KB. | Split the file, or move long words to a .md file beside it."
    `);
  });

  it('a country nobody knows', async () => {
    for (const place of ['ZZ', 'gb', 'GB-XXX', 'DE-BY', 'United Kingdom']) {
      const { workspace, problems: found } = await loadWorkspace(filesOf({ 'content/settings.yml': settings.replace('GB-ENG', place) }));
      expect([place, found.map(({ code, line, column }) => `${code} ${line}:${column}`), workspace.calendar.closed.size > 10]).toEqual(place === 'DE-BY' ? [place, [], true] : [place, ['settings/unknown-country 5:60'], false]);
    }
  });
});
