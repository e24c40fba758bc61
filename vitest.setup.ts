import { connect, openDatabase } from '@orchestra/db';
import { makeFolder, startPostgres } from '@orchestra/testkit';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

/**
 * Bundles the CLI once, so that tests run what a user installs, starts the PostgreSQL that they all
 * share, each with a database of its own, and makes the embedded database that they copy.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, ['cli/scripts/build.ts'], {
    cwd: import.meta.dirname,
  });
  await using started = new AsyncDisposableStack();
  const server = started.use(await startPostgres());
  const maker = await connect({ url: server.url, connections: 1 });
  await maker.query('create database orchestra_template');
  await maker[Symbol.asyncDispose]();
  const url = new URL(server.url);
  url.pathname = '/orchestra_template';
  await (await openDatabase({ url: url.href }))[Symbol.asyncDispose]();
  project.provide('postgresUrl', server.url);
  const { path: folder } = started.use(await makeFolder());
  await (await openDatabase({ folder }))[Symbol.asyncDispose]();
  project.provide('embeddedTemplate', folder);
  const running = started.move();
  return async () => running.disposeAsync();
}
