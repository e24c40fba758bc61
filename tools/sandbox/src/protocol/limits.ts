/** Bounds of what an extension may use. All times are in milliseconds, all sizes in bytes. */
export const sandboxLimits = {
  /** Memory of an isolate. */
  isolateBytes: 128 * 1024 * 1024,
  /** How long code may run without giving way. */
  sliceMs: 1_000,
  /** How long `activate` and `deactivate` may take; time in which a person is asked doesn't count. */
  activateMs: 5_000,
  /** A line between host and engine. */
  messageBytes: 8 * 1024 * 1024,
  /** Calls, registrations and timers that are open at once, each. */
  openCalls: 10_000,
  /** What messages whose calls are open, and what is registered, may take together. */
  openBytes: 64 * 1024 * 1024,
  /** Lines of a log in a second; more of them are counted. */
  logLines: 1_000,
  /** Records of calls in a second; of more of them only the first of each kind is told. */
  callRecords: 1_000,
  /** Parts of a stream that wait to be read, of at most a megabyte where they are bytes. */
  unreadParts: 8,
  /** What the engine may have waiting for a host that reads slowly, and its host for it. */
  unsentBytes: 64 * 1024 * 1024,
  /** Between two pings. */
  pingMs: 1_000,
  /** Pings in a row without an answer after which the engine is ended. */
  missedPings: 3,
  /** Restarts of a build within a minute, after which it isn't started again. */
  restarts: 3,
} as const;
