import type { OpenFlags } from '../../../services/services.ts';
import { nodeError } from '../node-error.ts';
import { toMode } from './paths.ts';

/** As on Linux. */
export const constants = {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  COPYFILE_EXCL: 1,
  COPYFILE_FICLONE: 2,
  COPYFILE_FICLONE_FORCE: 4,
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_SYNC: 0o4010000,
  S_IFMT: 0o170000,
  S_IFREG: 0o100000,
  S_IFDIR: 0o040000,
  S_IFLNK: 0o120000,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IWUSR: 0o200,
  S_IXUSR: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
} as const;

const { O_APPEND, O_CREAT, O_EXCL, O_RDWR, O_TRUNC, O_WRONLY } = constants;

/** How a file is opened, by a text such as `wx+` or by the sum of constants. */
export function toFlags(given: unknown, mode?: unknown): OpenFlags {
  const number = typeof given === 'number' ? given : toNumber(given);
  const access = number & 3;
  return {
    read: access !== O_WRONLY,
    write: access !== 0,
    append: (number & O_APPEND) !== 0,
    create: (number & O_CREAT) !== 0,
    exclusive: (number & O_EXCL) !== 0,
    truncate: (number & O_TRUNC) !== 0,
    mode: toMode(mode),
  };
}

function toNumber(given: unknown): number {
  const text = String(given);
  const [, letter = '', rest = ''] = /^([rwa])([sx+]*)$/.exec(text) ?? [];
  const isKnown = rest.length === new Set(rest).size && !(letter === 'r' && rest.includes('x'));
  if (letter === '' || !isKnown) {
    const message = `The argument 'flags' is invalid. Received '${text}'`;
    throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', message);
  }
  const access = rest.includes('+') ? O_RDWR : letter === 'r' ? 0 : O_WRONLY;
  const made = letter === 'w' ? O_CREAT | O_TRUNC : letter === 'a' ? O_CREAT | O_APPEND : 0;
  return access | made | (rest.includes('x') ? O_EXCL : 0);
}
