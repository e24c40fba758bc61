/** Settings of the connection to a bucket. */
export interface GcsOptions {
  /** Origin of the JSON API, such as an emulator's; Google's by default. */
  endpoint?: string;
  /**
   * Whether to send credentials. By default they are sent only to Google's endpoint. Uploads in pieces send
   * them only to Google's domains, because the client decides so.
   */
  authenticate?: boolean;
  patience?: Partial<Patience>;
}

/** How long and how often an operation is tried. */
export interface Patience {
  /** Tries while the service answers that it is unavailable. */
  attempts: number;
  /** Tries while the service can't be reached at all. */
  unreachableAttempts: number;
  /** Milliseconds before the second try; doubled before each further one, up to `maxDelayMs`. */
  firstDelayMs: number;
  /** The longest delay, in milliseconds. */
  maxDelayMs: number;
  /** Milliseconds that one try may take. */
  attemptMs: number;
}

/** About three minutes for a service that is unavailable, ten seconds for one that can't be reached. */
export const defaultPatience: Patience = {
  attempts: 12,
  unreachableAttempts: 5,
  firstDelayMs: 500,
  maxDelayMs: 30_000,
  attemptMs: 10 * 60_000,
};
