import {
  makeFolder,
  type RunCli,
  startStaticRegistry,
  type StaticRegistry,
  type TemporaryFolder,
} from '@orchestra/testkit';
import { cliHere } from './run-here.ts';

/** A registry of static files, and a machine with nothing installed. */
export interface World extends AsyncDisposable {
  registry: StaticRegistry;
  home: TemporaryFolder;
  cli: RunCli;
}

/**
 * Makes a world for one test.
 *
 * @param options.api base URL of the API that its registry has; without one, it has none
 */
export async function makeWorld(options: { api?: string } = {}): Promise<World> {
  const registry = await startStaticRegistry(options);
  const home = await makeFolder();
  return {
    registry,
    home,
    cli: cliHere(home.path, registry),
    async [Symbol.asyncDispose]() {
      await registry[Symbol.asyncDispose]();
      await home[Symbol.asyncDispose]();
    },
  };
}
