import {
  type ProblemDetails,
  redactEmails,
  RegistryError,
  type RegistryErrorCode,
} from '@orchestra/core';

/**
 * Describes an error for the client. An error that isn't a {@link RegistryError} is a bug, and its text is
 * left out.
 */
export function toProblemDetails(error: unknown): ProblemDetails {
  const known = error instanceof RegistryError ? error : fromFastify(error);
  const status = statuses[known.code] ?? 500;
  return {
    type: `urn:orchestra:problem:${known.code}`,
    title: known.code.replaceAll('-', ' '),
    status,
    detail: redactEmails(known.message), // quoted input may contain one
    code: known.code,
    ...(known.hint === undefined ? {} : { hint: known.hint }),
    problems: [...known.problems],
  };
}

/** HTTP status by error code; a code that isn't listed gets 500. */
const statuses: Partial<Record<RegistryErrorCode, number>> = {
  'token-missing': 401,
  'token-invalid': 401,
  'not-an-owner': 403,
  'not-an-admin': 403,
  'scope-missing': 403,
  'review-forbidden': 403,
  'install-missing': 403,
  'name-taken': 403,
  'publish-by-pull-request': 403,
  'approval-missing': 403,
  'review-required': 403,
  'review-waiting': 403,
  'review-declined': 403,
  'origin-forbidden': 403,
  'source-pinned': 403,
  'not-found': 404,
  'extension-unknown': 404,
  'version-unknown': 404,
  'review-unknown': 404,
  'code-review-unknown': 404,
  'user-unknown': 404,
  'method-not-allowed': 405,
  'version-exists': 409,
  'review-exists': 409,
  'name-near': 409,
  'index-conflict': 409,
  'blob-conflict': 409,
  'version-quarantined': 409,
  'body-timeout': 408,
  'body-too-large': 413,
  'media-type-unsupported': 415,
  'host-unknown': 421,
  'problems-found': 422,
  'package-invalid': 422,
  'name-mismatch': 422,
  'idempotency-mismatch': 422,
  'rate-limited': 429,
  'review-queue-full': 429,
  'body-incomplete': 400,
  'body-invalid': 400,
  'digest-missing': 400,
  'digest-mismatch': 400,
  usage: 400,
  busy: 503,
  'not-ready': 503,
  'database-unreachable': 503,
  'storage-unreachable': 503,
};

function fromFastify(error: unknown): RegistryError {
  const { statusCode, message, code } = readError(error);
  if (statusCode === 415) {
    return new RegistryError(
      'media-type-unsupported',
      'Expected a body of application/json, or application/gzip for a package; found another type',
      { hint: 'Say so in Content-Type, without which a body is of no type.' },
    );
  }
  if (code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_MAX_PARAM_LENGTH') {
    return new RegistryError('usage', 'The address is too long, or not encoded as it should be', {
      hint: 'Encode every part of the path, in UTF-8.',
    });
  }
  if (statusCode === 413) return new RegistryError('body-too-large', message);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new RegistryError(code === 'FST_ERR_VALIDATION' ? 'usage' : 'body-invalid', message, {
      hint: 'See /openapi.json for what this route takes.',
    });
  }
  return new RegistryError('registry-failed', 'The registry failed to answer', {
    hint: 'Try again; if it goes on, tell the operator of the registry.',
    cause: error,
  });
}

function readError(error: unknown): { statusCode?: number; message: string; code?: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const statusCode = 'statusCode' in error ? error.statusCode : undefined;
  const code = 'code' in error ? error.code : undefined;
  return {
    message: error.message,
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    ...(typeof code === 'string' ? { code } : {}),
  };
}
