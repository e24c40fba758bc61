import { failureReasons } from '../protocol/messages.ts';

/** Why an extension doesn't run (any longer). */
export type StopReason = (typeof failureReasons)[number] | 'too-late';

/** A build that can't be run, or that was stopped. The stack has places of the author's sources. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
  readonly reason: StopReason;
  readonly build: number;

  constructor(message: string, options: { reason: StopReason; build: number; cause?: Error }) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.reason = options.reason;
    this.build = options.build;
    this.stack = options.cause?.stack ?? `${this.name}: ${message}`; // the host's places tell nothing
  }
}

const stopReasons: ReadonlySet<string> = new Set(failureReasons);

/** Whether an engine told one of the reasons that it may tell. */
export function isStopReason(reason: string): reason is StopReason {
  return stopReasons.has(reason);
}
