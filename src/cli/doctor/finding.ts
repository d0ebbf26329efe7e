/** One thing that was looked at. */
export interface Finding {
  readonly name: string;
  readonly fine: boolean;
  /**
   * `stop`: nothing else is to be done before this; `limit`: the plan does not have it, so nobody can mend it here; `unseen`: the token does
   * not show it. The last two count as nothing to do.
   */
  readonly grade?: 'stop' | 'limit' | 'unseen';
  readonly what: string;
  /** What to do; only where something is to be done. */
  readonly remedy?: string;
}

export const fine = (name: string, what: string): Finding => ({ name, fine: true, what });
export const todo = (name: string, what: string, remedy: string): Finding => ({ name, fine: false, what, remedy });
export const stop = (name: string, what: string, remedy: string): Finding => ({ name, fine: false, grade: 'stop', what, remedy });
export const limit = (name: string, what: string, remedy: string): Finding => ({ name, fine: false, grade: 'limit', what, remedy });
export const unseen = (name: string, what: string, remedy: string): Finding => ({ name, fine: false, grade: 'unseen', what, remedy });

/** Whether somebody has to do something about it. */
export function isOpen({ fine: done, grade }: Finding): boolean {
  return !done && grade !== 'limit' && grade !== 'unseen';
}
