import type { VisitFacts } from '../../analysis/facts.ts';
import type { Stage } from '../../model/pipeline.ts';
import type { CandidateFolder } from '../../model/workspace.ts';
import { orNull } from '../instants.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedVisit } from '../published/candidate.ts';
import { sanitise } from '../text/sanitise.ts';

/** What a candidate handed in for a visit, sanitised; null when there is nothing. */
export function publishedSubmission(visit: VisitFacts, folder: CandidateFolder, stage: Stage | undefined, lookup: Lookup): PublishedVisit['submission'] {
  const submission = folder.submissions.get(visit.name)?.value;
  const text = folder.submissionTexts.get(visit.name)?.value;
  if (!submission && text === undefined) return null;
  if (submission && Date.parse(submission.received) > lookup.now) return null;
  const questions = stage?.questions === undefined ? undefined : lookup.workspace.questions.get(stage.questions)?.value.questions;
  return {
    received: orNull(submission?.received),
    minutes: orNull(submission?.minutes_reported),
    links: (submission?.links ?? []).map((link) => ({ kind: link.kind, url: link.url, commit: orNull(link.commit) })),
    files: (submission?.files ?? []).map((file) => ({ name: file.name, bytes: file.bytes })),
    ai: submission?.ai === undefined ? null : { used: submission.ai.used, note: orNull(submission.ai.note) },
    answers: Object.entries(submission?.answers ?? {}).map(([id, answer]) => ({
      id, ask: questions?.find((question) => question.id === id)?.ask ?? id, answer: sanitise(answer),
    })),
    text: text === undefined ? null : sanitise(text),
  };
}
