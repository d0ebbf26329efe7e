import { createServer, type AddressInfo, type Server as NetServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { handOver, isThisMachine, type Outgoing, type Server } from './smtp.ts';
import { startSmtp, type Manners, type TestServer } from '../fixtures/mail-server.ts';

const LETTER: Outgoing = { bytes: new TextEncoder().encode('From: a@hiring.example\r\nTo: b@example.org\r\nSubject: x\r\n\r\nHello\r\n.\r\nend\r\n'), from: 'a@hiring.example', to: ['b@example.org'] };
const SOON = { connect: 400, greeting: 400, socket: 400 };

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => { for (const close of closing.splice(0)) await close(); });

async function server(manners: Manners = {}): Promise<TestServer> {
  const started = await startSmtp(manners);
  closing.push(() => started.close());
  return started;
}

async function raw(behave: (server: NetServer) => void): Promise<number> {
  const listening = createServer();
  behave(listening);
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  closing.push(() => void listening.close());
  return (listening.address() as AddressInfo).port;
}

const at = (port: number, more: Partial<Server> = {}): Server => ({ host: '127.0.0.1', port, security: 'none', patience: SOON, ...more });

it('hands a letter over as it is', async () => {
  const { port, received } = await server();
  expect(await handOver(at(port), LETTER)).toEqual({ ok: true });
  expect(received).toEqual([{ from: 'a@hiring.example', to: ['b@example.org'], text: new TextDecoder().decode(LETTER.bytes) }]);
});

it('logs in, and says when the login is refused', async () => {
  const { port, received } = await server({ login: { user: 'dana', password: 'right' } });
  expect(await handOver(at(port, { login: 'dana', password: 'right' }), LETTER)).toEqual({ ok: true });
  const refused = await handOver(at(port, { login: 'dana', password: 'wrong' }), LETTER);
  expect(refused).toMatchObject({ ok: false, fault: 'login', uncertain: false });
  expect(JSON.stringify(refused)).not.toContain('wrong');
  expect(await handOver(at(port), LETTER)).toMatchObject({ ok: false, uncertain: false });
  expect(received).toHaveLength(1);
});

it.each<[string, Manners, object]>([
  ['an address it does not know', { refuses: ['b@example.org'] }, { fault: 'recipient', uncertain: false }],
  ['a letter it does not want', { after: 'refuse' }, { fault: 'letter', uncertain: false }],
  ['a connection that breaks once it has the letter', { after: 'drop' }, { fault: 'dropped', uncertain: true }],
  ['no answer once it has the letter', { after: 'silence' }, { fault: 'silent', uncertain: true }],
])('names what went wrong: %s', async (_, manners, fault) => {
  const { port } = await server(manners);
  expect(await handOver(at(port), LETTER)).toMatchObject({ ok: false, ...fault });
});

it('a letter that went to some of its readers counts as uncertain', async () => {
  const { port } = await server({ refuses: ['c@example.org'] });
  expect(await handOver(at(port), { ...LETTER, to: ['b@example.org', 'c@example.org'] })).toMatchObject({ ok: false, fault: 'recipient', uncertain: true, words: 'The server took it for some, and refused c@example.org.' });
});

it('a server that never greets, one that hangs up and one that is not there', async () => {
  const mute = await raw((listening) => void listening.on('connection', (socket) => closing.push(() => void socket.destroy())));
  expect(await handOver(at(mute), LETTER)).toMatchObject({ ok: false, fault: 'silent', uncertain: false });
  const rude = await raw((listening) => void listening.on('connection', (socket) => socket.destroy()));
  expect(await handOver(at(rude), LETTER)).toMatchObject({ ok: false, uncertain: false });
  const gone = await raw(() => undefined);
  await closing.pop()?.();
  expect(await handOver(at(gone), LETTER)).toMatchObject({ ok: false, fault: 'unreachable', uncertain: false });
});

it('a connection that is not as secure as it was asked for carries nothing', async () => {
  const open = await server({ login: { user: 'dana', password: 'right' } });
  expect(await handOver(at(open.port, { security: 'starttls', login: 'dana', password: 'right' }), LETTER)).toMatchObject({ ok: false, fault: 'security' });
  expect(await handOver(at(open.port, { security: 'tls' }), LETTER)).toMatchObject({ ok: false, uncertain: false });
  const secure = await server({ tls: true });
  // Its certificate is nobody’s.
  expect(await handOver(at(secure.port, { security: 'starttls', host: 'localhost' }), LETTER)).toMatchObject({ ok: false, fault: 'security' });
  expect(await handOver({ ...at(open.port), host: 'mail.example' }, LETTER)).toMatchObject({ ok: false, fault: 'security', words: 'security none is for a server on this machine, and mail.example is another one.' });
  expect(open.received.length + secure.received.length).toBe(0);
});

it('only names of this machine are this machine', () => {
  expect(['localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]'].map(isThisMachine)).toEqual([true, true, true, true, true]);
  expect(['localhost.example', '127.0.0.1.example', '10.0.0.1', '0.0.0.0', 'mail.example', '::', ''].filter(isThisMachine)).toEqual([]);
});
