import { type Bucket, Storage } from '@google-cloud/storage';
import { type GcsOptions, type Patience } from './gcs-options.ts';

/** A bucket with the clients that its operations use. */
export interface ConnectedBucket {
  /** For single requests, which {@link retryTransient} repeats. */
  bucket: Bucket;
  /** For uploads in pieces: the client itself resumes after a failed piece. */
  uploads: Bucket;
  patience: Patience;
  /** Headers that authenticate a request; empty for an endpoint without authentication. */
  authorize(url: string): Promise<Headers>;
}

/** Prepares the clients of a bucket. Sends no request yet. */
export function connectBucket(
  name: string,
  options: GcsOptions & { patience: Patience },
): ConnectedBucket {
  const { endpoint, authenticate = endpoint === undefined, patience } = options;
  const shared = {
    ...(endpoint === undefined ? {} : { apiEndpoint: endpoint }),
    useAuthWithCustomEndpoint: authenticate,
    timeout: Math.min(patience.attemptMs, 60_000),
  };
  const client = new Storage({ ...shared, retryOptions: { autoRetry: false } });
  const maxRetryDelay = Math.max(patience.maxDelayMs / 1000, 1); // seconds, and no fewer
  const resuming = new Storage({ ...shared, retryOptions: { maxRetries: 2, maxRetryDelay } });
  return {
    bucket: client.bucket(name),
    uploads: resuming.bucket(name),
    patience,
    authorize: async (url) =>
      authenticate ? client.authClient.getRequestHeaders(url) : new Headers(),
  };
}
