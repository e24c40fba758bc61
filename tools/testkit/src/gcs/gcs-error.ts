/** An error as the JSON API answers it. */
export class GcsError extends Error {
  override readonly name = 'GcsError';
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string, message: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  /** The answer's body. */
  get body(): object {
    const { status: code, reason, message } = this;
    return { error: { code, message, errors: [{ message, domain: 'global', reason }] } };
  }
}

/** What the real one says, from which a client tells a missing object from a missing bucket. */
export function noSuchBucket(): GcsError {
  return new GcsError(404, 'notFound', 'The specified bucket does not exist.');
}

/** An object that isn't there. */
export function noSuchObject(bucket: string, name: string): GcsError {
  return new GcsError(404, 'notFound', `No such object: ${bucket}/${name}`);
}

/** A request that isn't one of the API's, or whose parts contradict each other. */
export function invalid(message: string): GcsError {
  return new GcsError(400, 'invalid', message);
}
