import { RegistryError } from '@orchestra/core';

/**
 * Classes and codes of temporary PostgreSQL errors.
 *
 * Source: https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const passing = /^(?:08...|53...|57P0[1-5]|25P0[34])$/;
const network = /^(?:ECONN|EPIPE|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|EAI_AGAIN|ENOENT$)/;

/** Turns a temporary error of the database into `database-unreachable`; returns any other error unchanged. */
export function toDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const lost =
    /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;
  if (!passing.test(code) && !network.test(code) && !lost.test(error.message)) return error;
  return new RegistryError('database-unreachable', 'The database does not answer', {
    hint: 'Try again in a moment; packages can be installed meanwhile.',
    cause: error,
  });
}

/** The SQLSTATE of a PostgreSQL error, five characters; null for any other error. */
export function sqlState(error: unknown): string | null {
  const known = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return known && /^[0-9A-Z]{5}$/.test(String(error.code)) ? String(error.code) : null;
}
