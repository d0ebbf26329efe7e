import type { ChallengeHealth } from '../../analysis/health/challenge.ts';
import type { ChallengeFolder } from '../../model/workspace.ts';
import type { Challenge } from '../../model/challenge.ts';
import { orNull } from '../instants.ts';
import { stageOfRole, type Lookup } from '../lookup.ts';
import type { PublishedChallenge } from '../published/process.ts';
import { publishedChallengeHealth } from './health.ts';
import { stagesUsing } from './uses.ts';

/** The page of one challenge. Of its key only the number of points is published. */
export function publishedChallenge(id: string, folder: ChallengeFolder, health: ChallengeHealth, lookup: Lookup): PublishedChallenge {
  const challenge = folder.page.value;
  const minutes = reportedMinutes(id, lookup);
  return {
    id,
    title: challenge.title,
    kind: challenge.kind,
    version: challenge.version,
    rubric: challenge.rubric,
    rubricTitle: lookup.workspace.rubrics.get(challenge.rubric)?.current?.value.title ?? challenge.rubric,
    effort: challenge.effort?.text ?? null,
    length: challenge.length?.text ?? null,
    window: challenge.window?.text ?? null,
    startWithin: challenge.start_within?.text ?? null,
    deliverables: [...challenge.deliverables],
    acceptance: [...challenge.acceptance],
    notMarked: [...challenge.not_marked],
    doNotBuild: [...challenge.do_not_build],
    limits: challenge.limits === undefined ? null : { words: orNull(challenge.limits.words), video: challenge.limits.video?.text ?? null },
    ai: challenge.ai === undefined ? null : { use: challenge.ai.use, means: challenge.ai.means },
    compensation: compensationWords(challenge),
    retireAfter: orNull(challenge.retire_after),
    usedBy: stagesUsing(lookup, (stage) => stage.challenge === id),
    starter: [...folder.starter].map(([path, text]) => ({ path, text: orNull(text) })),
    keyPoints: (folder.key?.value.defects.length ?? 0) + (folder.key?.value.expect.length ?? 0),
    handedIn: minutes.handedIn,
    minutes: minutes.minutes.sort((a, b) => a - b),
    health: publishedChallengeHealth(health, lookup),
  };
}

/** "€1,500 per week" as the rest of the process writes it: amount, currency, period. */
export function compensationWords(challenge: Challenge): string | null {
  if (!challenge.compensation) return null;
  const { amount, currency, per } = challenge.compensation;
  return `${amount.toLocaleString('en-GB')} ${currency} per ${per}`;
}

/** Working times that candidates stated for a challenge, and how many handed something in. */
function reportedMinutes(id: string, lookup: Lookup): { handedIn: number; minutes: number[] } {
  const minutes: number[] = [];
  let handedIn = 0;
  for (const facts of lookup.facts.all) {
    for (const visit of facts.visits) {
      if (visit.submitted === undefined || stageOfRole(lookup.workspace, facts.role, visit.stage)?.challenge !== id) continue;
      handedIn += 1;
      const reported = facts.folder.submissions.get(visit.name)?.value.minutes_reported;
      if (reported !== undefined) minutes.push(reported);
    }
  }
  return { handedIn, minutes };
}
