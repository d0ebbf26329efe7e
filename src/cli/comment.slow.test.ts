import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stagedPull, type StagedPull } from '../fixtures/pull-request.ts';
import { HEALTHY, runHire, type Ran } from './test-context.ts';

const [KIM, NOA] = [2001, 2003];
const ROLE = 'content/candidates/builder-2026';
const HERON = `${ROLE}/plum-heron-2k`;
const SCORE = `${HERON}/scores/small-task/noa.yml`;
const EDIT = 'https://github.example/miniature/hiring/edit/proposal';

let pull: StagedPull;
beforeEach(() => void (pull = stagedPull(HEALTHY)));
afterEach(() => pull.dispose());

const hire = (as: number, ...words: string[]): Promise<Ran> => runHire(pull.root, ['comment', '--event', pull.event(as), ...words]);
const codes = async (as: number): Promise<string[]> => (JSON.parse((await hire(as, '--json')).out) as { problems: { code: string }[] }).problems.map(({ code }) => code);

/** A score by Noa with these marks; its words stand in no other place. */
function scored(correctness: number, explanation: number, recommendation: string): void {
  pull.write(SCORE, `rubric: small-task@2
submitted: 2026-03-19T15:05Z
minutes: 35
marks:
  correctness: { mark: ${correctness}, evidence: "canary-evidence: every total that was tried is right." }
  explanation: { mark: ${explanation}, evidence: "canary-evidence: says why the rounding is as it is." }
recommendation: ${recommendation}
bar: yes
summary: canary-summary
conflict: none
`);
  pull.commit();
}

