import { tellCause } from '../protocol/tell-cause.ts';
import { decodeArguments, decodeValue, encodeError } from '../protocol/wire-value.ts';
import type { Socket, SocketEvents, WireRequest, WireResponse } from '../services/services.ts';
import type { GuestContext } from './api/guest-context.ts';
import { makeApi } from './api/make-api.ts';
import { encodeThrown } from './encode-thrown.ts';
import { Link } from './link.ts';
import type { EngineNatives } from './natives.ts';
import { WorkQueue } from './work-queue.ts';
import type { WorkOutcome } from './work.ts';
import { emptyState, type GuestPaths, type GuestState } from './state.ts';
import { fireTimer, installWeb, type WebHost } from './web/install-web.ts';

/** What an engine gives to the isolate of a build. */
export interface GuestOptions {
  natives: EngineNatives;
  build: number;
  mode: string;
  paths: GuestPaths;
  state: Partial<GuestState>;
  limits: { openCalls: number; messageBytes: number };
}

/** What the engine calls in the isolate. Nothing of it is within reach of the extension. */
export interface Guest {
  /** For the modules of the bundle that import it: nothing else in the isolate leads there. */
  api: ApiParts;
  /** Takes a message of the host. */
  receive(line: string): void;
  /** A timer has run out. */
  fire(id: number): void;
  /** What takes long has been computed. */
  finishWork(id: number, outcome: WorkOutcome): void;
  /** Takes what the entry file exports. */
  start(exported: object): void;
}

/** What the module of the isolate exports that modules for extensions are made with. */
export interface ApiParts {
  /** The API of native extensions. */
  orchestra: ReturnType<typeof makeApi>['orchestra'];
  /** What the APIs of other kinds stand on. */
  guest: GuestContext;
}

/** Makes an isolate a place where extensions run: globals, API, and the line to the host. */
export function startGuest({ natives, build, mode, paths, state, limits }: GuestOptions): Guest {
  const link = new Link(natives, { build, limits });
  const report = (error: unknown) => {
    const { name, message, stack = '', causes = [] } = encodeThrown(error);
    const text = [`${name}: ${message}`, ...causes.map(tellCause)].join('\n');
    link.log('error', text, stack);
  };
  const guest: GuestContext = {
    link,
    natives,
    work: new WorkQueue(natives),
    report,
    paths,
    state: { ...emptyState(), ...state },
  };
  installWeb(globalThis, natives, makeWebHost(guest));
  const api = makeApi(guest, globalThis.fetch);
  const life = new Life({ guest, secrets: api.secrets, mode, paths });

  function receive(line: string): void {
    const message: unknown = JSON.parse(line);
    if (!isMessage(message)) return;
    if (link.receive(message)) return;
    const call = Number(message['call']);
    switch (message.type) {
      case 'run': {
        const args = decodeArguments(message['args']);
        void link.answer(call, () => api.runCommand(Number(message['registration']), args));
        break;
      }
      case 'event':
        api.events[String(message['name'])]?.(decodeValue(message['value']));
        break;
      case 'state':
        Object.assign(guest.state, decodeValue(message['state']));
        break;
      case 'ping':
        link.post({ type: 'pong', call });
        break;
      case 'activate':
        void life.activate();
        break;
      case 'dispose':
        void life.dispose();
        break;
    }
  }

  return {
    api: { orchestra: api.orchestra, guest },
    receive,
    fire: fireTimer,
    finishWork: (id, outcome) => guest.work.finish(id, outcome),
    start: (exported) => life.start(exported),
  };
}

/** The global's, as it was before extensions may replace what it has. */
const JSON = { parse: globalThis.JSON.parse };

// the engine hands on what the host sent, which made it by its schemas
function isMessage(value: unknown): value is { type: string; [key: string]: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function makeWebHost({ link, report }: GuestContext): WebHost {
  return {
    async fetch(request: WireRequest, signal: AbortSignal | undefined) {
      const { head, parts } = link.stream('network.fetch', [request], {
        caller: globalThis.fetch,
        signal,
      });
      return {
        head: (await head) as Omit<WireResponse, 'body'>,
        body: parts as AsyncIterable<Uint8Array>,
      };
    },
    openSocket(url: string, protocols: readonly string[], events: SocketEvents): Socket {
      const { id, dispose } = link.register('network.openSocket', [url, protocols], {
        caller: globalThis.WebSocket as never,
        actions: {
          open: (protocol) => events.onOpen(String(protocol)),
          message: (data) => events.onMessage(data as string),
          failed: (error) => events.onError(encodeError(error).message),
          closed: (value) => {
            const { code, reason } = value as { code: number; reason: string };
            events.onClose(code, reason);
            dispose();
          },
        },
      });
      const tell = (api: string, args: unknown[]) =>
        void link.call(api, [id, ...args], { caller: tell }).catch(report);
      return {
        send: (data) => tell('socket.send', [data]),
        close: (code, reason) => tell('socket.close', [code, reason]),
      };
    },
    log: (level, text, at) => link.log(level, text, at),
    report,
  };
}

interface Exported {
  activate?(context: object): unknown;
  deactivate?(): unknown;
}

/** From `activate` to `deactivate`. */
interface LifeOptions {
  guest: GuestContext;
  secrets: object;
  mode: string;
  paths: GuestPaths;
}

class Life {
  readonly #options: LifeOptions;
  readonly #subscriptions: { dispose?(): unknown }[] = [];
  #exported: Exported = {};
  #isActive = false;

  constructor(options: LifeOptions) {
    this.#options = options;
  }

  start(exported: Exported & { default?: Exported }): void {
    const { default: inner } = exported;
    // CommonJS has all it exports as the default, too
    const isInner =
      typeof exported.activate !== 'function' && typeof inner?.activate === 'function';
    this.#exported = isInner ? inner : exported;
    const { link } = this.#options.guest;
    if (typeof this.#exported.activate === 'function') {
      link.post({ type: 'loaded' });
      return;
    }
    const names = Object.keys(exported);
    const message = `The entry file exports no function "activate"; it exports ${names.length === 0 ? 'nothing' : names.join(', ')}.`;
    link.post({ type: 'failed', reason: 'threw', error: { name: 'TypeError', message } });
  }

  async activate(): Promise<void> {
    const { guest, secrets, mode, paths } = this.#options;
    const context = {
      ...paths,
      subscriptions: this.#subscriptions,
      secrets,
      extensionMode: mode,
    };
    try {
      this.#isActive = true;
      await this.#exported.activate?.(context);
      guest.link.post({ type: 'ready' });
    } catch (error) {
      guest.link.post({ type: 'failed', reason: 'threw', error: encodeThrown(error) });
    }
  }

  async dispose(): Promise<void> {
    const { guest } = this.#options;
    if (this.#isActive) {
      this.#isActive = false;
      await this.#end(() => this.#exported.deactivate?.());
      for (const subscription of this.#subscriptions.splice(0).toReversed()) {
        await this.#end(() => subscription.dispose?.());
      }
    }
    guest.link.post({ type: 'disposed' });
  }

  async #end(step: () => unknown): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.#options.guest.report(error);
    }
  }
}
