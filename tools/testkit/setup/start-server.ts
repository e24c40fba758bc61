import { connectDatabase, openDatabase } from '@orchestra/db';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../src/start-postgres.ts';

/** Starts the PostgreSQL that tests share, each with a database of its own: a copy of one with all tables. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await using started = new AsyncDisposableStack();
  const { url } = started.use(await startPostgres());
  await makeTemplate(url);
  project.provide('postgresUrl', url);
  const running = started.move();
  return () => running.disposeAsync();
}

async function makeTemplate(server: string): Promise<void> {
  const maker = await connectDatabase({ url: server, connections: 1 });
  await maker.query('create database orchestra_template');
  await maker[Symbol.asyncDispose]();
  const url = new URL(server);
  url.pathname = '/orchestra_template';
  await (await openDatabase({ url: url.href }))[Symbol.asyncDispose]();
}
