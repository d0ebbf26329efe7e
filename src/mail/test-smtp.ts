import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter as a server received it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** A mail server on this machine, for tests. */
export interface TestServer {
  readonly port: number;
  readonly received: Received[];
  close(): Promise<void>;
}

/** How the server behaves; without anything it takes every letter, without a login and in the open. */
export interface Manners {
  readonly tls?: boolean;
  readonly login?: { readonly user: string; readonly password: string };
  /** Addresses it refuses. */
  readonly refuses?: readonly string[];
  /** What it does once it has the whole letter. */
  readonly after?: 'take' | 'refuse' | 'drop' | 'silence';
}

/** Starts a real mail server. */
export async function startSmtp({ tls = false, login, refuses = [], after = 'take' }: Manners = {}): Promise<TestServer> {
  const received: Received[] = [];
  const options: SMTPServerOptions = {
    logger: false, disableReverseLookup: true, closeTimeout: 50, authOptional: login === undefined, ...(tls ? {} : { disabledCommands: ['STARTTLS'] }),
    ...(login && !tls ? { allowInsecureAuth: true } : {}),
    onAuth: (auth, _, done) => (auth.username === login?.user && auth.password === login?.password ? done(null, { user: auth.username }) : done(new Error('Invalid login'))),
    onRcptTo: ({ address }, _, done) => (refuses.includes(address) ? done(Object.assign(new Error('No such mailbox'), { responseCode: 550 })) : done()),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        if (after === 'refuse') return done(Object.assign(new Error('Too much of it'), { responseCode: 554 }));
        received.push({ from, to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString('utf8') });
        if (after === 'silence') return;
        if (after === 'drop') return void server.connections.forEach((connection) => (connection as unknown as { _socket: { destroy(): void } })._socket.destroy());
        done();
      });
    },
  };
  const server = new SMTPServer(options);
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => { server.close(() => resolve()); }),
  };
}
