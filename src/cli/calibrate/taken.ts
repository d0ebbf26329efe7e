import type { CandidateFacts, VisitFacts } from '../../analysis/facts.ts';
import { stageTerms } from '../../analysis/stage-terms.ts';
import { nameFinder } from '../../checks/names.ts';
import { emailsIn, phonesIn } from '../../checks/rules/leaks.ts';
import type { Rubric } from '../../model/rubric.ts';
import { stageTitle } from '../../model/stages.ts';
import type { Identities } from '../../model/identities.ts';
import { listed, plural } from '../../model/words.ts';
import { oneOfThese } from '../ask.ts';
import { Mistake } from '../command.ts';
import { chooseCandidates } from '../moves/chosen.ts';
import type { Opened } from '../open.ts';
import { answersOf } from '../screen/pile.ts';

/** A sample made from something that a candidate handed in. */
export interface Taken {
  readonly text: string;
  /** What a person has to look at before it is committed. */
  readonly notes: readonly string[];
}

/** What stands where the pseudonym stood. */
const NEUTRAL = 'the-candidate';

/**
 * Copies what a candidate handed in, under no name: its pseudonym is replaced, and addresses that hold it stay behind. When it arrived and
 * how long it took stay behind as well, since they tell whose it is.
 * @param wanted `<candidate>`, `<candidate>/<visit>` or `<role>/<candidate>/<visit>`
 * @param reviewers who will mark it: whoever scored it may know it again
 * @param rubric what it will be marked with
 * @throws Mistake when there is nothing to take, the panel still waits, or the text shows who somebody is
 */
