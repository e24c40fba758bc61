/** How a bucket is reached. */
export interface GcsOptions {
  /** Origin of the JSON API, such as that of an emulator; Google's where absent. */
  endpoint?: string;
  /**
   * Whether credentials are sent: to Google's endpoint, where nothing is said, and to no other. Uploads
   * in pieces send them to Google's domains alone, as the client decides.
   */
  authenticate?: boolean;
  patience?: Partial<Patience>;
}

/** How long an operation is tried. */
export interface Patience {
  /** Tries while the service answers that it can't now. */
  attempts: number;
  /** Tries while it can't be reached at all. */
  unreachableAttempts: number;
  /** Milliseconds before the second try, doubled before each further one, and at most… */
  firstDelayMs: number;
  /** …these. */
  maxDelayMs: number;
  /** Milliseconds that one try may take. */
  attemptMs: number;
}

/** Some three minutes for a service that is down, ten seconds for one that isn't there. */
export const defaultPatience: Patience = {
  attempts: 12,
  unreachableAttempts: 5,
  firstDelayMs: 500,
  maxDelayMs: 30_000,
  attemptMs: 10 * 60_000,
};
