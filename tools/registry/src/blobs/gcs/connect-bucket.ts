import { type Bucket, Storage } from '@google-cloud/storage';
import { type GcsOptions, type Patience } from './gcs-options.ts';

/** A bucket as its operations reach it. */
export interface ConnectedBucket {
  /** For single requests, which {@link retryTransient} repeats. */
  bucket: Bucket;
  /** For uploads in pieces, where the client itself goes on after a piece that failed. */
  uploads: Bucket;
  patience: Patience;
  /** Headers that say who asks; none for an endpoint that is asked without. */
  authorize(url: string): Promise<Headers>;
}

/** Prepares to reach a bucket; nothing is asked yet. */
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
