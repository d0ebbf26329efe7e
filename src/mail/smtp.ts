import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';

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
  const { host, port, security, login, password, trust, patience = PATIENCE } = server;
  if (security === 'none' && !isThisMachine(host)) return { ok: false, fault: 'security', uncertain: false, words: `security none is for a server on this machine, and ${host} is another one.` };
  const transport = createTransport({
    host, port,
    secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
    ...(login !== undefined && { auth: { user: login, pass: password ?? '' } }),
    ...(trust !== undefined && { tls: { ca: trust } }),
    connectionTimeout: patience.connect, dnsTimeout: patience.connect, greetingTimeout: patience.greeting, socketTimeout: patience.socket,
    disableFileAccess: true, disableUrlAccess: true,
  });
  try {
    const info = await transport.sendMail({ envelope: { from: letter.from, to: [...letter.to] }, raw: Buffer.from(letter.bytes) });
    const refused = info.rejected.map(String);
    if (refused.length === 0) return { ok: true };
    return { ok: false, fault: 'recipient', uncertain: true, words: `The server took it for some, and refused ${refused.join(', ')}.` };
  } catch (error) {
    return faultOf(error, server);
  } finally {
    transport.close();
  }
}

/** What nodemailer tells of a failure. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

function faultOf(error: unknown, { host, port, security }: Server): Handed {
  const { code, command, responseCode, response, message } = error instanceof Error ? (error as SmtpError) : new Error(String(error)) as SmtpError;
  const where = `${host}:${port}`;
  const said = oneLine(response ?? message);
  const not = (fault: Fault, words: string, uncertain = false): Handed => ({ ok: false, fault, words, uncertain });
  // Without an answer to the letter itself nobody knows whether it was taken.
  const uncertain = command === 'DATA' && responseCode === undefined;
  if (code === 'EAUTH' || code === 'ENOAUTH' || command?.startsWith('AUTH') === true) return not('login', `${where} refused the login: ${said}`);
  if (code === 'ETLS' || (code === 'ESOCKET' && isTlsWords(message))) {
    return not('security', `The connection to ${where} is not secure (${security}): ${said}`);
  }
  if (code === 'EENVELOPE') return not('recipient', `${where} refused an address: ${said}`);
  if (responseCode !== undefined && command === 'DATA') return not('letter', `${where} refused the letter: ${said}`);
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
