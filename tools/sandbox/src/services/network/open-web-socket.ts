import { DecoratorHandler, type Dispatcher, WebSocket } from 'undici';
import { ServiceError } from '../service-error.ts';
import type { Socket, SocketEvents } from '../services.ts';
import { type NetworkSettings, openDispatcher } from './open-dispatcher.ts';
import { requireScheme, toNetworkError } from './network-service.ts';

/** What may wait to be sent, in bytes. */
const maxWaiting = 16 * 1024 * 1024;

/** Sockets that may be open at once. */
const maxSockets = 200;

/**
 * Opens a WebSocket. What goes wrong afterwards is told by `onError`, and then `onClose`.
 *
 * @param of.sockets those that are open
 * @throws ServiceError `invalid-argument` for addresses and protocols that are none, `too-many`
 */
export function openWebSocket(
  url: string,
  of: {
    protocols: readonly string[];
    events: SocketEvents;
    settings: NetworkSettings;
    sockets: Set<AsyncDisposable>;
  },
): Socket {
  const { events, sockets } = of;
  requireScheme(url, ['ws:', 'wss:']);
  if (sockets.size >= maxSockets) {
    throw new ServiceError('too-many', `At most ${maxSockets} WebSockets may be open at once`);
  }
  let failure: Error | undefined;
  const dispatcher = openDispatcher(of.settings, (error) => (failure = error));
  const open = { [Symbol.asyncDispose]: () => dispatcher.destroy() };
  const noting = noteAnswers(dispatcher, (error) => (failure ??= error));
  const socket = construct(url, { protocols: of.protocols, dispatcher: noting });
  sockets.add(open);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', () => events.onOpen(socket.protocol));
  socket.addEventListener('message', ({ data }: { data: unknown }) =>
    events.onMessage(data instanceof ArrayBuffer ? new Uint8Array(data) : String(data)),
  );
  socket.addEventListener('error', (event) => {
    const said =
      event.message === '' ? 'the connection broke, or was none of WebSocket' : event.message;
    events.onError(toNetworkError(failure ?? new Error(said), { url }).message);
  });
  socket.addEventListener('close', ({ code, reason }) => {
    sockets.delete(open);
    void dispatcher.destroy();
    events.onClose(code, reason);
  });
  return {
    send: (data) => {
      if (socket.bufferedAmount > maxWaiting) {
        throw new ServiceError('too-many', 'More than 16 MiB wait to be sent; send less at once');
      }
      socket.send(typeof data === 'string' ? data : new Uint8Array(data));
    },
    close: (code, reason) => socket.close(code, reason),
  };
}

/** Tells of answers that open no WebSocket, which it keeps to itself. */
function noteAnswers(dispatcher: Dispatcher, onFailure: (error: Error) => void): Dispatcher {
  return dispatcher.compose(
    (dispatch) => (request, handler) => dispatch(request, new NotingHandler(handler, onFailure)),
  );
}

class NotingHandler extends DecoratorHandler {
  readonly #onFailure: (error: Error) => void;
  readonly #handler: Dispatcher.DispatchHandler;

  constructor(handler: Dispatcher.DispatchHandler, onFailure: (error: Error) => void) {
    super(handler);
    this.#handler = handler;
    this.#onFailure = onFailure;
  }

  onResponseStart(
    ...answer: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>
  ) {
    const [, status, , text = ''] = answer;
    if (status !== 101) this.#onFailure(new Error(`it answered ${`${status} ${text}`.trim()}`));
    this.#handler.onResponseStart?.(...answer);
  }
}

function construct(
  url: string,
  { protocols, dispatcher }: { protocols: readonly string[]; dispatcher: Dispatcher },
): WebSocket {
  try {
    return new WebSocket(url, { protocols: [...protocols], dispatcher });
  } catch (error) {
    const said = error instanceof Error ? error.message : 'it is not valid';
    throw new ServiceError('invalid-argument', `A WebSocket can't be opened: ${said}`, {
      cause: error,
    });
  }
}
