import type { CommandContext } from '../command.ts';

/** A context whose requests are aborted after a time limit, for optional information. */
export function withPatience(context: CommandContext, ms: number): CommandContext {
  const patience = AbortSignal.timeout(ms);
  return {
    ...context,
    fetch: (input, init) => context.fetch(input, { ...init, signal: patience }),
  };
}
