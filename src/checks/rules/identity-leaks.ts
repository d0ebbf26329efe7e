import type { Problem } from '../../model/problem.ts';
import { fold, nameFinder } from '../names.ts';
import { problem, type Rule } from '../rule.ts';
import { pseudonymousTexts } from './leaks.ts';
import { lineOf } from './messages.ts';

const WORDS = { name: ['leak/name', 'a name'], handle: ['leak/handle', 'a handle'], address: ['leak/e-mail', 'the e-mail address'], link: ['leak/link', 'a link'] } as const;

// Nothing of the identity folder stands in a record, nor in the name of a file.
const identity: Rule = {
  holds: 'Nothing of the identity folder stands in a record, nor in the name of a file.',
  codes: ['leak/name', 'leak/handle', 'leak/link', 'leak/e-mail'],
  check: (workspace, context) => {
    const { identities } = context;
    if (!identities || identities.size === 0) return [];
    const finder = nameFinder(identities);
    return pseudonymousTexts(workspace, context).flatMap(([path, text]): Problem[] => {
      const owner = ownerOf(path);
      const inName = finder.find(wordsOfPath(path), owner).filter((found) => found.what !== 'link');
      return [
        // Which name it is stays unsaid: problems are printed in logs that others read.
        ...finder.find(text, owner).map(({ candidate, what, from, to }) => problem(WORDS[what][0], { path, ...lineOf(text, 1, from, to) },
          `The text contains ${WORDS[what][1]} of ${candidate === owner ? 'this candidate' : candidate}, as the identity folder knows it.`, 'Remove it before you commit, or write the pseudonym.')),
        ...inName.map(({ candidate, what }) => problem(WORDS[what][0], { path, line: 1, column: 1 },
          `The name of the file contains ${WORDS[what][1]} of ${candidate === owner ? 'this candidate' : candidate}, as the identity folder knows it.`, 'Rename the file before you commit.')),
      ];
    });
  },
};

/** The candidate whose folder or outcome a file is. */
function ownerOf(path: string): string | undefined {
  const [, area, , candidate] = path.split('/');
  return area === 'candidates' ? candidate : area === 'outcomes' ? candidate?.replace(/\.yml$/, '') : undefined;
}

/** The names in a path that people chose freely, with blanks for hyphens. */
function wordsOfPath(path: string): string {
  const [, area, , ...rest] = path.split('/');
  const free = area === 'calibrations' ? path.split('/').slice(2) : area === 'surveys' ? rest : [];
  return fold(free.join('\n').replace(/\.(yml|md)$/, '').replaceAll('-', ' '));
}

export const identityLeaks: readonly Rule[] = [identity];
