import { cliIn, type RunCli, type TemporaryFolder } from '@orchestra/testkit';
import { readFile } from 'node:fs/promises';
import { inject } from 'vitest';
import { makeData } from '../make-data.ts';
import { serve, serveAgain, type ServerProcess } from '../serve.ts';

/** A registry with the samples, as `npm start` begins it, and a folder for who uses it. */
export interface RegistryWorld extends AsyncDisposable {
  folder: TemporaryFolder;
  /** The server's data. */
  data: string;
  /** The publisher's. */
  token: string;
  /** The server as it runs now. */
  server(): ServerProcess;
  /** Kills the server and starts it again on its data. */
  killAndStart(): Promise<void>;
  /** A command line with a home of that name, for the server as it runs when it is called. */
  cliOf(home: string): RunCli;
}

/** Starts it; it ends with its scope. */
export async function startRegistryWorld(): Promise<RegistryWorld> {
  const folder = await makeData(inject('embedded'));
  const data = folder.join('data');
  let server = await serve(data);
  return {
    folder,
    data,
    token: (await readFile(server.tokenFile, 'utf8')).trim(),
    server: () => server,
    async killAndStart() {
      await server.end('SIGKILL');
      server = await serveAgain(data, server);
    },
    cliOf: (home) => (args, options) => cliIn(folder.join(home), server)(args, options),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