describe('hire comment', () => {
  it('says that nothing stands in the way', async () => {
    pull.edit(`${HERON}/candidate.yml`, 'source: job-board', 'source: direct');
    pull.commit();
    const { code, out } = await hire(KIM);
    expect(code).toBe(0);
    expect(out).toMatch(/^### In order\n\nNothing stands in the way of this change\./);
    expect(out).toContain('- `plum-heron-2k` in `builder-2026`: changed');
  });

  it('counts who is in for a calibration, and tells no mark of it', async () => {
    const [january, spring] = ['content/calibrations/2026-01-small-task', 'content/calibrations/2026-03-small-task'];
    pull.git('switch', '-q', 'main');
    pull.write(`${spring}/session.yml`, pull.read(`${january}/session.yml`).replace('closed', 'open'));
    pull.write(`${spring}/samples/a.md`, 'The work.\n');
    pull.commit('A session');
    pull.git('switch', '-qC', 'proposal');
    pull.write(`${spring}/scores/a/noa.yml`, pull.read(`${january}/scores/a/noa.yml`).replace(/Says why.*/, 'canary-evidence'));
    pull.commit();
    const { code, out } = await hire(NOA);
    expect(code, out).toBe(1);
    expect(out).toContain('- the calibration `2026-03-small-task`: **1 of 2 in**; marks stay hidden until the session is closed.');
    expect(out).toContain('the file of `noa` needs one mend');
    expect(out).not.toMatch(/canary|mark: \d/);
  });

  it('tells the record’s new lines', async () => {
    pull.write(`${HERON}/candidate.yml`, `${pull.read(`${HERON}/candidate.yml`).trimEnd()}\n  - { at: 2026-03-20T10:00+00:00, stage: small-task, event: advanced, by: kim }\n`);
    pull.commit();
    expect((await hire(KIM)).out).toContain('- `plum-heron-2k` in `builder-2026`: advanced, small-task');
  });

  it('names what the gate forbids, and where', async () => {
    pull.edit('rubrics/small-task.md', 'Explanation | 37.5%', 'Words | 37.5%');
    pull.commit();
    const { code, out } = await hire(NOA);
    expect(code).toBe(1);
    expect(out).toContain('2 errors to mend before this can be merged. 1 of them is about who may change what.');
    expect(out).toContain(`[\`rubrics/small-task.md\`, line 24](${EDIT}/rubrics/small-task.md#L24)`);
    expect(await codes(NOA)).toEqual(['gate/not-allowed', 'rubric/unknown-section']);
  });

  it('names what the change breaks in files that it does not touch', async () => {
    pull.edit('content/settings.yml', 'sources: [referral, job-board, direct]', 'sources: [referral, direct]');
    pull.commit();
    const { out } = await hire(KIM);
    expect(out).toContain(`In files that this change does not touch, but breaks:\n\n- **error** [\`${HERON}/candidate.yml\`, line 1](${EDIT}/${HERON}/candidate.yml#L1)`);
  });

  it('leaves out what was wrong before in files it does not touch', async () => {
    pull.git('switch', '-q', 'main');
    pull.edit('content/people/mia.yml', 'languages: [en]', 'languages: [en]\nnickname: Mimi');
    pull.commit();
    pull.git('switch', '-qC', 'proposal');
    pull.edit('content/people/kim.yml', 'capacity: 2', 'capacity: 3');
    pull.commit();
    expect(await codes(KIM)).toEqual([]);
    pull.edit('content/people/mia.yml', 'name: Mia Sample', 'name: Mia Sampel');
    pull.commit();
    expect(await codes(KIM)).toEqual(['schema/unknown-key']);
  });

  it('says so when the commits cannot be compared', async () => {
    pull.commit();
    const { code, out } = await hire(KIM, '--base', '1'.repeat(40));
    expect(code).toBe(1);
    expect(out).toContain('The repository does not have the base commit.');
  });

  it('takes the event’s commits or those of its options, and no other file', async () => {
    pull.commit();
    expect((await runHire(pull.root, ['comment'])).err).toContain('--event is missing');
    expect((await runHire(pull.root, ['comment', '--event', 'content/settings.yml'])).err).toContain('cannot be read as JSON');
    expect((await hire(KIM, '--base', 'main', '--head', 'HEAD')).code).toBe(0);
  });
});

describe('for scores it', () => {
  it('says how many are in and whether the file is fine', async () => {
    scored(3, 2, 'yes');
    const { code, out } = await hire(NOA);
    expect(code).toBe(0);
    expect(out).toContain(`- \`plum-heron-2k\` in \`builder-2026\`, \`small-task\`: **2 of 2 in**: the panel is complete with this.\n  - the file of \`noa\` is fine: [\`${SCORE}\`](${EDIT}/${SCORE})`);
  });

  it('is the same to the letter whatever the marks are', async () => {
    scored(4, 4, 'strong-yes');
    const high = (await hire(NOA)).out;
    pull.git('reset', '-q', '--hard', 'main');
    scored(1, 1, 'strong-no');
    expect((await hire(NOA)).out).toBe(high);
    expect(high).not.toContain('canary');
    // What is not hidden does show: the same file without its evidence.
    pull.edit(SCORE, /, evidence: "canary-evidence: every[^"]*"/, '');
    pull.commit();
    expect((await hire(NOA)).out).not.toBe(high);
  });

  it('quotes nothing of a file that is wrong, and says what kind of thing is', async () => {
    scored(3, 2, 'canary-recommendation');
    pull.edit(SCORE, 'mark: 2', 'mark: 77');
    pull.commit();
    const { code, out } = await hire(NOA);
    expect(code).toBe(1);
    expect(out).not.toMatch(/canary|77/);
    expect(out).toContain('the file of `noa` needs 2 mends');
    expect(out).toContain(`${SCORE}\`, line 6](${EDIT}/${SCORE}#L6): A number is out of range. (\`schema/range\`)`);
    expect((await hire(NOA, '--json')).out).not.toMatch(/canary|77/);
    // Whoever checks their own files reads what stands there.
    expect((await runHire(pull.root, ['check', '--at', 'HEAD'])).out).toContain('canary-recommendation');
  });

  it('computes nothing with marks that are proposed, not even beside a rubric', async () => {
    scored(1, 1, 'no');
    pull.edit('rubrics/small-task.md', /62\.5%([^]*)37\.5%/, '30%$170%');
    pull.commit();
    const { out } = await hire(NOA);
    expect(out).toContain('(`gate/mixed`)');
    expect(out).not.toMatch(/\| `plum-heron-2k`/);
    expect(out).toMatch(/\| `teal-otter-7f`.*77\.1 % → 71\.7 %/);
  });
});

describe('for the process it', () => {
  it('shows what differs in a rubric, who keeps what, and what would have come out differently', async () => {
    pull.edit('rubrics/small-task.md', /62\.5%([^]*)37\.5%/, '10%$190%');
    pull.edit('rubrics/small-task.md', 'There, and it holds.', 'There, and it mostly holds.');
    pull.commit();
    const { out } = await hire(KIM);
    expect(out).toContain('| Correctness | weight 62.5 % → **10 %** |');
    expect(out).toContain('| Correctness | anchor 3: There, and it <ins>mostly</ins> holds. |');
    expect(out).toContain('What was begun keeps its text: version 2 for 4 visits (1 still open).');
    expect(out).toContain('2 of 2 complete scores would have come out differently.');
    expect(out).toMatch(/\| `navy-crane-9p` \(`builder-2026`\) \| `small-task\.2` \| 12\.5 % → 30 % \| 60 % \|/);
  });

  it('counts hours and days before and after', async () => {
    pull.edit('content/pipelines/craft.yml', 'length: 45 min', 'length: 90 min');
    pull.edit('content/pipelines/craft.yml', 'advance_at: 60 %', 'advance_at: 65 %');
    pull.commit();
    const { out } = await hire(KIM);
    expect(out).toContain('**Builder** (`builder-2026`): 4.3 h unpaid, 40 days → **5 h, 40 days**. 1 candidate under way, 1 in a stage that changes: `plum-heron-2k`.');
    expect(out).toContain('- Talk (`talk`): `length` 45 min → **90 min**');
  });

  it('names stages that come and go', async () => {
    pull.edit('content/roles/builder-2026.mdx', /^with: .*\n/m, '');
    pull.commit();
    expect((await hire(KIM)).out).toContain('- **stage removed**: Chat (`chat`)');
  });

  it('shows a message as candidates read it, before and after', async () => {
    pull.edit('content/messages/next.en.md', 'Hello {{candidate.first_name | there}}', 'Dear {{candidate.first_name | reader}}');
    pull.commit();
    const { out } = await hire(KIM);
    expect(out).toMatch(/<details><summary>Before<\/summary>[^]*Hello there,[^]*<details open><summary>After<\/summary>[^]*Dear reader,/);
  });

  it('names what else changes, value by value', async () => {
    pull.edit('content/settings.yml', 'reply_within: 5 business days', 'reply_within: 4 business days');
    pull.commit();
    expect((await hire(KIM)).out).toContain('- `content/settings.yml`\n  - `promises.reply_within` 5 business days → **4 business days**');
  });

  it('says of a file that cannot be read only that', async () => {
    pull.edit('content/messages/next.en.md', 'subject:', 'subject: a: b');
    pull.edit('content/pipelines/craft.yml', 'kind: interview', 'kind: intervew');
    pull.commit();
    const { out } = await hire(KIM);
    expect(out).toContain('(`yaml/syntax`)');
    expect(out).not.toMatch(/goes away|What candidates meet/);
  });
});
