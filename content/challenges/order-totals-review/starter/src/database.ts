/** The part of our PostgreSQL client that this service uses. Rows have the names of their columns. */
export interface Database {
  query(sql: string, parameters?: unknown[]): Promise<any[]>;
}
