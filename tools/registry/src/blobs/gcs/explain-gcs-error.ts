import { redactEmails, RegistryError } from '@orchestra/core';
import { isBrokenConnection } from './retry-transient.ts';
import { statusOf } from './status-of.ts';

/**
 * Translates an error of the Cloud Storage client. The original message names the account by its email, which
 * is removed; the rest is kept as the cause.
 *
 * @returns `bucket-missing`, `storage-forbidden`, `storage-unreachable` or `storage-failed`; an error that
 *   isn't the client's is returned unchanged
 */
export function explainGcsError(error: unknown, { bucket }: { bucket: string }): unknown {
  if (error instanceof RegistryError) return error;
  const status = statusOf(error);
  const text = textOf(error);
  const cause = new Error(redactEmails(text));
  if (status === 404) {
    return new RegistryError('bucket-missing', `There is no bucket '${bucket}'`, {
      hint: 'Check its name, or create it.',
      cause,
    });
  }
  if (status === 401 || status === 403) return forbidden(cause, { bucket, text });
  if (status === null && /credential|invalid_grant/i.test(text)) {
    return new RegistryError(
      'storage-forbidden',
      `No credentials for the bucket '${bucket}' can be read`,
      {
        hint: 'Sign in with `gcloud auth application-default login`, or name credentials in GOOGLE_APPLICATION_CREDENTIALS.',
        cause,
      },
    );
  }
  if (status === 429 || (status !== null && status >= 500) || status === 408) {
    return new RegistryError(
      'storage-unreachable',
      `Cloud Storage answers ${status} for the bucket '${bucket}', however often it is asked`,
      { hint: 'See https://status.cloud.google.com, and try again later.', cause },
    );
  }
  if (status === null && isBrokenConnection(error)) {
    return new RegistryError(
      'storage-unreachable',
      `Cloud Storage can't be reached for the bucket '${bucket}'`,
      { hint: 'Check the connection, then try again.', cause },
    );
  }
  if (status === null) return error;
  return new RegistryError(
    'storage-failed',
    `Cloud Storage refuses a request for the bucket '${bucket}' with ${status}`,
    { hint: 'Nothing was overwritten. Try again; if it stays, report it.', cause },
  );
}

function forbidden(cause: unknown, { bucket, text }: { bucket: string; text: string }) {
  const permission = /\bstorage\.[a-zA-Z]+\.[a-zA-Z]+\b/.exec(text)?.[0];
  const lacks = permission === undefined ? 'has no permission' : `lacks ${permission}`;
  return new RegistryError(
    'storage-forbidden',
    `The account that asks ${lacks} on the bucket '${bucket}'`,
    {
      hint: 'Grant it roles/storage.objectViewer, and roles/storage.objectCreator where it publishes.',
      cause,
    },
  );
}

/** True where the object is missing, rather than the bucket. */
export function isObjectMissing(error: unknown): boolean {
  return statusOf(error) === 404 && /No such object/i.test(textOf(error));
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error ?? '');
}
