import { RegistryError } from '@orchestra/core';
import { type Command, CommanderError } from 'commander';
import { reportError } from '../errors/report-error.ts';
import { type Style, styleFor } from '../style/style.ts';
import { fitColumns } from '../table/fit-columns.ts';
import { ignoreClosedPipe } from './ignore-closed-pipe.ts';

/** Renders a command's result for people, without a final line break. */
export type Render<Result> = (result: Result, style: Style) => string;

/** Prints results and errors of a program, and determines its exit code. */
export interface Console {
  /** Prints a result, as text or as JSON. */
  show<Result>(result: Result, render: Render<Result>): void;
  /** Prints an error, as text on standard error or as JSON on standard output. @returns the exit code */
  showError(error: unknown): 1 | 2;
  /**
   * Runs the command that the arguments name. @returns the exit code: 0 done, 1 an expected failure, 2 a bug
   */
  run(declared: Command): Promise<number>;
}

/** What a console uses of a process: its arguments, environment and streams. */
export type ConsoleProcess = Pick<NodeJS.Process, 'argv' | 'env'> & {
  stdout: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
};

/**
 * Opens the console of a program that is started by `npm run`.
 *
 * @param options.script as typed: `npm run sync`
 */
export function openConsole(real: ConsoleProcess, options: { script: string }): Console {
  const { env, stdout, stderr } = real;
  const argv = real.argv.slice(2);
  ignoreClosedPipe(stdout);
  const showError = (error: unknown) => reportError(error, { argv, env, stdout, stderr });
  return {
    show(result, render) {
      const style = styleFor(stdout, { env, colour: true });
      const text = argv.includes('--json')
        ? JSON.stringify(result, null, argv.includes('--watch') ? 0 : 2)
        : fitColumns(render(result, style), stdout);
      stdout.write(`${text}\n`);
    },
    showError,
    async run(declared) {
      try {
        await declared.parseAsync(argv, { from: 'user' });
        return 0;
      } catch (error) {
        if (!(error instanceof CommanderError)) return showError(error);
        if (error.code.startsWith('commander.help')) return error.exitCode; // printed already
        return showError(misuse(error, options.script));
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
