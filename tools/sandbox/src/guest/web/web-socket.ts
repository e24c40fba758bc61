import { Blob, blobBytes, makeBlob } from './blob.ts';
import { defineInterface, inside, requireArguments, toUsv } from './define-interface.ts';
import { DOMException } from './dom-exception.ts';
import { webHost, type WebHost } from './environment.ts';
import { CloseEvent, Event, MessageEvent } from './event.ts';
import { defineHandlers, dispatch, EventTarget } from './event-target.ts';
import { viewBytes } from './text-decoder.ts';
import { encodeUtf8 } from './text-encoder.ts';
import { URL } from './url.ts';

const states = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const;

/** As WHATWG's WebSockets standard has it; what waits to be sent isn't counted. */
export class WebSocket extends EventTarget {
  #url: string;
  #protocol = '';
  #state: number = states.CONNECTING;
  #binaryType: 'blob' | 'arraybuffer' = 'blob';
  #socket: ReturnType<WebHost['openSocket']>;

  constructor(url: unknown, protocols: unknown = []) {
    requireArguments('WebSocket constructor', arguments, 1);
    super();
    this.#url = toSocketUrl(url);
    this.#socket = webHost().openSocket(this.#url, toProtocols(protocols), {
      onOpen: (protocol) => this.#opened(protocol),
      onMessage: (data) => this.#received(data),
      onError: () => this.#tell(new Event('error', undefined, inside)),
      onClose: (code, reason) => this.#closed(code, reason),
    });
  }

  get url(): string {
    return this.#url;
  }

  get readyState(): number {
    return this.#state;
  }

  get bufferedAmount(): number {
    return 0;
  }

  get extensions(): string {
    return '';
  }

  get protocol(): string {
    return this.#protocol;
  }

  get binaryType(): string {
    return this.#binaryType;
  }
  set binaryType(type: unknown) {
    if (type === 'blob' || type === 'arraybuffer') this.#binaryType = type;
  }

  send(data: unknown): void {
    requireArguments('WebSocket.send', arguments, 1);
    if (this.#state === states.CONNECTING) {
      throw new DOMException('Sent before connected.', 'InvalidStateError');
    }
    const message = toMessage(data);
    if (this.#state === states.OPEN) this.#socket.send(message);
  }

  close(code?: unknown, reason?: unknown): void {
    const number = code === undefined ? undefined : Math.trunc(Number(code));
    if (number !== undefined && number !== 1000 && !(number >= 3000 && number <= 4999)) {
      throw new DOMException('The code must be 1000 or from 3000 to 4999', 'InvalidAccessError');
    }
    const text = reason === undefined ? undefined : toUsv(reason);
    if (text !== undefined && encodeUtf8(text).length > 123) {
      throw new DOMException('The reason must have at most 123 bytes', 'SyntaxError');
    }
    if (this.#state >= states.CLOSING) return;
    this.#state = states.CLOSING;
    this.#socket.close(number, text);
  }

  #opened(protocol: string): void {
    if (this.#state !== states.CONNECTING) return;
    this.#state = states.OPEN;
    this.#protocol = protocol;
    this.#tell(new Event('open', undefined, inside));
  }

  #received(data: string | Uint8Array): void {
    if (this.#state !== states.OPEN) return;
    const { origin } = new URL(this.#url);
    const shown = typeof data === 'string' ? data : this.#toBinary(data);
    this.#tell(new MessageEvent('message', { data: shown, origin }, inside));
  }

  #toBinary(data: Uint8Array): Blob | ArrayBuffer {
    const bytes = new Uint8Array(data);
    return this.#binaryType === 'blob' ? makeBlob(bytes, '') : bytes.buffer;
  }

  #closed(code: number, reason: string): void {
    if (this.#state === states.CLOSED) return;
    this.#state = states.CLOSED;
    const wasClean = code !== 1006;
    this.#tell(new CloseEvent('close', { code, reason, wasClean }, inside));
  }

  #tell(event: Event): void {
    dispatch(this, event);
  }
}

defineInterface('WebSocket', WebSocket, states);
defineHandlers(WebSocket, ['open', 'message', 'error', 'close']);

function toSocketUrl(given: unknown): string {
  const url = URL.parse(given);
  if (url === null) throw new DOMException('This is no address', 'SyntaxError');
  if (url.protocol === 'http:') url.protocol = 'ws:';
  if (url.protocol === 'https:') url.protocol = 'wss:';
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') {
    throw new DOMException(`A socket can't be opened by ${url.protocol}`, 'SyntaxError');
  }
  if (url.href.includes('#')) {
    throw new DOMException('The address of a socket has no fragment', 'SyntaxError');
  }
  return url.href;
}

function toProtocols(given: unknown): string[] {
  const isList = typeof given === 'object' && given !== null && Symbol.iterator in given;
  const protocols = isList ? Array.from(given as Iterable<unknown>, toUsv) : [toUsv(given)];
  const isToken = (protocol: string) => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(protocol);
  const names = new Set(protocols.map((protocol) => protocol.toLowerCase()));
  if (names.size < protocols.length || !protocols.every(isToken)) {
    throw new DOMException('The protocols must be tokens, each once', 'SyntaxError');
  }
  return protocols;
}

function toMessage(data: unknown): string | Uint8Array {
  if (data instanceof Blob) return blobBytes(data);
  if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return viewBytes(data).slice();
  return toUsv(data);
}
