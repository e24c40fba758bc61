import { RegistryError, usesColour } from '@orchestra/core';
import { createSpinner } from 'nanospinner';
import { createColors } from 'picocolors';
import { readOptions } from './read-options.ts';
import { type RunningRegistry, startRegistry } from './start-registry.ts';

// whoever read what is printed may leave early, such as `head`: the registry goes on
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main();

async function main(): Promise<number> {
  const spinner = createSpinner('', { stream: process.stderr });
  try {
    const options = readOptions(process.argv.slice(2), process.env);
    if (options === null) return 0;
    const shown = process.stderr.isTTY && process.stderr.columns > 0;
    if (shown) spinner.start('Starting');
    const registry = await startRegistry({
      ...options,
      now: () => new Date(),
      onProgress: (text) => shown && spinner.update(text),
      onError: (error) => printError(error),
    });
    spinner.stop();
    printGreeting(registry);
    await endOfSignals();
    process.stdout.write('\nStopping\n');
    await registry.close();
    return 0;
  } catch (error) {
    spinner.stop();
    printError(error);
    return error instanceof RegistryError ? 1 : 2;
  }
}

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function endOfSignals(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function printGreeting({ origin, tokenFile }: RunningRegistry): void {
  const pc = createColors(usesColour(process.stdout, process.env));
  const ext = (rest: string) => `  ${pc.cyan(`npx orchestra ext ${rest}`)}\n`;
  const here = `--registry ${origin}`;
  process.stdout.write(
    `${pc.green('Registry ready at')} ${pc.bold(origin)}\n` +
      `Publisher token: ${tokenFile}\n\n` +
      `Next, in another terminal:\n` +
      ext(`search theme ${here}`) +
      ext(`install harbor-lights ${here}`) +
      ext(`login --token "$(cat ${tokenFile})" ${here}`) +
      `Set ORCHESTRA_REGISTRY=${origin} to leave out --registry. Ctrl-C stops the registry.\n`,
  );
}

function printError(error: unknown): void {
  const pc = createColors(usesColour(process.stderr, process.env));
  const known = error instanceof RegistryError;
  const text = known ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${pc.red('error')} ${text ?? ''}\n`);
  if (known && error.hint !== undefined) process.stderr.write(`${pc.dim('hint')}  ${error.hint}\n`);
}
