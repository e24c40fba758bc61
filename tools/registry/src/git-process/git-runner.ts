import { runHere, type GitProcessEnd, type GitProcessCall } from './run-here.ts';

/** A call of git that is run here. */
export interface RunnerRequest extends GitProcessCall {
  id: number;
}

/** How the call with that id ended; with a message where git couldn't be started. */
export type RunnerAnswer = { id: number } & (GitProcessEnd | { failure: string });

// ends with the process that it runs git for, which ends what is under way first
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

process.on('message', async ({ id, ...call }: RunnerRequest) => {
  const answer = await runHere(call).catch(({ message }: Error) => ({ failure: message }));
  if (process.connected) process.send?.({ id, ...answer } satisfies RunnerAnswer);
});
