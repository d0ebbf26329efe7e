import { plural } from '../../model/words.ts';
import { printProblems } from '../../report/problems.ts';
import type { Context } from '../command.ts';
import type { Made } from './make.ts';

/** Says on stderr what is wrong with the content, and what that means for the site. */
export function sayProblems(context: Context, made: Made): void {
  const errors = made.problems.filter((problem) => problem.severity === 'error');
  const warnings = made.problems.length - errors.length;
  if (errors.length > 0) {
    const stream = context.terminal.errors ? { stream: process.stderr } : {};
    context.stderr(printProblems(errors, { format: 'terminal', readText: made.opened.text, ...stream }));
    const files = new Set(errors.map((problem) => problem.path)).size;
    context.stderr(made.built ? `${plural(files, 'file')} with errors left out of the site.\n` : 'Nothing was built. “--keep-going” builds the valid rest and says what it left out.\n');
  }
  if (warnings > 0) context.stderr(`${plural(warnings, 'warning')}; “hire check” shows ${warnings === 1 ? 'it' : 'them'}.\n`);
  if (made.said !== undefined) context.stderr(`${made.said}\n`);
  if (made.failure !== undefined) context.stderr(`The site could not be built. Astro said:\n${made.failure}\n`);
}
