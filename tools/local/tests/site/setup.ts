import { writeFile } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { makeData } from '../make-data.ts';
import { serve } from '../serve.ts';
import type { StartedSite } from './site-world.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** File that tells how the registry started that the tests of this folder share: a {@link StartedSite}. */
    site: string;
  }
}

/**
 * Starts a registry with the samples, for tests that read its site and write nothing but reviews. Other tests
 * run while it starts.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeData(project.getProvidedContext().embedded);
  const data = folder.join('data');
  const started = folder.join('started.json');
  const tell = (site: StartedSite) => writeFile(started, JSON.stringify(site));
  const starting = serve(data).then(
    async (server) => {
      await tell({ url: server.url, data });
      return server;
    },
    async (failed: unknown) => {
      await tell({ failed: JSON.stringify(failed) });
      return null;
    },
  );
  project.provide('site', started);
  return async () => {
    await (await starting)?.[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  };
}
