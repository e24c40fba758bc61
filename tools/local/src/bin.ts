import { listNativeParts } from '@orchestra/sandbox/native-parts';
import {
  ignoreClosedPipe,
  openConsole,
  showProgress,
  stopSignal,
  styleFor,
} from '@orchestra/terminal';
import { once } from 'node:events';
import { readOptions } from './read-options.ts';
import { type RunningRegistry, startRegistry } from './start-registry.ts';

const { argv, env, stdout, stderr } = process;
const console = openConsole(process, { script: 'npm start' });
ignoreClosedPipe(stderr); // the reader may leave early, and the registry continues

/** Exit codes: 0 stopped as asked, 1 an expected failure, 2 a bug. */
process.exitCode = await main();

async function main(): Promise<number> {
  using progress = await showProgress(stderr);
  try {
    const options = readOptions(argv.slice(2), env);
    if (options === null) return 0;
    progress.update('Starting');
    const registry = await startRegistry({
      ...options,
      engines: await listNativeParts(),
      now: () => new Date(),
      onProgress: (text) => progress.update(text),
      onError: (error) => console.showError(error),
    });
    progress.stop();
    printGreeting(registry);
    await once(stopSignal(process), 'abort');
    stdout.write('\nStopping\n');
    await registry.close();
    return 0;
  } catch (error) {
    progress.stop();
    return console.showError(error);
  }
}

function printGreeting({ origin, tokenFile }: RunningRegistry): void {
  const style = styleFor(stdout, { env, colour: true });
  const ext = (rest: string) => `  ${style.cyan(`npx orchestra ext ${rest}`)}\n`;
  const here = `--registry ${origin}`;
  stdout.write(
    `${style.green('Registry ready at')} ${style.bold(origin)}\n` +
      `Publisher token: ${tokenFile}\n\n` +
      `Next, in another terminal:\n` +
      ext(`search theme ${here}`) +
      ext(`install harbor-lights ${here}`) +
      ext(`login --token "$(cat ${tokenFile})" ${here}`) +
      `Set ORCHESTRA_REGISTRY=${origin} to leave out --registry. Ctrl-C stops the registry.\n`,
  );
}
