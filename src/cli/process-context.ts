import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Mistake, type Context } from './command.ts';
import { terminalKeys } from './terminal-keys.ts';

/** The machine as a command sees it: this process, its streams, its clock, its randomness. */
export function processContext(): Context {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  process.once('SIGTERM', () => interrupt.abort());
  // A reader that goes away (`hire check | head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    terminal: {
      input: process.stdin.isTTY === true,
      output: process.stdout.isTTY === true,
      errors: process.stderr.isTTY === true,
      columns: process.stdout.columns ?? 80,
    },
    machineNow: () => Date.now(),
    random: { below: (limit) => randomInt(limit) },
    stdin: async (most) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > most) throw new Mistake(`Standard input is longer than ${most.toLocaleString('en')} bytes.`);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks).toString('utf8');
    },
    ask: async (question) => {
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        // The end of input (Ctrl-D) answers nothing and would leave the question open for ever.
        const ended = new Promise<never>((_, reject) => lines.once('close', () => reject(new Mistake('\nNo answer was given; nothing was done.'))));
        return (await Promise.race([lines.question(question, { signal: interrupt.signal }), ended])).trim();
      } finally {
        lines.close();
      }
    },
    keys: () => terminalKeys(interrupt.signal, process.env),
    interrupted: interrupt.signal,
  };
}
