import type { Natives } from '../natives.ts';
import { AbortController, AbortSignal } from './abort.ts';
import { atob, btoa } from './base64.ts';
import { Blob, File } from './blob.ts';
import { makeConsole } from './console.ts';
import { Crypto, SubtleCrypto } from './crypto.ts';
import { inside } from './define-interface.ts';
import { DOMException } from './dom-exception.ts';
import { setEnvironment, type WebHost } from './environment.ts';
import { CloseEvent, CustomEvent, ErrorEvent, Event, MessageEvent } from './event.ts';
import { EventTarget } from './event-target.ts';
import { fetch } from './fetch.ts';
import { FormData } from './form-data.ts';
import { Headers } from './headers.ts';
import { Navigator } from './navigator.ts';
import { Performance, PerformanceEntry } from './performance.ts';
import { Request } from './request.ts';
import { Response } from './response.ts';
import { streamClasses, TextDecoderStream, TextEncoderStream } from './streams.ts';
import { structuredClone } from './structured-clone.ts';
import { TextDecoder } from './text-decoder.ts';
import { TextEncoder } from './text-encoder.ts';
import * as timers from './timers.ts';
import { URL } from './url.ts';
import { URLSearchParams } from './url-search-params.ts';
import { stayAwakeFor } from './web-assembly.ts';
import { WebSocket } from './web-socket.ts';

export { fireTimer } from './timers.ts';
export type { WebHost } from './environment.ts';

/**
 * Gives an isolate the globals of the web. The natives and the host stay out of reach: nothing that is installed
 * holds them as a property.
 */
export function installWeb(global: object, natives: Natives, host: WebHost): void {
  setEnvironment({ natives, host });
  for (const [name, value] of Object.entries(classes)) define(global, name, value, false);
  for (const [name, value] of Object.entries(functions)) {
    Object.defineProperty(value, 'name', { value: name, configurable: true });
    define(global, name, value, true);
  }
  const objects = {
    console: makeConsole(),
    crypto: new Crypto(inside),
    navigator: new Navigator(inside),
    performance: new Performance(inside),
    self: global,
  };
  for (const [name, value] of Object.entries(objects))
    define(global, name, value, name !== 'console');
  const webAssembly: unknown = Reflect.get(global, 'WebAssembly');
  if (typeof webAssembly === 'object' && webAssembly !== null) stayAwakeFor(webAssembly);
}

const classes = {
  AbortController,
  AbortSignal,
  Blob,
  CloseEvent,
  Crypto,
  CustomEvent,
  DOMException,
  ErrorEvent,
  Event,
  EventTarget,
  File,
  FormData,
  Headers,
  MessageEvent,
  Navigator,
  Performance,
  PerformanceEntry,
  Request,
  Response,
  SubtleCrypto,
  TextDecoder,
  TextDecoderStream,
  TextEncoder,
  TextEncoderStream,
  URL,
  URLSearchParams,
  WebSocket,
  ...streamClasses,
};

const { clearImmediate, clearInterval, clearTimeout, queueMicrotask, reportUncaught } = timers;
const { setImmediate, setInterval, setTimeout } = timers;
const functions = {
  atob,
  btoa,
  clearImmediate,
  clearInterval,
  clearTimeout,
  fetch,
  queueMicrotask,
  reportError: reportUncaught,
  setImmediate,
  setInterval,
  setTimeout,
  structuredClone,
};

function define(global: object, name: string, value: unknown, enumerable: boolean): void {
  Object.defineProperty(global, name, { value, enumerable, writable: true, configurable: true });
}