export async function takenFrom(opened: Opened, identities: Identities, wanted: string, reviewers: readonly string[], rubric?: Rubric): Promise<Taken> {
  const { facts, visit } = visitOf(opened, wanted);
  const { folder, id } = facts;
  const submission = folder.submissions.get(visit.name)?.value;
  const pipeline = opened.workspace.pipelines.get(opened.workspace.roles.get(facts.role)?.value.pipeline ?? '')?.value;
  const stage = pipeline?.stages.find((each) => each.id === visit.stage);
  const answers = stage ? answersOf(opened.workspace, facts, visit, stage).answers : [];
  const pseudonym = new RegExp(`(?<![\\p{L}\\p{N}])${id}(?![\\p{L}\\p{N}])`, 'giu');
  const links = submission?.links ?? [];
  const kept = links.filter(({ url }) => url.search(pseudonym) === -1);
  const terms = stage ? stageTerms(opened.workspace, stage, facts.role) : undefined;
  const task = terms?.challenge;
  const handedIn = [
    kept.map(({ kind, url, commit }) => `- ${kind}: ${url}${commit === undefined ? '' : ` at commit ${commit}`}`).join('\n'),
    submission?.ai?.note === undefined ? '' : `AI tools: ${submission.ai.note.trim()}`,
    ...answers.map(({ ask, answer }) => `**${ask.replace(/\s+/g, ' ')}**\n\n${answer.trim()}`),
    folder.submissionTexts.get(visit.name)?.value.trim() ?? '',
  ].filter((part) => part !== '').join('\n\n');
  if (handedIn === '') throw new Mistake(`What ${id} handed in for ${visit.name} holds no words and no link that may be shown. Write the sample by hand: --sample <file.md>`);
  // Whoever marks it has to know what was asked for.
  const body = task === undefined || handedIn.toLowerCase().includes(task.title.toLowerCase()) ? handedIn : `Task: ${task.title}\n\n${handedIn}`;
  const replaced = body.match(pseudonym)?.length ?? 0;
  const text = `${body.replace(pseudonym, NEUTRAL)}\n`;
  const shown = await revealing(text, id, identities);
  if (shown !== undefined) throw new Mistake(`What ${id} handed in for ${visit.name} contains ${shown}. Copy it into a file, take out what shows who it is, and give --sample <file.md>. Nothing was written.`);
  const addresses = text.match(/https?:\/\//g)?.length ?? 0;
  const knowing = visit.scores.map(({ person }) => person).filter((person) => reviewers.includes(person));
  return {
    text,
    notes: [
      `Taken from the visit ${visit.name}: stage “${stage ? stageTitle(stage) : visit.stage}”${stage ? ` (${stage.kind})` : ''}${task === undefined ? ', no challenge' : `, challenge “${task.title}”, version ${task.version}`}.`,
      ...(stage && rubric && stage.kind !== rubric.kind ? [`“${rubric.title}” is a rubric for ${rubric.kind}, and this stage is ${stage.kind}: its criteria may have nothing to look at here.`] : []),
      ...(replaced > 0 ? [`The pseudonym stood in it ${plural(replaced, 'time')}; “${NEUTRAL}” stands there now.`] : []),
      ...(links.length > kept.length ? [`${plural(links.length - kept.length, 'link')} to the work ${links.length - kept.length === 1 ? 'holds' : 'hold'} the pseudonym and ${links.length - kept.length === 1 ? 'was' : 'were'} left out. Put a copy under a neutral address and add it by hand.`] : []),
      ...(addresses > 0 ? [`It holds ${plural(addresses, 'address', 'addresses')}. Open each: what lies behind it may show whose work it is.`] : []),
      ...(kept.length > 0 ? ['The address of the work stands in the candidate’s record too, so whoever searches for it learns whose it is. A copy at another address keeps it apart.'] : []),
      ...(submission && submission.files.length > 0 ? [`${plural(submission.files.length, 'file')} that came with it ${submission.files.length === 1 ? 'lies' : 'lie'} outside the repository and ${submission.files.length === 1 ? 'is' : 'are'} not in the sample.`] : []),
      ...(identities.open ? [] : ['This machine does not know the identities, so no name could be looked for.']),
      ...(knowing.length > 0 ? [`${listed(knowing)} scored it and may know it again.`] : []),
      'Its words stay in the repository and its history, also when the candidate’s record is erased.',
    ],
  };
}

function visitOf(opened: Opened, wanted: string): { readonly facts: CandidateFacts; readonly visit: VisitFacts } {
  const parts = wanted.split('/');
  const named = parts.length > 1 && opened.workspace.roles.has(parts[0] ?? '') ? parts : [undefined, ...parts];
  const [role, candidate = '', name] = named;
  if (named.length > 3 || candidate === '') throw new Mistake(`--from takes <candidate> or <candidate>/<visit>, found “${wanted}”.`);
  const openings = [...opened.workspace.candidates].flatMap(([id, folders]) => (folders.has(candidate) ? [id] : []));
  if (role === undefined && openings.length > 1) throw new Mistake(`“${candidate}” applied for ${listed(openings)}: say which, --from ${openings[0] ?? ''}/${candidate}.`);
  const [facts] = chooseCandidates({ options: { role }, words: [candidate] }, opened, 'calibrate new').candidates;
  if (!facts) throw new Mistake(`--from: nobody is called “${candidate}”.`);
  if (facts.folder.erased) throw new Mistake(`The record of “${candidate}” was erased on ${facts.folder.erased.value.on}.`);
  const handedIn = facts.visits.filter((visit) => facts.folder.submissions.has(visit.name) || facts.folder.submissionTexts.has(visit.name));
  const wrong = name === undefined ? undefined : oneOfThese(`visit of ${candidate} with something handed in`, handedIn.map((visit) => visit.name))(name);
  if (wrong !== undefined) throw new Mistake(`--from: ${wrong}`);
  const visit = name === undefined ? handedIn.at(-1) : handedIn.find((each) => each.name === name);
  if (!visit) throw new Mistake(`Nothing that “${candidate}” handed in is in the record.`);
  if (visit.leftAt === undefined && visit.panel?.complete === false) throw new Mistake(`${visit.name} of “${candidate}” still waits for scores: as a sample it would be talked about before they are in. Take one that is decided.`);
  return { facts, visit };
}

/** What in a text shows who somebody is, in words that do not repeat it; undefined when nothing does. */
async function revealing(text: string, owner: string, identities: Identities): Promise<string | undefined> {
  const WORDS = { name: 'a name', handle: 'a handle', address: 'an e-mail address', link: 'a link to a person' } as const;
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const found = [
    ...nameFinder(await identities.all()).find(text, owner).map(({ what, from }) => `${WORDS[what]} of the identity folder (line ${lineAt(from)})`),
    ...emailsIn(text).map(([from]) => `an e-mail address (line ${lineAt(from)})`),
    ...phonesIn(text).map(([from]) => `what looks like a telephone number (line ${lineAt(from)})`),
  ];
  return found.length === 0 ? undefined : listed([...new Set(found)]);
}
