import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** A server that sends letters, and how it is spoken to. */
export interface Server {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` before anything else, or `none`, to this machine alone. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly login?: string | undefined;
  readonly password?: string | undefined;
  /** Certificates to trust besides those of the system, PEM. */
  readonly trust?: string | undefined;
  /** In milliseconds. */
  readonly patience?: Patience | undefined;
}

/** How long a server may take, in milliseconds. */
export interface Patience {
  readonly connect: number;
  readonly greeting: number;
  /** Without a sign from the server, once it has greeted. */
  readonly socket: number;
}

const PATIENCE: Patience = { connect: 20_000, greeting: 20_000, socket: 60_000 };

/** A letter as it goes out, with who it is from and for. */
export interface Outgoing {
  readonly bytes: Uint8Array;
  readonly from: string;
  readonly to: readonly string[];
}

/** What kept a letter from leaving. `recipient` and `letter` are about this one; the others about the server. */
export type Fault = 'recipient' | 'letter' | 'login' | 'security' | 'unreachable' | 'silent' | 'dropped';

/** What became of a letter. */
export type Handed =
  | { readonly ok: true }
  | {
    readonly ok: false;
    readonly fault: Fault;
    /** One sentence, with what the server said. */
    readonly words: string;
    /** The letter was handed over and the answer never came: the server may have taken it. */
    readonly uncertain: boolean;
  };

/** Whether letters and passwords may go to a host in the open: only where they do not leave this machine. */
export function isThisMachine(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  return isIP(name) === 4 && name.startsWith('127.');
}

/**
 * Hands one letter to a server, over a connection of its own. Never throws: whatever goes wrong is told. A letter for several people counts as
 * sent only when the server took all of them.
 */
export async function handOver(server: Server, letter: Outgoing): Promise<Handed> {
  const { host, security } = server;
  if (security === 'none' && !isThisMachine(host)) return { ok: false, fault: 'security', uncertain: false, words: `security none is for a server on this machine, and ${host} is another one.` };
  let given = false;
  // The connection asks for the letter only once the server said that it may come: from then on nobody knows, until there is an answer.
  const bytes = Readable.from((function* () {
    given = true;
    yield Buffer.from(letter.bytes);
  })());
  const connection = connectionTo(server);
  try {
    const refused = await conversation(connection, server, letter, bytes);
    if (refused.length === 0) return { ok: true };
    return { ok: false, fault: 'recipient', uncertain: true, words: `The server took it for some, and refused ${refused.join(', ')}.` };
  } catch (error) {
    return faultOf(error, server, given);
  } finally {
    connection.close();
  }
}

function connectionTo({ host, port, security, trust, patience = PATIENCE }: Server): SMTPConnection {
  return new SMTPConnection({
    host, port,
    secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
    ...(trust !== undefined && { tls: { ca: trust } }),
    connectionTimeout: patience.connect, dnsTimeout: patience.connect, greetingTimeout: patience.greeting, socketTimeout: patience.socket,
  });
}

/** Connects, logs in where there is a login, and gives the letter. @returns the addresses that were refused while others were taken */
function conversation(connection: SMTPConnection, { login, password = '' }: Server, { from, to }: Outgoing, bytes: Readable): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const give = (): void => connection.send({ from, to: [...to] }, bytes, (error, info) => (error ? reject(error) : resolve(info.rejected.map(String))));
    // Not once: an error that comes after the end would otherwise have nobody to hear it, and end the run.
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('the server closed the connection')));
    connection.connect((error) => {
      if (error) return reject(error);
      if (login === undefined) return give();
      connection.login({ credentials: { user: login, pass: password } }, (refused) => (refused ? reject(refused) : give()));
    });
  });
}

/** What nodemailer tells of a failure. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

function faultOf(error: unknown, { host, port, security }: Server, given: boolean): Handed {
  const { code, command, responseCode, response, message } = error instanceof Error ? (error as SmtpError) : new Error(String(error)) as SmtpError;
  const where = `${host}:${port}`;
  const said = oneLine(response ?? message);
  const not = (fault: Fault, words: string, uncertain = false): Handed => ({ ok: false, fault, words, uncertain });
  const uncertain = given && responseCode === undefined;
  if (code === 'EAUTH' || code === 'ENOAUTH' || command?.startsWith('AUTH') === true) return not('login', `${where} refused the login: ${said}`);
  if (code === 'ETLS' || (code === 'ESOCKET' && isTlsWords(message))) {
    return not('security', `The connection to ${where} is not secure (${security}): ${said}`);
  }
  if (code === 'EENVELOPE') return not('recipient', `${where} refused an address: ${said}`);
  if (responseCode !== undefined && given) return not('letter', `${where} refused the letter: ${said}`);
  if (code === 'ETIMEDOUT') return not(command === 'CONN' && /connection timeout/i.test(message) ? 'unreachable' : 'silent', `${where} did not answer in time.`, uncertain);
  if (code === 'EDNS' || /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN/.test(message)) return not('unreachable', `${where} cannot be reached: ${said}`);
  if (responseCode !== undefined) return not('letter', `${where} refused it: ${said}`);
  return not('dropped', `The connection to ${where} broke off${uncertain ? ' after the letter was handed over' : ''}: ${said}`, uncertain);
}

function isTlsWords(message: string): boolean {
  return /certificate|self.signed|ssl|tls|wrong version number|altname|handshake/i.test(message);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 300);
}
