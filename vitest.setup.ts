import { connect, openDatabase } from '@orchestra/db';
import { startPostgres } from '@orchestra/testkit';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

/**
 * Bundles the CLI once, so that tests run what a user installs, and starts the PostgreSQL that they
 * all share, each with a database of its own.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, ['cli/scripts/build.ts'], {
    cwd: import.meta.dirname,
  });
  const server = await startPostgres();
  const maker = await connect({ url: server.url, connections: 1 });
  await maker.query('create database orchestra_template');
  await maker[Symbol.asyncDispose]();
  const url = new URL(server.url);
  url.pathname = '/orchestra_template';
  await (await openDatabase({ url: url.href }))[Symbol.asyncDispose]();
  project.provide('postgresUrl', server.url);
  return async () => server[Symbol.asyncDispose]();
}
