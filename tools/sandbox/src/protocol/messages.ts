import { Type, type Static } from 'typebox';

const id = Type.Integer({ minimum: 1, maximum: 2 ** 52 });
const text = Type.String();
/** What `encodeValue` made. */
const value = Type.Unknown();
const ofError = {
  name: text,
  message: text,
  stack: Type.Optional(text),
  code: Type.Optional(text),
};
/** What is behind an error: its cause, or a part of it where it joins several. */
export const CausesSchema = Type.Array(
  Type.Object({ kind: Type.Enum(['cause', 'part']), ...ofError }),
  { maxItems: 10 },
);
const error = Type.Object({ ...ofError, causes: Type.Optional(CausesSchema) });
/** What came of it: a value, or what was thrown. */
const outcome = Type.Union([
  Type.Object({ ok: Type.Literal(true), value }, { additionalProperties: false }),
  Type.Object({ ok: Type.Literal(false), error }, { additionalProperties: false }),
]);

function message<T extends string, P extends Record<string, object>>(type: T, properties: P) {
  return Type.Object({ type: Type.Literal(type), ...properties }, { additionalProperties: false });
}

/** Whose API an extension is written for. */
export const extensionKinds = ['native', 'raycast', 'vscode'] as const;

/** See {@link extensionKinds}. */
export type ExtensionKind = (typeof extensionKinds)[number];

/** Run this code: an ES module that imports nothing. `state` is as in the message `state`. */
export const LoadMessageSchema = message('load', {
  build: id,
  kind: Type.Enum([...extensionKinds]),
  name: text,
  code: text,
  mode: text,
  paths: value,
  state: value,
});

/** See {@link LoadMessageSchema}. */
export type LoadMessage = Static<typeof LoadMessageSchema>;

/**
 * What a host says to an engine, a line of JSON each. Every message names the build of the extension that it
 * is for, since two of them may run while one takes the place of the other. A line begins with `type` and
 * `build`, in this order, so that an engine need not parse it to hand it on.
 */
export const HostMessageSchema = Type.Union([
  LoadMessageSchema,
  /** Call `activate`. */
  message('activate', { build: id }),
  /** Call what was registered for a command. Answered by `done`. */
  message('run', { build: id, call: id, registration: id, args: value }),
  /** Call a function that was given with a call or a registration. Answered by `done`. */
  message('callback', { build: id, call: id, callback: id, args: value }),
  /** What came of a `call`. */
  message('result', { build: id, call: id, outcome }),
  /** A part of what a `call` gives piece by piece; a few of them, and then one for each `more`. */
  message('chunk', { build: id, call: id, value }),
  /** The last part was sent, or sending failed. */
  message('end', { build: id, call: id, error: Type.Optional(error) }),
  /** What a person did, or the system told, with something registered. */
  message('action', { build: id, registration: id, name: text, value }),
  /** What happened to all: `settings.onDidChange`. */
  message('event', { build: id, name: text, value }),
  /** What the API reads without waiting. Keys that are absent stay as they were. */
  message('state', { build: id, state: value }),
  /** Answered by `pong`. */
  message('ping', { build: id, call: id }),
  /** Call `deactivate`, dispose of the subscriptions, then end the isolate. Answered by `disposed`. */
  message('dispose', { build: id }),
  /** End the isolate at once. Answered by nothing. */
  message('stop', { build: id }),
]);

/** What an engine says to its host, a line of JSON each. */
export const EngineMessageSchema = Type.Union([
  /** The process runs. It is of no build, and the only one that is. */
  message('started', {}),
  /** The code ran, and `activate` may be called. */
  message('loaded', { build: id }),
  /** `activate` has ended. */
  message('ready', { build: id }),
  /** The build can't be run (any longer). */
  message('failed', { build: id, reason: text, error }),
  /** A call of the API. `at` is the stack of the caller. */
  message('call', { build: id, call: id, api: text, args: value, at: text }),
  /** The caller doesn't wait any longer: an `AbortSignal` was aborted, a stream was left. */
  message('cancel', { build: id, call: id }),
  /** A part of a stream was read: one more may be sent. */
  message('more', { build: id, call: id }),
  /** Something that stays until it is disposed of: a command, a watcher, an item of the status bar. */
  message('register', { build: id, registration: id, api: text, args: value, at: text }),
  /** What something registered looks like now. */
  message('render', { build: id, registration: id, view: value }),
  /** Something registered is no more. */
  message('unregister', { build: id, registration: id }),
  /** What came of a `run` or a `callback`. */
  message('done', { build: id, call: id, outcome }),
  message('log', { build: id, level: text, text, at: text }),
  message('pong', { build: id, call: id }),
  message('disposed', { build: id }),
]);

/**
 * Why an engine ends itself, with all of its builds: a line that it writes to its standard error, since a
 * message may be half written to its standard output.
 */
export const EngineEndSchema = Type.Object(
  { reason: text, message: text },
  { additionalProperties: false },
);

/** See {@link EngineEndSchema}. */
export type EngineEndMessage = Static<typeof EngineEndSchema>;

/** See {@link HostMessageSchema}. */
export type HostMessage = Static<typeof HostMessageSchema>;

/** See {@link EngineMessageSchema}. */
export type EngineMessage = Static<typeof EngineMessageSchema>;

/** What an engine says of a build. */
export type SessionMessage = Exclude<EngineMessage, { type: 'started' }>;

/** A value, or what was thrown. */
export type Outcome = Static<typeof outcome>;

/** Why a build can't be run (any longer). */
export const failureReasons = [
  'syntax', // the code is no JavaScript
  'threw', // it threw while it was loaded, or in `activate`
  'slow', // it ran longer than a slice without giving way
  'memory', // it used more memory than it may
  'flood', // it sent more than its host could take
  'ended', // its process ended
] as const;
