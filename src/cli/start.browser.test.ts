import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { test } from '../fixtures/browser-test.ts';

const ENGINE = new URL('../..', import.meta.url).pathname;
const HEALTHY = new URL('../fixtures/healthy', import.meta.url).pathname;
const ROLE = 'content/roles/builder-2026.mdx';

/** A running `hire start` on a copy of the healthy workspace, the way a person has it. */
class Session {
  readonly root = mkdtempSync(join(tmpdir(), 'hire-start-'));
  private readonly child: ChildProcess;
  private said = '';

  constructor() {
    cpSync(HEALTHY, this.root, { recursive: true });
    this.child = spawn(process.execPath, [join(ENGINE, 'scripts', 'hire.mjs'), 'start', '--root', this.root, '--port', '0', '--now', '2026-04-20T12:00Z'], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (chunk: Buffer) => void (this.said += chunk.toString('utf8')));
    this.child.stderr?.on('data', (chunk: Buffer) => void (this.said += chunk.toString('utf8')));
  }

  /** Waits until the session has said something that matches. */
  async hear(pattern: RegExp): Promise<RegExpExecArray> {
    for (let waited = 0; waited < 60_000; waited += 50) {
      const match = pattern.exec(this.said);
      if (match) return match;
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Never heard ${String(pattern)} in:\n${this.said}`);
  }

  edit(path: string, from: string, to: string): void {
    const file = join(this.root, path);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  }

  async stop(): Promise<number | null> {
    this.child.kill('SIGINT');
    const code = this.child.exitCode ?? (await new Promise<number | null>((resolve) => this.child.once('close', resolve)));
    rmSync(this.root, { recursive: true, force: true });
    return code;
  }
}

describe('hire start', () => {
  let session: Session;
  let address = '';
  beforeAll(async () => {
    session = new Session();
    address = (await session.hear(/http:\/\/localhost:\d+\//))[0];
  }, 90_000);
  afterAll(() => session.stop());

  test('shows the site, an edit while it runs, and a broken file by name', async ({ page, complaints }) => {
    await page.goto(`${address}roles/builder-2026`);
    const title = /^title: (.*)$/m.exec(readFileSync(join(session.root, ROLE), 'utf8'))?.[1] ?? '';
    expect(await page.textContent('h1')).toContain(title);
    expect(existsSync(join(session.root, '.hire', 'schemas', 'candidate.json'))).toBe(true);

    session.edit(ROLE, `title: ${title}`, 'title: Shipwright of small tools');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('Shipwright of small tools'), undefined, { timeout: 60_000 });
    await session.hear(/builder-2026\.mdx changed: built in/);

    session.edit('content/candidates/builder-2026/plum-heron-2k/scores/small-task/mia.yml', 'mark: 3', 'mark: "3"');
    await session.hear(/mia\.yml:6/);
    await session.hear(/1 file with errors left out of the site/);
    // The page that is open loads again and says so; from there it is one step.
    await page.click('a[href*="left-out"]', { timeout: 60_000 });
    await page.waitForURL(/left-out/);
    expect(await page.textContent('body')).toContain('small-task/mia.yml');
    expect(await page.textContent('main')).toContain('Remove the quotes');
    expect(complaints).toEqual([]);
  }, 120_000);

  test('ends when it is told to', async () => {
    expect(await session.stop()).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });
});
