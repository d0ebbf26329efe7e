import type { Change } from '../../model/change.ts';
import { NotWritten } from '../../store/write.ts';
import { settleIdentities, takeBackIdentity, writeIdentity } from '../../identity/write.ts';
import { applyPlan, type Commitment, type Written } from '../apply.ts';
import type { Context, Input } from '../command.ts';
import { progressOn } from '../progress.ts';
import type { PlannedCandidate } from './plan.ts';

/** A place where a test may end the run. */
export type Watch = (where: string) => void;

/**
 * Writes an import: the identities first, which reserve the pseudonyms, then every record in one commit. A run that is killed in between
 * leaves identities without records, and the next run of the same sheet gives them their records under the same pseudonyms.
 * @throws NotWritten when nothing was written; what this run had put into the folder of the identities is gone again
 */
export async function writeImport(context: Context, input: Input, root: string, folder: string, candidates: readonly PlannedCandidate[], commitment: Commitment, before: Watch = () => undefined): Promise<Written> {
  const progress = progressOn(context);
  const begun: string[] = [];
  try {
    for (const [index, { candidate, identity }] of candidates.entries()) {
      if (identity === undefined) continue;
      before(`identity ${candidate}`);
      writeIdentity(folder, candidate, identity, { sync: false });
      begun.push(candidate);
      if (index % 100 === 0) progress.step(`Writing identity ${index + 1} of ${candidates.length}`);
    }
    await settleIdentities(folder, begun);
    progress.step(`Writing ${candidates.length} records`);
    before('records');
    progress.clear();
    const changes: Change[] = candidates.flatMap((each) => each.changes);
    return await applyPlan(context, input, root, changes, commitment);
  } catch (error) {
    progress.clear();
    if (error instanceof NotWritten) for (const candidate of begun) takeBackIdentity(folder, candidate);
    throw error;
  }
}
