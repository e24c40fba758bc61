import { makeFolder } from '@orchestra/testkit';
import { onTestFinished } from 'vitest';
import { makeSandbox, type RunningExtension, type RunOptions } from './run-extension.ts';

/** What fake engines may use: `say` writes a message, `hear(message)` is called with each of the host. */
const prelude = `
  const write = (text) => require('node:fs').writeSync(1, text);
  const say = (message) => write(JSON.stringify({ build: 1, ...message }) + '\\n');
  const call = (call, api, args, at = '') => say({ type: 'call', call, api, args, at });
  const register = (registration, api, args) => say({ type: 'register', registration, api, args, at: '' });
  const start = () => { say({ type: 'loaded' }); say({ type: 'ready' }); };
  let hear = () => {};
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const message = JSON.parse(line);
    if (message.type === 'dispose') say({ type: 'disposed', build: message.build });
    else hear(message);
  });
`;

/** A sandbox whose engine process runs this code instead. */
export async function makeFakeEngine(
  code: string,
  options: RunOptions = {},
): Promise<RunningExtension & { start(): Promise<void> }> {
  const folder = await makeFolder({ 'engine.cjs': prelude + code });
  onTestFinished(() => folder[Symbol.asyncDispose]());
  const running = await makeSandbox({
    only: 'none',
    ...options,
    engine: `${folder.path}/engine.cjs`,
  });
  const start = () => running.sandbox.load({ code: '', map: null, name: 'main.js' });
  return { ...running, start };
}
