import { makeFolder } from '@orchestra/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../src/services/service-error.ts';
import { openSandbox, type RunningExtension } from '../test/run-extension.ts';

/*
 * A module of the app that waits for the host, as those of compatible kinds do.
 */

const module = `
import { guest } from 'orchestra:api';
export const readNow = (path) => guest.link.callNow('fs.readFile', [path], { caller: readNow });
export const readLater = (path) => guest.link.call('fs.readFile', [path], { caller: readLater });
export { default as orchestra } from 'orchestra:api';
`;

let world: AsyncDisposableStack;
let running: RunningExtension;

beforeAll(async () => {
  world = new AsyncDisposableStack();
  const folder = world.use(await makeFolder({ 'waiting.js': module }));
  running = await openSandbox({
    kind: 'raycast',
    modules: { waiting: folder.join('waiting.js') },
    permissions: ['filesystem.read'],
    limits: { sliceMs: 1_000 },
    services: {
      fs: {
        readFile: async (path: string) => {
          if (path === 'slow') await new Promise((done) => setTimeout(done, 2_500));
          if (path === 'none') throw new ServiceError('not-found', 'There is no none');
          return new TextEncoder().encode(`text of ${path}`);
        },
      } as never,
    },
  });
  world.defer(() => running.sandbox.close());
});
afterAll(() => world.disposeAsync());

async function run(body: string): Promise<unknown> {
  await running.load({
    'src/main.ts': `import { orchestra, readLater, readNow } from 'waiting';
export function activate() {
  orchestra.commands.register('it', async () => {
${body}
  });
}`,
  });
  return running.sandbox.runCommand('it');
}

test('a call that waits gives what the host answers, also from within an answer', async () => {
  expect(await run(`return [readNow('a'), await readLater('b'), readNow('c')];`)).toEqual([
    'text of a',
    'text of b',
    'text of c',
  ]);
});

test('answers to others that come meanwhile are handed over afterwards, in order', async () => {
  const told = await run(`
    const told = [];
    const later = ['a', 'b'].map((path) => readLater(path).then((text) => told.push(text)));
    told.push(readNow('c'));
    await Promise.all(later);
    return told;`);
  expect(told).toEqual(['text of c', 'text of a', 'text of b']);
});

test('the time that the host takes is not that of the extension', async () => {
  expect(await run(`return readNow('slow');`)).toBe('text of slow');
  await expect(run(`readNow('a'); for (;;);`)).rejects.toMatchObject({ reason: 'slow' });
});

test('what fails is thrown where it was called', async () => {
  await expect(run(`return readNow('none');`)).rejects.toMatchObject({
    message: 'There is no none',
    code: 'not-found',
    stack: expect.stringMatching(/src\/main\.ts:4:/),
  });
});

test('nothing that leads out of the isolate is within reach', async () => {
  const seen = await run(`
    const seen = [];
    Function.prototype.apply = Function.prototype.call = function (...args) { seen.push(typeof this); return undefined; };
    Error.prepareStackTrace = (_, sites) => sites.map((site) => [site.getThis(), site.getFunction()]);
    readNow('a');
    const found = new Error().stack.flat().filter((one) => one !== undefined);
    return [seen, found.length];`);
  expect(seen).toEqual([[], 0]);
});
