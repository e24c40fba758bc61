import { type GuestContext, requireAllowed } from './guest-context.ts';

/** `fs`. */
export function makeFiles(guest: GuestContext) {
  const { link } = guest;
  const call = (name: string, args: unknown[], caller: (...args: never[]) => unknown) =>
    link.call(`fs.${name}`, args, { caller });

  async function readFile(path: string, encoding: string = 'utf8'): Promise<unknown> {
    if (encoding !== 'utf8' && encoding !== 'binary') {
      throw new TypeError(`readFile takes "utf8" or "binary", not ${JSON.stringify(encoding)}.`);
    }
    return call('readFile', [path, encoding], readFile);
  }

  function watch(pattern: string, listener: (change: unknown) => void): { dispose(): void } {
    requireAllowed(guest, { api: 'fs.watch', caller: watch });
    if (typeof listener !== 'function') throw new TypeError('watch needs a function to call.');
    const actions = {
      change: listener,
      failed: (error: unknown) => guest.report(error),
    };
    const registration = link.register('fs.watch', [pattern], { caller: watch, actions });
    return { dispose: () => registration.dispose() };
  }

  return {
    readFile,
    readDir: function readDir(path: string) {
      return call('readDir', [path], readDir);
    },
    exists: function exists(path: string) {
      return call('exists', [path], exists);
    },
    watch,
    writeFile: function writeFile(path: string, content: unknown) {
      return call('writeFile', [path, content], writeFile);
    },
    copy: function copy(from: string, to: string, options = {}) {
      return call('copy', [from, to, options], copy);
    },
    move: function move(from: string, to: string, options = {}) {
      return call('move', [from, to, options], move);
    },
    delete: function remove(path: string, options = {}) {
      return call('delete', [path, options], remove);
    },
  };
}
