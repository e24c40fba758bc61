import type { CommandContext } from '../command.ts';

/** A context whose requests all end when the time is over, for what is worth no longer wait. */
export function withPatience(context: CommandContext, ms: number): CommandContext {
  const patience = AbortSignal.timeout(ms);
  return {
    ...context,
    fetch: (input, init) => context.fetch(input, { ...init, signal: patience }),
  };
}
