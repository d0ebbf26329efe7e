/** Every kind of stage a pipeline may have. */
export const STAGE_KINDS = ['screening', 'call', 'take-home', 'code-review', 'written-design', 'interview', 'trial', 'final', 'offer'] as const;

/** What happens in a stage. */
export type StageKind = (typeof STAGE_KINDS)[number];

/** The candidate works alone and hands something in. */
export function isHandedIn(kind: StageKind): boolean {
  return kind === 'take-home' || kind === 'code-review' || kind === 'written-design';
}

/** Both sides meet at a booked time. */
export function isMeeting(kind: StageKind): boolean {
  return kind === 'call' || kind === 'interview' || kind === 'trial';
}

/** A stage that starts with our move: nothing is asked of the candidate on entry. */
export function startsAsOurs(kind: StageKind): boolean {
  return kind === 'screening' || kind === 'final' || kind === 'offer';
}

/** Every kind is scored against a rubric but our own decision and the offer. */
export function isScored(kind: StageKind): boolean {
  return kind !== 'final' && kind !== 'offer';
}
