import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { serveFolder, type ServeOptions, type Served } from './site/server.ts';

const PORT = 4321;

/** `hire serve`: a site that was built, on this machine alone. */
export const serve: Command = {
  name: 'serve',
  summary: 'serve a site that was built',
  usage: '[<folder>]',
  help: `
Serves dist/, or the folder named, on the loopback address until you stop it with Ctrl-C. “npm start” builds as well, and builds
again whenever a file changes.`,
  options: { port: { type: 'string' } },
  words: [0, 1],
  async run(context, input) {
    const folder = resolve(context.cwd, input.words[0] ?? 'dist');
    if (!existsSync(join(folder, 'index.html'))) throw new Mistake(`There is no site in ${folder}. “hire build” makes one.`);
    const served = await serveOn(input, folder, false);
    context.stdout(`${served.address}\n`);
    await untilInterrupted(context);
    await served.close();
    return 0;
  },
};

/** Serves on the port asked for, or the first free one from 4321 on. @throws Mistake when the port is none or taken */
export async function serveOn(input: Input, folder: string, live: boolean): Promise<Served> {
  const asked = textOption(input, 'port');
  const port = asked === undefined ? PORT : Number(asked);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Mistake(`--port takes a number from 0 to 65535, found “${asked ?? ''}”.`);
  const options: ServeOptions = { port, strict: asked !== undefined, live };
  try {
    return await serveFolder(folder, options);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EADDRINUSE') throw new Mistake(asked === undefined ? 'Ports 4321 to 4341 are all taken. Name another with --port.' : `Port ${asked} is taken. Name another with --port, or none to let hire choose.`);
    if (error.code === 'EACCES') throw new Mistake(`Port ${port} needs rights you do not have. Name one above 1023 with --port.`);
    throw error;
  }
}

/** Resolves when the person stops the command. */
export function untilInterrupted(context: Context): Promise<void> {
  return new Promise((stopped) => {
    if (context.interrupted.aborted) return stopped();
    context.interrupted.addEventListener('abort', () => stopped(), { once: true });
  });
}
