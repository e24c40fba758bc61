import type { Command } from '../command.ts';
import type { DevOptions } from '../dev/dev-options.ts';
import { findEngine } from '../sandbox/find-engine.ts';

/** Runs the extension in this folder in a sandbox, and again after each save. */
export const dev: Command<DevOptions, { exitCode: 0 | 1 }> = {
  async run(options, context) {
    const startedAt = Date.now();
    await using engine = await findEngine(context);
    const { runDev } = await import('../dev/run-dev.ts'); // while the engine starts
    return { exitCode: await runDev(options, { context, engine, startedAt }) };
  },
  printsItself: true,
  text: () => '',
  exitCode: ({ exitCode }) => exitCode,
};
