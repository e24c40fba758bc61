import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ivm from 'isolated-vm';
import { makeNatives } from '../src/engine/natives.ts';
import type { Natives } from '../src/guest/natives.ts';

/** What an isolate with the globals of the web is given. */
export interface GuestOptions {
  /** The body of a function that makes the `WebHost`, in the isolate; `told` takes what is to be seen outside. */
  host?: string;
  memoryLimit?: number;
}

/** An isolate in which a test runs code. */
export interface GuestIsolate {
  /** Runs the body of an async function, and gives what it returns, as JSON can hold it. */
  run(body: string): Promise<unknown>;
  /** What the host of the web was told, in order. */
  told: unknown[];
  natives: Natives;
  dispose(): void;
}

const web = fileURLToPath(new URL('../src/guest/web/install-web.ts', import.meta.url));
let bundle: Promise<string> | undefined;

/** The globals of the web as one script, as an engine has them: minified, strict. */
export function bundleWeb(): Promise<string> {
  bundle ??= build({
    stdin: {
      contents: `export { installWeb, fireTimer } from ${JSON.stringify(web)};`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'web',
    target: 'node24',
    legalComments: 'none',
  }).then(({ outputFiles: [file] }) => {
    if (file === undefined) throw new Error('esbuild wrote nothing.');
    return `(() => { "use strict"; ${file.text}; return web; })()`;
  });
  return bundle;
}

const names = [
  'send',
  'startTimer',
  'stopTimer',
  'now',
  'parseUrl',
  'changeUrl',
  'encodingName',
  'decodeText',
  'dropDecoder',
  'randomBytes',
  'digest',
] as const satisfies readonly (keyof Natives)[];

/** Starts an isolate that has the globals of the web and a host that tells what it was asked. */
export async function startGuest(options: GuestOptions = {}): Promise<GuestIsolate> {
  const isolate = new ivm.Isolate({ memoryLimit: options.memoryLimit ?? 128 });
  const context = await isolate.createContext();
  const told: unknown[] = [];
  const { natives, stop } = makeNatives({
    send: (line) => void told.push(JSON.parse(line)),
    fire: (id) => void fire.applyIgnored(undefined, [id]),
    finishWork: () => undefined,
  });
  const code = await bundleWeb();
  const callbacks = names.map((name) => new ivm.Callback(natives[name]));
  const fire: ivm.Reference<(id: number) => void> = await context.evalClosure(
    `const web = ${code};
    const names = ${JSON.stringify(names)};
    const natives = Object.fromEntries(names.map((name, at) => [name, arguments[at]]));
    const told = (value) => natives.send(JSON.stringify(value));
    const host = (() => { ${options.host ?? recordingHost} })();
    web.installWeb(globalThis, natives, host);
    return web.fireTimer;`,
    callbacks,
    { result: { reference: true } },
  );
  return {
    told,
    natives,
    async run(body) {
      const text: unknown = await context.eval(
        `(async () => { ${body} })().then((value) => JSON.stringify({ value }))`,
        { promise: true, filename: 'test.js' },
      );
      const answer: unknown = JSON.parse(String(text));
      return typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'value') : answer;
    },
    dispose() {
      stop();
      if (!isolate.isDisposed) isolate.dispose();
    },
  };
}

const recordingHost = `return {
  fetch: async () => { throw new TypeError('There is no network.'); },
  openSocket: () => { throw new TypeError('There is no network.'); },
  log: (level, text, at) => told({ level, text, at }),
  report: (error) => told({ reported: String(error) }),
};`;
