/** What a service may fail with, for programs. */
export type ServiceErrorCode =
  | 'aborted'
  | 'damaged'
  | 'exists'
  | 'failed'
  | 'git-failed'
  | 'invalid-argument'
  | 'invalid-setting'
  | 'is-a-directory'
  | 'local-address'
  | 'network-failed'
  | 'no-access'
  | 'no-answer'
  | 'no-space'
  | 'not-a-directory'
  | 'not-a-file'
  | 'not-a-repository'
  | 'not-empty'
  | 'not-found'
  | 'not-supported'
  | 'not-text'
  | 'nothing-to-commit'
  | 'outside-workspace'
  | 'read-only'
  | 'refused-by-person'
  | 'timeout'
  | 'too-large'
  | 'too-many'
  | 'unknown-setting';

/**
 * Why a service didn't do what it was asked for. The message goes to the extension: it names nothing of the
 * machine that the extension didn't name itself; what a person may see more stands in `cause`.
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ServiceErrorCode;

  constructor(code: ServiceErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
