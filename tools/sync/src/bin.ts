import { RegistryError, usesColour } from '@orchestra/core';
import { errorJson, renderError, showProgress } from '@orchestra/registry';
import { CommanderError } from 'commander';
import { createColors } from 'picocolors';
import { declareSync, type RunSync } from './command/declare-sync.ts';
import { renderMirrored } from './command/render-mirrored.ts';

const { argv, env, stdout, stderr } = process;

// a reader such as `head` may leave early: that is no failure of ours
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** 0: done; 1: something could not be mirrored, or a failure that can be expected; 2: a bug. */
process.exitCode = await main();

async function main(): Promise<number> {
  let exitCode = 0;
  const run: RunSync = async (options) => {
    const { sync } = await import('./command/sync.ts');
    const progress = await showProgress(stderr);
    const complete = await sync(options, {
      cwd: process.cwd(),
      databaseUrl: env['DATABASE_URL'],
      fetch,
      signal: options.watch === true ? endOfSignals() : new AbortController().signal,
      show: (result) => {
        progress.stop();
        const colors = createColors(usesColour(stdout, env));
        stdout.write(
          options.json === true ? json(result, options) : renderMirrored(result, colors),
        );
      },
      tell: (error) => {
        progress.stop();
        tell(error);
      },
      onProgress: (text) => progress.update(text),
    }).finally(() => progress.stop());
    if (!complete) exitCode = 1;
  };
  try {
    const dataFolder = env['ORCHESTRA_DATA'] ?? '.local-registry';
    await declareSync({ run, dataFolder }).parseAsync(argv.slice(2), { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.code.startsWith('commander.help'))
      return error.exitCode; // printed already
    const told = error instanceof CommanderError ? misuse(error) : error;
    tell(told);
    return told instanceof RegistryError ? 1 : 2;
  }
}

/** Aborted by the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function endOfSignals(): AbortSignal {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort());
  return ending.signal;
}

function tell(error: unknown): void {
  if (argv.includes('--json'))
    stdout.write(json(errorJson(error), { watch: argv.includes('--watch') }));
  else stderr.write(renderError(error, createColors(usesColour(stderr, env))));
}

function misuse(cause: CommanderError): RegistryError {
  return new RegistryError('usage', cause.message.replace(/^error: /, ''), {
    hint: 'See: npm run sync -- --help',
    cause,
  });
}

/** On one line each where there are many. */
function json(value: unknown, { watch = false }: { watch?: boolean } = {}): string {
  return `${JSON.stringify(value, null, watch ? 0 : 2)}\n`;
}
