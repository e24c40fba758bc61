import ivm from 'isolated-vm';
import { expect, onTestFinished, test } from 'vitest';
import { GuestScript } from './guest-script.ts';

async function open() {
  const isolate = new ivm.Isolate({ memoryLimit: 16 });
  onTestFinished(() => isolate.dispose());
  return { isolate, context: await isolate.createContext() };
}

test('GuestScript.run() compiles a script for the first isolate, and runs it in each', async () => {
  const guest = new GuestScript('globalThis.tide = (() => "high")();');
  const compiled: { with: unknown; isRejected: unknown }[] = [];
  for (const _ of [1, 2, 3]) {
    const { isolate, context } = await open();
    const compileScript: typeof isolate.compileScript = async (code, info) => {
      const script = await isolate.compileScript(code, info);
      const isRejected: unknown = Reflect.get(script, 'cachedDataRejected');
      compiled.push({ with: info?.cachedData, isRejected });
      return script;
    };
    await guest.run(context, { isolate: { compileScript }, timeout: 10_000 });
    expect(await context.eval('tide')).toBe('high');
  }
  const kept = { with: expect.any(ivm.ExternalCopy), isRejected: false };
  expect(compiled).toEqual([{ with: undefined, isRejected: undefined }, kept, kept]);
});

test('GuestScript.run() ends a script that runs too long', async () => {
  const { isolate, context } = await open();
  const guest = new GuestScript('for (;;);');
  await expect(guest.run(context, { isolate, timeout: 20 })).rejects.toThrow('timed out');
});
