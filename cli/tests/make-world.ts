import {
  cliIn,
  makeFolder,
  type RunCli,
  startStaticRegistry,
  type StaticRegistry,
  type TemporaryFolder,
} from '@orchestra/testkit';

/** A registry of static files, and a machine with nothing installed. */
export interface World extends AsyncDisposable {
  registry: StaticRegistry;
  home: TemporaryFolder;
  cli: RunCli;
}

/** Makes a world for one test. */
export async function makeWorld(): Promise<World> {
  const registry = await startStaticRegistry();
  const home = await makeFolder();
  return {
    registry,
    home,
    cli: cliIn(home.path, registry),
    async [Symbol.asyncDispose]() {
      await registry[Symbol.asyncDispose]();
      await home[Symbol.asyncDispose]();
    },
  };
}
