import { candidateFacts } from '../analysis/candidate.ts';
import { identityFolder } from '../identity/folder.ts';
import { readLocalSettings } from '../identity/local-settings.ts';
import { plural } from '../model/words.ts';
import { NotWritten, removeFile } from '../store/write.ts';
import { APPLY_OPTIONS, readyToWrite } from './apply.ts';
import { mayAsk, oneOfThese } from './ask.ts';
import { flag, Mistake, textOption, type Command, type Context, type Input } from './command.ts';
import { carryOutChecked } from './one-record.ts';
import { openTree, type Opened } from './open.ts';
import { READ_OPTIONS } from './options.ts';
import { rootOf } from './root.ts';
import { draftPath, isEmpty, readDraft, resumed, saveDraft } from './screen/draft.ts';
import { pileOf } from './screen/pile.ts';
import { resultsOf } from './screen/results.ts';
import { sit } from './screen/sit.ts';
import { countsOf, type Pile, type Sitting } from './screen/sitting.ts';
import { whoActs } from './who.ts';

/** `hire screen`: the applications of an opening in one sitting, one after the other, without a name in sight. */
export const screen: Command = {
  name: 'screen',
  summary: 'read, mark and decide the applications of an opening in one sitting',
  usage: '<role>',
  help: `
Shows one application after the other, the oldest promise first: the answers, and the rubric with its anchors one key away. Names stay
where they are. Nothing is written before you say so with w: until then every step is kept in .hire/screen/<role>.json, and the next
sitting goes on where this one ended, however it ended.

w writes scores, moves and conflicts in one commit, and drafts the messages to the candidates (see “hire send”).

hire screen senior-backend-2026
hire screen senior-backend-2026 --by alice
hire screen senior-backend-2026 --discard    forget the draft and begin anew`,
  options: { by: { type: 'string' }, discard: { type: 'boolean' }, sent: { type: 'boolean' }, 'no-message': { type: 'boolean' }, now: READ_OPTIONS.now, today: READ_OPTIONS.today, 'no-cache': READ_OPTIONS['no-cache'], ...APPLY_OPTIONS },
  words: [1, 1],
  async run(context, input) {
    if (!mayAsk(context, input)) throw new Mistake('hire screen needs a terminal and somebody at its keyboard. Single moves: hire decline, hire advance; single scores: hire score.');
    const root = rootOf(context, input);
    await readyToWrite(context, root, { dryRun: flag(input, 'dry-run') });
    const opened = await openTree(context, input);
    const [role = ''] = input.words;
    const wrong = oneOfThese('role', opened.workspace.roles.keys())(role);
    if (wrong !== undefined) throw new Mistake(wrong);
    const by = await whoActs(context, input, opened, role);
    const pile = readPile(opened, role, by);
    const draft = flag(input, 'discard') ? undefined : readDraft(opened.root, role);
    if (draft && draft.by !== by) throw new Mistake(`${draftPath(role)} is a draft of ${draft.by}. Finish it with --by ${draft.by}, or forget it with --discard.`);
    const { sitting, dropped } = resumed(pile, draft);
    for (const line of pile.leftOut) context.stderr(`Left out: ${line}.\n`);
    for (const line of dropped) context.stderr(`Dropped from the draft: ${line}.\n`);
    if (pile.items.length === 0) {
      removeFile(opened.root, draftPath(role));
      context.stderr(`No application of ${role} waits for ${by} in a screening stage.\n`);
      return 0;
    }
    const notes = [...(pile.leftOut.length > 0 ? [`${pile.leftOut.length} left out, listed when you quit.`] : []), ...(dropped.length > 0 ? [`Dropped from the draft: ${dropped.join('; ')}.`] : []), ...(draft ? ['This goes on where you left.'] : [])];
    const ended = await sit(context, opened.root, pile, { ...sitting, said: notes.length > 0 ? notes.join(' ') : '? shows what the keys do.' });
    return ended.write ? write(context, input, opened, pile, ended.sitting) : left(context, input, pile, ended.sitting);
  },
};

function readPile(opened: Opened, role: string, by: string): Pile {
  const { workspace, clock } = opened;
  const facts = [...workspace.candidates.get(role)?.values() ?? []].map((folder) => candidateFacts(workspace, folder, clock.now));
  return pileOf(workspace, role, facts, by, clock.now);
}

function left(context: Context, input: Input, pile: Pile, sitting: Sitting): number {
  const { done, aside, of } = countsOf(sitting, pile);
  const kept = Object.values(sitting.sheets).some((sheet) => !isEmpty(sheet));
  context.stderr(`${done} of ${of} done${aside === 0 ? '' : `, ${aside} set aside`}; nothing was written.${kept ? ` The draft is kept: ${againWords(input, pile)}` : ''}\n`);
  return 0;
}

/** The command that goes on with this sitting: a draft belongs to one person. */
function againWords(input: Input, { role }: Pile): string {
  const by = textOption(input, 'by');
  return `hire screen ${role}${by === undefined ? '' : ` --by ${by}`}`;
}

/** Writes what was said, after asking the checks. What cannot be written stays in the draft. */
async function write(context: Context, input: Input, opened: Opened, pile: Pile, sitting: Sitting): Promise<number> {
  const identities = identityFolder(readLocalSettings(opened.root).settings.identities);
  const { planned, refused, changes, done, scores, conflicts } = await resultsOf(opened, pile, sitting, identities);
  const counts = [...(scores > 0 ? [plural(scores, 'score')] : []), ...(planned.length > 0 ? [plural(planned.length, 'move')] : []), ...(conflicts > 0 ? [plural(conflicts, 'conflict')] : [])].join(', ');
  const subject = `Screen ${plural(done.length, 'application')} of ${pile.role}\n\n${counts}\n`;
  try {
    const code = await carryOutChecked(context, input, opened, planned, changes, { refused, commitment: { message: subject, branch: `hire/screen-${pile.role}` } });
    if (refused.length > 0) for (const { message, hint } of refused) context.stderr(`Not possible: ${message} ${hint}\n`);
    if (code !== 0) context.stderr(`The draft is kept. Mend it with “${againWords(input, pile)}”.\n`);
    if (code !== 0 || flag(input, 'dry-run')) return code;
    const rest = Object.fromEntries(Object.entries(sitting.sheets).filter(([id]) => !done.includes(id)));
    saveDraft(opened.root, pile, { ...sitting, sheets: rest });
    const open = pile.items.length - done.length;
    context.stderr(`${counts === '' ? 'Nothing' : counts} written.${open > 0 ? ` ${plural(open, 'application')} still on the pile: ${againWords(input, pile)}` : ' The pile is empty.'}\n`);
    return refused.length > 0 ? 1 : code;
  } catch (error) {
    if (error instanceof NotWritten) context.stderr('The draft is kept.\n');
    throw error;
  }
}
