import type { Command } from './command.ts';
import type { CommandEntry } from './commands.ts';
import { GLOBAL_OPTIONS, OPTION_HELP } from './options.ts';

/** The list of commands. */
export function generalHelp(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `hire: hiring as code\n\nUsage: hire <command> [options]\n\n${lines.join('\n')}\n\n“hire <command> --help” says more. Exit codes: 0 fine, 1 problems found, 2 wrong usage, 70 a bug.\n`;
}

/** What one command does and takes. */
export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...GLOBAL_OPTIONS });
  const names = options.map(([name, option]) => `--${name}${option.type === 'string' ? ` <${command.means?.[name]?.[1] ?? OPTION_VALUE[name] ?? name}>` : ''}`);
  const width = Math.max(...names.map((name) => name.length));
  const lines = options.map(([name], index) => `  ${(names[index] ?? '').padEnd(width)}  ${command.means?.[name]?.[0] ?? OPTION_HELP[name] ?? ''}`.trimEnd());
  const usage = ['hire', command.name, command.usage, '[options]'].filter((word) => word !== '').join(' ');
  return `${command.summary}\n\nUsage: ${usage}\n\n${command.help.trim()}\n\nOptions:\n${lines.join('\n')}\n`;
}

const OPTION_VALUE: Readonly<Record<string, string>> = { root: 'folder', at: 'commit', now: 'instant', today: 'day', out: 'folder', audience: 'whom', format: 'name', port: 'number',
  candidates: 'number', runs: 'number', 'site-title': 'title', 'site-url': 'address', timezone: 'zone', holidays: 'country', 'reply-within': 'duration', example: 'fate',
  'keep-until': 'day', email: 'address', by: 'person', manager: 'person', for: 'kind', on: 'occasion', as: 'roles', github: 'login', 'github-id': 'number', extra: 'duration', because: 'words', except: 'candidates', when: 'time', 'score-below': 'percent', 'score-above': 'percent', waiting: 'days', ended: 'reason', to: 'stage', window: 'duration', link: 'address', minutes: 'number', received: 'time', file: 'path', questions: 'set', outcome: 'end', started: 'day', bar: 'answer', dissent: 'person: words', without: 'person: words', 'revised-because': 'words', hours: 'number', note: 'words', paid: 'amount', day: 'number', performance: 'number', again: 'answer', mark: 'criterion=mark', left: 'day',
  map: 'column=field', evidence: 'criterion: words', recommendation: 'answer', summary: 'words', conflict: 'kind', visit: 'visit', reviewers: 'people', tolerance: 'levels', sample: 'file', dates: 'order', 'source-word': 'word=source',
};
