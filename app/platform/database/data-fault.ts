/**
 * Whether the database refused a statement for what its rows hold: SQLSTATE classes 22 and 23. The same rows are refused again.
 * Source: https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
export function isDataFault(error: unknown): boolean {
  return /^2[23]/.test(sqlStateOf(error));
}

/** The SQLSTATE of an error of `pg`; empty for any other. */
export function sqlStateOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? '');
}
