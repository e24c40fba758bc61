import { Type } from 'typebox';
import type { RunningModule } from '../services/services.ts';
import { type CallContext, defineCall, defineStream, type GatedCall } from './api-call.ts';

/*
 * What Node's `fork` asks of the host, for modules of the extension: the service starts nothing else. Other modules
 * are programs, and the extension asks for those as for any.
 */

const api = 'child_process:fork';
const text = Type.String({ maxLength: 32_768 });
const path = Type.String({ minLength: 1, maxLength: 4096 });
const bytes = Type.Refine(Type.Unsafe<Uint8Array>({}), (value) => value instanceof Uint8Array);
const options = Type.Object({
  cwd: Type.Optional(path),
  env: Type.Optional(Type.Record(text, text)),
  flags: Type.Array(text, { maxItems: 64 }),
  hasChannel: Type.Boolean(),
});

const start = defineStream(
  api,
  { args: [path, Type.Array(text, { maxItems: 256 }), options] },
  async ([module, args, how], context) => {
    const { services, opened, signal } = context;
    const started = await services.servers.start(module, args, how, signal);
    const closing = { ...started, close: () => void started.kill('SIGKILL') };
    const opening = await opened.servers.add(Promise.resolve(closing));
    return {
      head: { number: opening, pid: started.pid },
      parts: untilEnd(started, opening, context),
    };
  },
);

async function* untilEnd(started: RunningModule, of: number, { opened }: CallContext) {
  try {
    yield* started.output;
  } finally {
    await opened.servers.close(of).catch(() => undefined); // it was ended with the build
  }
}

const number = Type.Integer();

/** What is done with a server that runs. */
function defineOnRunning(run: (server: RunningModule) => unknown): GatedCall {
  return defineCall(api, { args: [number] }, ([of], { opened }) => run(opened.servers.find(of)));
}

/** The same with bytes for it. */
function defineSending(run: (server: RunningModule, given: Uint8Array) => unknown): GatedCall {
  return defineCall(api, { args: [number, bytes] }, ([of, given], { opened }) =>
    run(opened.servers.find(of), given),
  );
}

const said = defineStream(api, { args: [number] }, ([of], { opened }) =>
  Promise.resolve({ head: null, parts: opened.servers.find(of).said }),
);

/** Calls of `child_process.fork`, by the name that they are sent with. */
export const nodeServerCalls: Readonly<Record<string, GatedCall>> = {
  [api]: start,
  [`${api}.said`]: said,
  [`${api}.write`]: defineSending((server, given) => server.write(given)),
  [`${api}.send`]: defineSending((server, given) => server.send(given)),
  [`${api}.end`]: defineOnRunning((server) => server.end()),
  [`${api}.disconnect`]: defineOnRunning((server) => server.disconnect()),
  [`${api}.kill`]: defineOnRunning((server) => server.kill('SIGKILL')),
};
