import { RegistryError, usesColour } from '@orchestra/core';
import { type Command, CommanderError } from 'commander';
import { createColors } from 'picocolors';
import { errorJson, renderError } from './render/render-error.ts';
import type { Render } from './render/render.ts';

/** Where a program shows what it did, and how it ends. */
export interface Console {
  /** Prints a result, as text or as JSON. */
  show<Result>(result: Result, render: Render<Result>): void;
  /** Prints an error, as text on standard error or as JSON on standard output. */
  tell(error: unknown): void;
  /** Runs what the command line names. @returns 0: done; 1: a failure that can be expected; 2: a bug */
  run(declared: Command): Promise<number>;
}

/**
 * Opens the console of a program that is started by `npm run`.
 *
 * @param options.script as typed: `npm run sync`
 */
export function openConsole(real: NodeJS.Process, options: { script: string }): Console {
  const { env, stdout, stderr } = real;
  const argv = real.argv.slice(2);
  const asJson = argv.includes('--json');
  // on one line each where there are many
  const json = (value: unknown) =>
    `${JSON.stringify(value, null, argv.includes('--watch') ? 0 : 2)}\n`;

  // a reader such as `head` may leave early: that is no failure of ours
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  function tell(error: unknown): void {
    if (asJson) stdout.write(json(errorJson(error)));
    else stderr.write(renderError(error, createColors(usesColour(stderr, env))));
  }
  return {
    show(result, render) {
      const colors = createColors(usesColour(stdout, env));
      stdout.write(asJson ? json(result) : render(result, colors));
    },
    tell,
    async run(declared) {
      try {
        await declared.parseAsync(argv, { from: 'user' });
        return 0;
      } catch (error) {
        if (error instanceof CommanderError && error.code.startsWith('commander.help'))
          return error.exitCode; // printed already
        const told = error instanceof CommanderError ? misuse(error, options.script) : error;
        tell(told);
        return told instanceof RegistryError ? 1 : 2;
      }
    },
  };
}

function misuse(cause: CommanderError, script: string): RegistryError {
  return new RegistryError('usage', cause.message.replace(/^error: /, ''), {
    hint: `See: ${script} -- --help`,
    cause,
  });
}
