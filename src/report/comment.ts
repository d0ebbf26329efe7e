import type { RoleEffect } from '../analysis/effect-process.ts';
import { messageSection, type ChangedMessage } from './comment-message.ts';
import { problemSection, verdictLine, type CommentProblem } from './comment-problems.ts';
import { processSection, recordSection, valueSection, type ChangedRecord, type ChangedValues } from './comment-process.ts';
import { rubricSection, type ChangedRubric } from './comment-rubric.ts';
import { scoreSection, type ScoredSession, type ScoredVisit } from './comment-scores.ts';
import type { CommentPlace } from './comment-words.ts';

/** Everything that is answered to a pull request. */
export interface PullRequestAnswer {
  readonly place: CommentPlace;
  readonly problems: readonly CommentProblem[];
  readonly scores: readonly ScoredVisit[];
  readonly samples: readonly ScoredSession[];
  readonly rubrics: readonly ChangedRubric[];
  readonly roles: readonly RoleEffect[];
  readonly messages: readonly ChangedMessage[];
  readonly values: readonly ChangedValues[];
  readonly records: readonly ChangedRecord[];
}

/** What GitHub takes for one comment, in characters. */
export const MOST_CHARACTERS = 65_536;
/** Room for the marker before and the sentence after. */
const RESERVED = 600;

const FOOTER = '<sub>This comment keeps itself: it changes with the pull request. <code>hire explain</code> says more of every code.</sub>';

/** The answer in Markdown: the verdict first, then what is wrong and where, then what the change means. The same pull request gives the same words. */
export function commentText({ place, problems, scores, samples, rubrics, roles, messages, values, records }: PullRequestAnswer): string {
  const parts = [
    verdictLine(problems), problemSection(problems, place), scoreSection(scores, samples, place), ...rubrics.map(rubricSection),
    processSection(roles), messageSection(messages), valueSection(values), recordSection(records), FOOTER,
  ];
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

/**
 * The text where it fits into one comment; otherwise as many whole parts of it as fit, and a sentence that says where the rest is.
 * @param rest where the whole is, as words
 */
export function cutToFit(text: string, rest: string, most = MOST_CHARACTERS): string {
  if (text.length <= most - RESERVED) return text;
  const sentence = `\n\n**There is more than one comment holds.** The whole is in ${rest}.\n`;
  const budget = most - RESERVED - sentence.length;
  // Parts begin with a heading; a part that is cut inside could leave a fence or a table open.
  const parts = text.split(/\n\n(?=### )/);
  let kept = '';
  for (const part of parts) {
    if (kept.length + part.length + 2 > budget) break;
    kept += kept === '' ? part : `\n\n${part}`;
  }
  return `${kept === '' ? wholeLines(parts[0] ?? '', budget) : kept}${sentence}`;
}

/** Headings and list items stand alone, so a first part of many of them may end after any. */
function wholeLines(text: string, budget: number): string {
  const end = text.lastIndexOf('\n', budget);
  return text.slice(0, end === -1 ? budget : end);
}
