import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder, type Served } from './server.ts';

const POLICY = '<meta http-equiv="content-security-policy" content="default-src \'none\'">';
let folder = '';
let plain: Served;
let live: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hire-serve-'));
  writeFileSync(join(folder, 'index.html'), `<html><head>${POLICY}</head><body>Today</body></html>`);
  writeFileSync(join(folder, 'roles.html'), '<html><body>Roles</body></html>');
  writeFileSync(join(folder, '..', 'hire-outside.txt'), 'outside');
  plain = await serveFolder(folder, { port: 0, strict: true, live: false });
  live = await serveFolder(folder, { port: 0, strict: true, live: true });
});

afterAll(async () => {
  await plain.close();
  await live.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(folder, '..', 'hire-outside.txt'), { force: true });
});

function get(served: Served, path: string, more: { host?: string; method?: string } = {}): Promise<{ status: number | undefined; body: string }> {
  const { port, hostname } = new URL(served.address);
  return new Promise((resolve, reject) => {
    const call = request({ hostname: hostname === 'localhost' ? '127.0.0.1' : hostname, port, path, method: more.method ?? 'GET', headers: { host: more.host ?? `localhost:${port}` } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => void (body += chunk.toString('utf8')));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    call.on('error', reject);
    call.end();
  });
}

describe('a served site', () => {
  it('shows pages with and without their ending, policy intact', async () => {
    expect((await get(plain, '/')).body).toContain(POLICY);
    expect((await get(plain, '/roles')).body).toContain('Roles');
    expect((await get(plain, '/roles.html')).status).toBe(200);
    expect(await get(plain, '/nothing')).toEqual({ status: 404, body: 'There is no such page. The way back: /\n' });
  });

  it('answers to this machine’s own names alone, so that no foreign page can read it', async () => {
    expect((await get(plain, '/', { host: 'evil.example' })).status).toBe(403);
    expect((await get(plain, '/', { host: 'localhost.evil.example' })).status).toBe(403);
    expect((await get(plain, '/', { host: '127.0.0.1:4321' })).status).toBe(200);
  });

  it('reads nothing outside its folder and writes nothing', async () => {
    for (const path of ['/../hire-outside.txt', '/%2e%2e/hire-outside.txt', '/..%2fhire-outside.txt', '/%00', '/%zz']) {
      for (const served of [plain, live]) expect((await get(served, path)).body, path).not.toContain('outside');
    }
    expect((await get(plain, '/', { method: 'POST' })).status).toBe(405);
  });

  it('tells open pages to load again, in a preview only', async () => {
    expect((await get(live, '/')).body).toContain('EventSource');
    expect((await get(plain, '/')).body).not.toContain('EventSource');
    const { port } = new URL(live.address);
    const news = await new Promise<string>((resolve) => {
      const call = request({ hostname: '127.0.0.1', port, path: '/.hire/news', headers: { host: `localhost:${port}` } }, (response) => {
        response.on('data', (chunk: Buffer) => {
          if (chunk.toString('utf8').startsWith('data:')) {
            resolve(chunk.toString('utf8'));
            call.destroy();
          } else live.reload();
        });
      });
      call.on('error', () => undefined);
      call.end();
    });
    expect(news).toBe('data: built\n\n');
  });

  it('takes the next port when one is taken, unless that one was asked for', async () => {
    const port = Number(new URL(plain.address).port);
    await expect(serveFolder(folder, { port, strict: true, live: false })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const next = await serveFolder(folder, { port, strict: false, live: false });
    expect(Number(new URL(next.address).port)).toBeGreaterThan(port);
    await next.close();
  });
});
