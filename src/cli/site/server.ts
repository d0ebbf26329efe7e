import { createServer, type Server, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import { livePage, NEWS } from './live-page.ts';

/** A site served to this machine alone. */
export interface Served {
  /** Address to open, `http://localhost:4321/`. */
  readonly address: string;
  /** Tells every open page to load again. */
  reload(): void;
  close(): Promise<void>;
}

/** How a folder is served. */
export interface ServeOptions {
  readonly port: number;
  /** Fail when the port is taken, instead of trying the next ones. */
  readonly strict: boolean;
  /** Whether pages load again when the site was rebuilt. */
  readonly live: boolean;
}

/**
 * Serves a folder on the loopback address, and nowhere else.
 * @throws Error with code EADDRINUSE when the port is taken and `strict`, or the next 20 are taken too
 */
export async function serveFolder(folder: string, options: ServeOptions): Promise<Served> {
  const listeners = new Set<ServerResponse>();
  const files = sirv(folder, { dev: true, extensions: ['html'], setHeaders: (response) => response.setHeader('Cache-Control', 'no-store') });
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
    if (!isLocal(request.headers.host)) return answer(response, 403, 'This site is served to this machine alone.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'Only reading is possible here.');
    const plain = (): void => void files(request, response, () => answer(response, 404, 'There is no such page. The way back: /'));
    if (!options.live) return plain();
    if (path === NEWS) return listen(response, listeners);
    void livePage(folder, path).then((page) => (page === undefined ? plain() : answer(response, 200, page, 'text/html')));
  });
  const port = await bind(server, options.port, options.strict);
  return {
    address: `http://localhost:${port}/`,
    reload: () => listeners.forEach((listener) => listener.write('data: built\n\n')),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** A foreign name that resolves to this machine must not read the pages (DNS rebinding). */
function isLocal(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

function answer(response: ServerResponse, status: number, words: string, type = 'text/plain'): void {
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }).end(type === 'text/plain' ? `${words}\n` : words);
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': waiting\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

async function bind(server: Server, first: number, strict: boolean): Promise<number> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || strict || port >= first + 20) throw error;
    }
  }
}
