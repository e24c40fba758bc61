import { apiFamilies } from '@orchestra/core';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notOfferedByNode } from '../../src/guest/node/not-offered-members.ts';
import { nodeModules } from '../../src/programs/node-modules.ts';
import { type NodeWorld, openNodeWorld } from '../../test/node-world.ts';

let world: NodeWorld;
beforeAll(async () => void (world = await openNodeWorld({ permissions: [] })));
afterAll(() => world[Symbol.asyncDispose]());

const names = Object.keys(nodeModules);
const require = createRequire(import.meta.url);
const inNode: Record<string, Record<string, unknown>> = Object.fromEntries(
  names.map((name) => [name, require(name)]),
);

/** Runs code in the sandbox for which `modules` has each module that is offered, by its name. */
function runWithAll(body: string): Promise<unknown> {
  const all = names.map((name) => `'${name}': require('${name}')`).join(', ');
  return world.run(`const modules = { ${all} }; ${body}`);
}

test('each member that is judged, or that Node has, is there or says by its name that it is not', async () => {
  const judged = apiFamilies
    .flatMap(({ tables }) => tables)
    .filter(({ module }) => names.includes(module))
    .map(({ module, judgements }) => ({ module, members: judgements.flatMap((one) => one.names) }));
  const wanted = names.map((module) => {
    const known = judged.find((one) => one.module === module)?.members ?? [];
    const own = Object.getOwnPropertyNames(inNode[module]);
    const members = [...new Set([...known, ...own])].filter(
      (member) =>
        /^[a-z]\w*$/i.test(member) &&
        !isOnlyInside.has(`${module}.${member}`) &&
        // what tables have of Electron, and what isn't there on this system
        (inNode[module]?.[member] !== undefined || module === 'fs' || module === 'child_process'),
    );
    return [module, members];
  });
  const missing = await runWithAll(`
    return ${JSON.stringify(wanted)}.flatMap(([module, members]) =>
      members.filter((member) => modules[module][member] === undefined).map((member) => module + '.' + member));`);
  expect(missing).toEqual([]);
});

/** What Node uses itself, and what has no value where nothing was started or set. */
const isOnlyInside = new Set([
  'module.prototype',
  'events.kMaxEventTargetListeners',
  'events.kMaxEventTargetListenersWarned',
  ...'domain moduleLoadList finalization sourceMapsEnabled setSourceMapsEnabled debugPort report channel send connected disconnect setUncaughtExceptionCaptureCallback hasUncaughtExceptionCaptureCallback'
    .split(' ')
    .map((name) => `process.${name}`),
]);

test('what is not offered says so by its name, and what to do instead', async () => {
  const list = notOfferedByNode.flatMap(({ module, members, instead }) =>
    members.split(' ').map((member) => ({ module, member, instead })),
  );
  const told = await runWithAll(`
    return ${JSON.stringify(list)}.map(({ module, member }) => {
      try { modules[module][member](); } catch (error) { return [error.code, error.message]; }
    });`);
  expect(told).toEqual(
    list.map(({ module, member, instead }) => {
      // what several modules share is told by the name of one of them
      const of = module
        .replace(/^(?:sys|util)$/, '(?:sys|util)')
        .replace(/^path.*$/, String.raw`path\S*`);
      const end = instead === '' ? '' : ` ${instead}`;
      const message = String.raw`^Orchestra doesn't offer ${of}\.${member} to extensions\.${end}$`;
      return ['not-supported', expect.stringMatching(new RegExp(message))];
    }),
  );
});

test('what is not offered is what Node has, or had', () => {
  const unknown = notOfferedByNode.flatMap(({ module, members }) =>
    members.split(' ').filter((member) => inNode[module]?.[member] === undefined),
  );
  // of other systems, and of other releases of Node
  expect(unknown.toSorted()).toEqual(
    'StatFs SyncWriteStream lchmod lchmodSync'.split(' ').toSorted(),
  );
});

test('names can be imported one by one, and modules that are not offered at all load', async () => {
  const found = await world.run(
    `return [typeof readFile, typeof generateKeyPair, typeof exit, typeof Socket, typeof connect, isMainThread];`,
    `import { readFile } from 'node:fs/promises'; import { generateKeyPair } from 'crypto'; import { exit } from 'process';
     import { Socket } from 'net'; import { connect } from 'tls'; import { isMainThread } from 'worker_threads';`,
  );
  expect(found).toEqual(['function', 'function', 'function', 'function', 'function', true]);
});
