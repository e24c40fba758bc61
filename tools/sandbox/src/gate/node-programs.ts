import { type Static, Type } from 'typebox';
import { programSignals, type RunningProgram } from '../services/services.ts';
import { type CallContext, defineCall, defineStream, type GatedCall } from './api-call.ts';

const text = Type.String();
const program = [
  Type.String({ minLength: 1 }),
  Type.Array(text),
  Type.Object({
    cwd: Type.Optional(Type.String({ minLength: 1, maxLength: 4096 })),
    env: Type.Optional(Type.Record(text, text)),
  }),
] as const;
const bytes = Type.Refine(Type.Unsafe<Uint8Array>({}), (value) => value instanceof Uint8Array);
const waiting = Type.Object({
  input: bytes,
  timeout: Type.Integer({ minimum: 0 }),
  killSignal: Type.Enum([...programSignals]),
  maxBuffer: Type.Number({ minimum: 0 }),
});

/** What a program that was waited for printed, in bytes. */
const mostOutput = 2_500_000;

/** Starts a program that is talked to by a number: the head of the answer. */
function defineStart(api: string): [string, GatedCall] {
  const run = defineStream(api, { args: program }, async ([command, args, options], context) => {
    const { services, opened, signal } = context;
    const started = await services.system.start(command, args, options, signal);
    const closing = { ...started, close: () => void started.kill('SIGKILL') };
    const number = await opened.programs.add(Promise.resolve(closing));
    return { head: { number, pid: started.pid }, parts: untilEnd(started, number, context) };
  });
  return [api, run];
}

async function* untilEnd(started: RunningProgram, number: number, { opened }: CallContext) {
  try {
    yield* started.output;
  } finally {
    await opened.programs.close(number).catch(() => undefined); // it was ended with the build
  }
}

/** Runs a program to its end. Its output is cut where it is too much: then the program is ended. */
function defineWaiting(api: string): [string, GatedCall] {
  const args = [...program, waiting] as const;
  const run = defineCall(api, { args }, async ([command, list, options, how], context) => {
    const started = await context.services.system.start(command, list, options, context.signal);
    void started.write(how.input).then(() => started.end());
    return collect(started, how);
  });
  return [api, run];
}

async function collect(started: RunningProgram, how: Static<typeof waiting>) {
  const printed = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  const lengths = { stdout: 0, stderr: 0 };
  const limit = Math.min(how.maxBuffer, mostOutput);
  let endedBy: 'timeout' | 'output' | null = null;
  const end = (why: 'timeout' | 'output') => {
    endedBy ??= why;
    started.kill(how.killSignal);
  };
  const timer =
    how.timeout > 0
      ? setTimeout(() => end('timeout'), Math.min(how.timeout, 2 ** 31 - 1))
      : undefined;
  try {
    for await (const part of started.output) {
      if (part.from === 'end') {
        const { exitCode, signal } = part;
        const [stdout, stderr] = [Buffer.concat(printed.stdout), Buffer.concat(printed.stderr)];
        return { pid: started.pid, exitCode, signal, endedBy, stdout, stderr };
      }
      const left = limit - lengths[part.from];
      printed[part.from].push(part.bytes.subarray(0, left));
      lengths[part.from] += Math.min(part.bytes.length, left);
      if (part.bytes.length > left) end('output');
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error('The program has not told how it ended.');
}

const onRunning: Record<string, GatedCall> = {
  'child_process:spawn.write': defineCall(
    'child_process:spawn',
    { args: [Type.Integer(), bytes] },
    ([number, content], { opened }) => opened.programs.find(number).write(content),
  ),
  'child_process:spawn.end': defineCall(
    'child_process:spawn',
    { args: [Type.Integer()] },
    ([number], { opened }) => opened.programs.find(number).end(),
  ),
  'child_process:spawn.kill': defineCall(
    'child_process:spawn',
    { args: [Type.Integer(), Type.Enum([...programSignals])] },
    ([number, signal], { opened }) => opened.programs.find(number).kill(signal),
  ),
};

/** Calls of Node's `child_process`, by the name that they are sent with. */
export const nodeProgramCalls: Readonly<Record<string, GatedCall>> = Object.fromEntries([
  ...['exec', 'execFile', 'spawn'].map((name) => defineStart(`child_process:${name}`)),
  ...['execSync', 'execFileSync', 'spawnSync'].map((name) =>
    defineWaiting(`child_process:${name}`),
  ),
  ...Object.entries(onRunning),
]);
