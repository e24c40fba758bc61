import type { Command } from '../command.ts';
import type { DevOptions } from '../dev/dev-options.ts';
import { isOnlyLooks } from '../dev/looks/is-only-looks.ts';
import { findEngine } from '../sandbox/find-engine.ts';

/** Runs the extension in this folder in a sandbox, and again after each save. */
export const dev: Command<DevOptions, { exitCode: 0 | 1 }> = {
  async run(options, context) {
    const startedAt = Date.now();
    if (await isOnlyLooks(context.cwd, options.run)) {
      const { runLooks } = await import('../dev/looks/run-looks.ts');
      return { exitCode: await runLooks(options, context) };
    }
    await using engine = await findEngine(context);
    const { runDev } = await import('../dev/run-dev.ts'); // while the engine starts
    return { exitCode: await runDev(options, { context, engine, startedAt }) };
  },
  printsItself: true,
  text: () => '',
  exitCode: ({ exitCode }) => exitCode,
};
