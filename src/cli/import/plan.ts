import { candidateSchema } from '../../model/candidate.ts';
import type { Change } from '../../model/change.ts';
import type { Identity } from '../../model/identities.ts';
import { drawPseudonym } from '../../model/pseudonym.ts';
import type { Random } from '../../model/random.ts';
import { submissionSchema } from '../../model/submission.ts';
import { nameFinder, type NameFinder } from '../../checks/names.ts';
import { judgeText } from '../../checks/run.ts';
import { checked } from '../../identity/write.ts';
import { printIdentity } from '../../identity/print.ts';
import type { Newcomer, RefusedRow } from '../../intake/newcomer.ts';
import type { Sorted } from '../../intake/known.ts';
import { candidateText, submissionText } from '../../intake/record.ts';
import { NotWritten } from '../../store/write.ts';
import { characterProblems } from '../../text/characters.ts';
import { MAX_BYTES } from '../../text/yaml-limits.ts';
import { readYaml } from '../../text/yaml-record.ts';
import { modeline } from '../new-files.ts';
import { divideAnswers } from './withhold.ts';

/** What records are made with. */
export interface PlanTerms {
  readonly role: string;
  /** The first stage. */
  readonly stage: string;
  /** Where the sheet says no day, the record may be kept until this one. */
  readonly keepUntil: string;
  /** The clock as records write it: when they applied, where the sheet does not say. */
  readonly now: string;
  readonly today: string;
  readonly random: Random;
  /** Names that stand for somebody already; drawn ones are added. */
  readonly taken: Set<string>;
  /** Everybody the folder knows. */
  readonly identities: ReadonlyMap<string, Identity>;
}

/** One new application. */
export interface PlannedCandidate {
  readonly newcomer: Newcomer;
  readonly candidate: string;
  /** The text of `identity.yml`; undefined where an earlier run wrote it. */
  readonly identity: string | undefined;
  readonly applied: string;
  readonly keepUntil: string;
  readonly changes: readonly Change[];
  /** Questions whose answer shows who wrote it. */
  readonly withheld: readonly string[];
}

/** Everything an import writes, and the rows that turned out not to fit into a record. */
export interface ImportPlan {
  readonly candidates: readonly PlannedCandidate[];
  readonly refused: readonly RefusedRow[];
}

/** Plans the new applications of a sheet: a pseudonym for each, the identity, and the record without anything that shows who it is. */
export function planImport(sorted: Sorted, terms: PlanTerms): ImportPlan {
  const drawn = [
    ...sorted.fresh.map(({ newcomer, digest }) => ({ newcomer, digest, candidate: draw(terms), applied: newcomer.applied ?? terms.now, begun: false })),
    ...sorted.unfinished.map(({ newcomer, digest, known }) => ({ newcomer, digest, candidate: known.candidate, applied: newcomer.applied ?? known.imported?.applied ?? terms.now, begun: true })),
  ].sort((a, b) => a.newcomer.row - b.newcomer.row);
  const everybody = new Map(terms.identities);
  for (const { candidate, newcomer } of drawn) everybody.set(candidate, asIdentity(newcomer));
  const finder = nameFinder(everybody);
  const refused: RefusedRow[] = [];
  const candidates = drawn.flatMap(({ newcomer, digest, candidate, applied, begun }): PlannedCandidate[] => {
    const folder = `content/candidates/${terms.role}/${candidate}`;
    const path = `${folder}/submissions/${terms.stage}.yml`;
    const { shown, withheld, clean } = divideAnswers(path, candidate, newcomer.answers, finder);
    const keepUntil = newcomer.keepUntil ?? terms.keepUntil;
    const record = change(`${folder}/candidate.yml`, 'candidate', candidateText({ applied, source: newcomer.source, keepUntil, stage: terms.stage }));
    const answers = Object.keys(shown).length === 0 ? [] : [change(path, 'submission', submissionText(applied, shown))];
    const { name, email, links, handles, timezone, language, kept, extras } = newcomer;
    const identity = printIdentity({ name, email, links, handles, timezone, language, answers: { ...kept, ...withheld }, application: extras, imported: { role: terms.role, on: terms.today, applied, row: digest } });
    const fault = faultOf(candidate, identity, [record, ...answers], clean ? [record] : [record, ...answers], finder);
    if (fault !== undefined) {
      refused.push({ row: newcomer.row, reason: fault });
      return [];
    }
    return [{ newcomer, candidate, identity: begun ? undefined : identity, applied, keepUntil, changes: [record, ...answers], withheld: Object.keys(withheld) }];
  });
  return { candidates, refused };
}

function draw({ random, taken }: PlanTerms): string {
  const candidate = drawPseudonym(random, taken);
  taken.add(candidate);
  return candidate;
}

/** An newcomer as the folder of the identities will know them. */
function asIdentity({ name, email, links, handles }: Newcomer): Identity {
  return { name, links, handles, ...(email !== undefined && { email }) };
}

function change(path: string, schema: string, text: string): Change {
  return { path, before: undefined, after: `${modeline(path, schema)}\n${text}` };
}

/** Why what would be written must not be: everything is read back as `hire check` will read it. `doubtful`: what has not been searched for names as a whole. */
function faultOf(candidate: string, identity: string, changes: readonly Change[], doubtful: readonly Change[], finder: NameFinder): string | undefined {
  try {
    checked(`${candidate}/identity.yml`, identity);
  } catch (error) {
    if (error instanceof NotWritten) return `its identity could not be read again: ${error.message.replace(/^\S+ would not be readable: | Nothing was written\.$/g, '')}`;
    throw error;
  }
  for (const { path, after = '' } of changes) {
    if (new TextEncoder().encode(after).length > MAX_BYTES) return 'its answers do not fit into one record of 64 KB';
    const schema = path.endsWith('/candidate.yml') ? candidateSchema : submissionSchema;
    const [problem] = [...characterProblems(path, after), ...readYaml(schema, 'the record', path, after).problems, ...judgeText(path, after)];
    if (problem) return `its record would have a problem (${problem.code}, line ${problem.line})`;
  }
  return doubtful.some(({ after = '' }) => finder.find(after, candidate).length > 0) ? 'its record would hold a word that is somebody’s name or handle' : undefined;
}
