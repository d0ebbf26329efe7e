import type { Problem } from '../../model/problem.ts';
import { problem, type Rule } from '../rule.ts';

// The record never says that somebody asked for an accommodation.
const unsaid: Rule = {
  holds: 'The record never says that somebody asked for an accommodation.',
  codes: ['leak/accommodation'],
  check: (workspace) => [...workspace.candidates.values()].flatMap((folders) => [...folders.values()].flatMap(({ messages }) =>
    (messages?.value ?? []).flatMap(({ message }, index): Problem[] => {
      if (workspace.messages.get(message)?.values().next().value?.value.when.on !== 'accommodation') return [];
      return [problem('leak/accommodation', { path: messages?.path ?? '', key: [index, 'message'] }, `The line says that “${message}” was sent, and with it that the candidate asked for an accommodation.`, 'Remove the line; hire send keeps it with the identity instead.')];
    }))),
};

export const accommodations: readonly Rule[] = [unsaid];
