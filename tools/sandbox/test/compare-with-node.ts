import { runInThisContext } from 'node:vm';
import { expect } from 'vitest';
import type { GuestIsolate } from './guest-isolate.ts';

/** What programs may call: what a function gives, or the name of what it throws. */
const prelude = `
  const tried = (run) => {
    try { return run(); } catch (error) { return 'throws ' + error.name; }
  };
  const settled = (run) => Promise.resolve().then(run).catch((error) => 'rejects ' + error.name);
`;

/** Runs the body of an async function in an isolate and in Node, and expects the same of both. */
export async function compareWithNode(guest: GuestIsolate, body: string): Promise<unknown> {
  const inNode: unknown = await runInThisContext(
    `(async () => { ${prelude} ${body} })().then((value) => JSON.stringify({ value }))`,
  );
  const wanted: unknown = Reflect.get(Object(JSON.parse(String(inNode))), 'value');
  const found = await guest.run(`${prelude} ${body}`);
  expect(found).toEqual(wanted);
  return wanted;
}
