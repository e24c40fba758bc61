import { afterAll, beforeAll, test } from 'vitest';
import { compareWithNode } from '../../../test/compare-with-node.ts';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

/** A module that exports `f`, which gives 42. */
const bytes = `new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 6, 1, 4, 0, 65, 42, 11])`;

test('what compiles beside the isolate arrives, though nothing else wakes it', async () => {
  await compareWithNode(
    guest,
    `const { instance } = await WebAssembly.instantiate(${bytes}, {});
     const module = await WebAssembly.compile(${bytes}.buffer);
     const again = await WebAssembly.instantiate(module);
     return [instance.exports.f(), again.exports.f(), WebAssembly.Module.exports(module)];`,
  );
});

test('what is no module fails as in Node', async () => {
  await compareWithNode(
    guest,
    `const failed = [];
     for (const wrong of [new Uint8Array(4), 'text', undefined]) {
       await WebAssembly.compile(wrong).catch((error) => failed.push(error.name));
       await WebAssembly.instantiate(wrong).catch((error) => failed.push(error.name));
     }
     return failed;`,
  );
});

test('its functions look like those of V8', async () => {
  await compareWithNode(
    guest,
    `return ['compile', 'instantiate'].map((name) => {
       const { value, ...flags } = Object.getOwnPropertyDescriptor(WebAssembly, name);
       return [value.name, value.length, flags, Object.hasOwn(value, 'prototype')];
     });`,
  );
});
