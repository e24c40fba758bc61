import { RegistryError, usesColour } from '@orchestra/core';
import { CommanderError } from 'commander';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { declareCommands } from './operator/declare-commands.ts';
import { errorJson, renderError } from './operator/render/render-error.ts';
import type { Run } from './operator/run.ts';
import { showProgress } from './operator/show-progress.ts';

const { argv, env, stdout, stderr } = process;

// a reader such as `head` may leave early: that is no failure of ours
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** 0: done; 1: problems, or a failure that can be expected; 2: a bug. */
process.exitCode = await main();

async function main(): Promise<number> {
  let exitCode = 0;
  const run: Run = async (options, { run: runCommand, render, failed }) => {
    const progress = await showProgress(stderr);
    const result = await runCommand({
      data: resolve(options.data),
      databaseUrl: env['DATABASE_URL'],
      cwd: process.cwd(),
      as: options.as,
      now: () => new Date(),
      onProgress: (text) => progress.update(text),
    }).finally(() => progress.stop());
    const colors = createColors(usesColour(stdout, env));
    stdout.write(options.json === true ? json(result) : render(result, colors));
    if (failed?.(result) === true) exitCode = 1;
  };
  try {
    const dataFolder = env['ORCHESTRA_DATA'] ?? '.local-registry';
    await declareCommands({ run, dataFolder }).parseAsync(argv.slice(2), { from: 'user' });
    return exitCode;
  } catch (error) {
    return tell(error);
  }
}

function tell(thrown: unknown): number {
  if (thrown instanceof CommanderError && thrown.code.startsWith('commander.help')) {
    return thrown.exitCode; // printed already
  }
  const error = thrown instanceof CommanderError ? misuse(thrown) : thrown;
  if (argv.includes('--json')) stdout.write(json(errorJson(error)));
  else stderr.write(renderError(error, createColors(usesColour(stderr, env))));
  return error instanceof RegistryError ? 1 : 2;
}

function misuse(cause: CommanderError): RegistryError {
  return new RegistryError('usage', cause.message.replace(/^error: /, ''), {
    hint: 'See: npm run registry -- --help',
    cause,
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
