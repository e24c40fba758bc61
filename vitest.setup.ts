import { connect, type DatabaseLocation, openDatabase } from '@orchestra/db';
import { makeFolder, makeMemoryFolder, startPostgres } from '@orchestra/testkit';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const root = import.meta.dirname;

/**
 * Bundles the CLI once, so that tests run what a user installs, starts the PostgreSQL that they all
 * share, each with a database of its own, and makes the embedded database that they copy.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // hundreds of programs are started from the same sources, which are compiled once
  process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compiled');
  await using started = new AsyncDisposableStack();
  const memory = started.use(await makeMemoryFolder());
  if (memory !== null) process.env['TMPDIR'] = memory.path;
  const server = started.use(await startPostgres());
  const { path: folder } = started.use(await makeFolder());
  await Promise.all([bundleCli(), makeTemplate(server.url), migrate({ folder })]);
  project.provide('postgresUrl', server.url);
  project.provide('embeddedTemplate', folder);
  const running = started.move();
  return async () => running.disposeAsync();
}

async function bundleCli(): Promise<void> {
  await promisify(execFile)(process.execPath, ['cli/scripts/build.ts'], { cwd: root });
}

async function makeTemplate(server: string): Promise<void> {
  const maker = await connect({ url: server, connections: 1 });
  await maker.query('create database orchestra_template');
  await maker[Symbol.asyncDispose]();
  const url = new URL(server);
  url.pathname = '/orchestra_template';
  await migrate({ url: url.href });
}

/** Gives a database the tables of this release, and closes it. */
async function migrate(location: DatabaseLocation): Promise<void> {
  await (await openDatabase(location))[Symbol.asyncDispose]();
}
