import type { Problem } from './problem.ts';

/**
 * Everything that can fail while acting: a closed list.
 *
 * What a person got wrong in a file they wrote is a {@link Problem} instead; an error of code
 * `problems-found` carries those.
 */
export const registryErrorCodes = [
  // usage
  'usage',
  'consent-required',
  'cancelled',
  // authentication
  'token-missing',
  'token-invalid',
  'scope-missing',
  'not-an-admin',
  'rate-limited',
  'not-an-owner',
  'publish-by-pull-request',
  'approval-missing',
  'review-required',
  'review-waiting',
  'review-declined',
  'review-queue-full',
  'pull-request-closed',
  'not-live-yet',
  // what the client sent
  'problems-found',
  'body-too-large',
  'body-incomplete',
  'body-timeout',
  'body-invalid',
  'media-type-unsupported',
  'digest-missing',
  'digest-mismatch',
  'package-invalid',
  'name-taken',
  'name-mismatch',
  'name-near',
  'version-exists',
  'source-pinned',
  'source-unusable',
  'host-unknown',
  'origin-forbidden',
  // what the client asked for
  'not-found',
  'method-not-allowed',
  'extension-unknown',
  'version-unknown',
  'range-invalid',
  'no-version-satisfies',
  'only-yanked-versions',
  'only-prereleases',
  'engine-too-new',
  'version-quarantined',
  'not-installed',
  'no-previous-version',
  'code-review-unknown',
  'review-unknown',
  'review-exists',
  'review-forbidden',
  'install-missing',
  'idempotency-mismatch',
  // network and servers
  'registry-unreachable',
  'registry-not-one',
  'registry-failed',
  'index-conflict',
  'index-damaged',
  'blob-conflict',
  'blob-missing',
  'bucket-missing',
  'storage-forbidden',
  'storage-unreachable',
  'storage-failed',
  'state-corrupted',
  'busy',
  'port-taken',
  'file-unreadable',
  'file-unwritable',
  'folder-not-empty',
  'git-failed',
  'bundler-failed',
  'sandbox-missing',
  'not-runnable',
  'not-ready',
  'salts-kept',
  'github-unreachable',
  'github-failed',
  'database-unreachable',
  'database-newer',
  'history-rewritten',
  'mass-removal',
  'site-build-failed',
  'user-unknown',
] as const;
/** A code of a {@link RegistryError}. */
export type RegistryErrorCode = (typeof registryErrorCodes)[number];

/** What a {@link RegistryError} is made from. */
export interface RegistryErrorOptions {
  /** What to do next, as one sentence for the person who sees the error. */
  hint?: string;
  /** All problems at once, where the cause is something a person wrote. */
  problems?: readonly Problem[];
  cause?: unknown;
}

/** A failure with a code from the closed union, a message (what happened) and a hint (what to do next). */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  readonly code: RegistryErrorCode;
  readonly hint: string | undefined;
  readonly problems: readonly Problem[];

  constructor(code: RegistryErrorCode, message: string, options: RegistryErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.problems = options.problems ?? [];
  }
}
