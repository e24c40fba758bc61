import { systemCode } from '@orchestra/core/node';
import { ServiceError, type ServiceErrorCode } from '../service-error.ts';

const meanings: Readonly<Record<string, [ServiceErrorCode, string]>> = {
  ENOENT: ['not-found', 'there is nothing by this name'],
  ENOTDIR: ['not-a-directory', 'it, or something on the way to it, is not a folder'],
  EISDIR: ['is-a-directory', 'it is a folder'],
  EEXIST: ['exists', 'something by this name is there already'],
  ENOTEMPTY: ['not-empty', 'the folder is not empty; ask for it with `recursive: true`'],
  EACCES: ['no-access', 'the system denies it'],
  EPERM: ['no-access', 'the system denies it'],
  EROFS: ['no-access', 'the disk is read-only'],
  ENXIO: ['not-a-file', 'it is not a file'],
  ELOOP: ['not-found', 'links lead in a circle'],
  ESTALE: ['not-found', 'a folder on the way to it was replaced meanwhile; try again'],
  ENAMETOOLONG: ['invalid-argument', 'a name in it is too long'],
  EINVAL: ['invalid-argument', 'the system takes no such name'],
  ENOSPC: ['no-space', 'the disk is full'],
  EDQUOT: ['no-space', 'the disk is full'],
  EMFILE: ['too-many', 'too many files are open'],
};

/**
 * The error of a file, without the paths that the system's own message has.
 *
 * @param what.action `read`, `write` …
 * @param what.path as the extension gave it
 */
export function toFileError(error: unknown, what: { action: string; path: string }): ServiceError {
  if (error instanceof ServiceError) {
    if (error.message.includes(`'${what.path}'`)) return error;
    const told = `Can't ${what.action} '${what.path}': ${error.message}`;
    return new ServiceError(error.code, told, { cause: error.cause });
  }
  const system = systemCode(error) ?? 'unknown';
  const [code, meaning] = meanings[system] ?? ['failed', `the system says ${system}`];
  return new ServiceError(code, `Can't ${what.action} '${what.path}': ${meaning}`, {
    cause: error,
  });
}
