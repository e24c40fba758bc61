import {
  defineInterface,
  requireArguments,
  toDictionary,
  toText,
  toUsv,
} from './define-interface.ts';
import { ReadableStream } from './streams.ts';
import { decodeUtf8, viewBytes } from './text-decoder.ts';
import { encodeUtf8 } from './text-encoder.ts';

/** The bytes of a blob. They aren't copied, and must stay as they are. */
export let blobBytes: (blob: Blob) => Uint8Array<ArrayBuffer>;

/** A blob of bytes that nobody changes any more. */
export let makeBlob: (bytes: Uint8Array<ArrayBuffer>, type: string) => Blob;

/** As W3C's File API has it; all of it is held in memory. */
export class Blob {
  #bytes: Uint8Array<ArrayBuffer>;
  #type: string;

  static {
    blobBytes = (blob) => blob.#bytes;
    makeBlob = (bytes, type) => {
      const blob = new Blob([], { type });
      blob.#bytes = bytes;
      return blob;
    };
  }

  constructor(parts?: unknown, options?: unknown) {
    const given = toDictionary(options, 'Blob constructor');
    const endings: unknown = Reflect.get(given, 'endings') ?? 'transparent';
    if (endings !== 'transparent' && endings !== 'native') {
      throw new TypeError('endings must be "transparent" or "native"');
    }
    this.#bytes = joinParts(parts, endings === 'native');
    this.#type = toType(Reflect.get(given, 'type') ?? '');
  }

  get size(): number {
    return this.#bytes.length;
  }

  get type(): string {
    return this.#type;
  }

  slice(start: unknown = 0, end: unknown = this.size, type: unknown = ''): Blob {
    const [from, to] = [toPlace(start, this.size), toPlace(end, this.size)];
    return makeBlob(this.#bytes.subarray(from, Math.max(from, to)), toText(type));
  }

  // oxlint-disable-next-line typescript/require-await -- what it throws is to come as a rejection
  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes.slice().buffer;
  }

  // oxlint-disable-next-line typescript/require-await
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bytes.slice();
  }

  // oxlint-disable-next-line typescript/require-await
  async text(): Promise<string> {
    return decodeUtf8(this.#bytes);
  }

  stream(): ReadableStream {
    return streamBytes(this.#bytes);
  }
}

defineInterface('Blob', Blob);

/** A blob with a name. */
export class File extends Blob {
  #name: string;
  #lastModified: number;

  constructor(parts: unknown, name: unknown, options?: unknown) {
    requireArguments('File constructor', arguments, 2);
    super(parts, options);
    this.#name = toUsv(name);
    const at: unknown = Reflect.get(toDictionary(options, 'File constructor'), 'lastModified');
    this.#lastModified = at === undefined ? Date.now() : Math.trunc(Number(at)) || 0;
  }

  get name(): string {
    return this.#name;
  }

  get lastModified(): number {
    return this.#lastModified;
  }

  get webkitRelativePath(): string {
    return '';
  }
}

defineInterface('File', File);

/** Gives bytes piece by piece, as copies. */
export function streamBytes(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + pieceBytes));
      at += pieceBytes;
      if (at >= bytes.length) {
        controller.close();
        controller.byobRequest?.respond(0);
      }
    },
  });
}

const pieceBytes = 65_536;

/** Joins pieces to one. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

function joinParts(parts: unknown, isNative: boolean): Uint8Array<ArrayBuffer> {
  if (parts === undefined) return new Uint8Array();
  if (typeof parts !== 'object' || parts === null || !(Symbol.iterator in parts)) {
    throw new TypeError('The parts of a blob must be a sequence');
  }
  const pieces = [...(parts as Iterable<unknown>)].map((part) => {
    if (part instanceof Blob) return blobBytes(part);
    if (part instanceof ArrayBuffer || ArrayBuffer.isView(part)) return viewBytes(part);
    const text = toUsv(part);
    return encodeUtf8(isNative ? text.replaceAll(/\r\n?/g, '\n') : text);
  });
  return joinBytes(pieces);
}

function toType(type: unknown): string {
  const text = toText(type);
  return /[^\x20-\x7e]/.test(text) ? '' : text.toLowerCase();
}

function toPlace(at: unknown, size: number): number {
  const place = Math.trunc(Number(at)) || 0;
  return place < 0 ? Math.max(0, size + place) : Math.min(size, place);
}
