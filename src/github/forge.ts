/** A repository on GitHub. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** A pull request, as far as this product needs it. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
}

/** What a pull request asks for. */
export interface Proposal {
  /** The branch to be merged. */
  readonly head: string;
  /** The branch it goes into; the repository's default branch when undefined. */
  readonly base?: string;
  readonly title: string;
  readonly body: string;
}

/** An issue, as far as this product needs it. */
export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
  /** Whether the account that asks wrote it; words of others are never touched. */
  readonly own: boolean;
}

/** A new issue. */
export interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** Accounts; one that cannot be assigned is left out. */
  readonly assignees: readonly string[];
}

/** What is to change of an issue; the rest stays. */
export interface IssueEdit {
  readonly title?: string;
  readonly body?: string;
  readonly open?: boolean;
}

/** One repository on GitHub; every call throws {@link ForgeError} when it is refused or nobody answers. */
export interface Forge {
  readonly repository: Repository;
  /** Opens a pull request, or returns the open one of the same branch: calling it again changes nothing. */
  createPullRequest(proposal: Proposal): Promise<PullRequest & { readonly created: boolean }>;
  /** Every issue with the label, open and closed, all pages of them. */
  issues(label: string): Promise<readonly Issue[]>;
  createIssue(issue: NewIssue): Promise<Issue>;
  editIssue(number: number, edit: IssueEdit): Promise<void>;
}

/** Why GitHub did not do it. */
export type ForgeFault = 'token' | 'forbidden' | 'missing' | 'refused' | 'limit' | 'broken' | 'unreachable';

/** GitHub refused, or nobody answered; the message says it in words a person can act on and holds no token. */
export class ForgeError extends Error {
  override readonly name = 'ForgeError';
  readonly fault: ForgeFault;

  constructor(fault: ForgeFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
