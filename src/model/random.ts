/** Where chance comes from: the machine's in a command, a seed in a test. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit` (≥ 1), each equally likely. */
  below(limit: number): number;
}
