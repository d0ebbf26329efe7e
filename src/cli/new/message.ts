import { MESSAGE_OCCASIONS } from '../../model/message.ts';
import { answer, oneOfThese } from '../ask.ts';
import { fileMade } from './made.ts';
import { idOf } from './id.ts';
import type { Maker } from './maker.ts';

/** Occasions whose message is the answer that was promised. */
const ANSWERING = ['advanced', 'declined', 'offered'];

/** A message to candidates, in one language. */
export const message: Maker = async (making) => {
  const { context, input } = making;
  const id = await idOf(making, 'a message');
  const on = await answer(context, input, { option: 'on', ask: `On which occasion (${MESSAGE_OCCASIONS.join(', ')})?`, wrong: oneOfThese('occasion', MESSAGE_OCCASIONS) });
  const language = await answer(context, input, {
    option: 'language', ask: 'In which language (en, pt, pt-BR, …)?', fallback: 'en',
    wrong: (said) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(said) ? undefined : `“${said}” is no language such as en or pt-BR.`),
  });
  const after = ['silence', 'late', 'closing', 'survey'].includes(on) ? ', after: 3 days' : '';
  return fileMade(making, id, `content/messages/${id}.${language}.md`, () => `---
when: { on: ${on}${after} }
subject: "{{role.title}} at {{organisation}}"
from: manager
answers: ${String(ANSWERING.includes(on))}
---
Hello {{candidate.first_name | there}},

What happened, what happens next, and by when.

{{sender.name}}
{{organisation}}
`, ['The reference on the site lists every token.']);
};
