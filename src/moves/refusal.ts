/** Why a move is not possible, and what is: two sentences for people. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** A refusal, thrown among the functions of a plan and turned into a result by it; nobody outside sees it. */
export class NotPossible extends Error implements Refusal {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
