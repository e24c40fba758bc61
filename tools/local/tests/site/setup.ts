import { makeFolder } from '@orchestra/testkit';
import type { TestProject } from 'vitest/node';
import { serve } from '../serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The registry with the samples that the tests of this folder share. */
    site: { url: string; data: string };
  }
}

/** Starts a registry with the samples, for tests that read its site and write nothing but reviews. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(await makeFolder());
  const data = folder.join('data');
  const { url } = started.use(await serve(data));
  project.provide('site', { url, data });
  const running = started.move();
  return () => running.disposeAsync();
}
