import { nativeLimits } from '../natives.ts';
import { defineInterface, toDictionary, toText } from './define-interface.ts';
import { webNatives } from './environment.ts';

const openTexts = new FinalizationRegistry<number>((id) => webNatives().dropDecoder(id));
let lastId = 0;

/** As WHATWG's Encoding standard has it, with the encodings that Node knows. */
export class TextDecoder {
  #encoding: string;
  #fatal: boolean;
  #ignoreBOM: boolean;
  /** Of a text of which more parts follow. */
  #id: number | undefined;

  constructor(label: unknown = 'utf-8', options?: unknown) {
    const name = webNatives().encodingName(toText(label));
    if (name === null) {
      const message = `The "${toText(label)}" encoding is not supported`;
      throw Object.assign(new RangeError(message), { code: 'ERR_ENCODING_NOT_SUPPORTED' });
    }
    const given = toDictionary(options, 'TextDecoder constructor');
    this.#encoding = name;
    this.#fatal = Boolean(Reflect.get(given, 'fatal'));
    this.#ignoreBOM = Boolean(Reflect.get(given, 'ignoreBOM'));
  }

  get encoding(): string {
    return this.#encoding;
  }

  get fatal(): boolean {
    return this.#fatal;
  }

  get ignoreBOM(): boolean {
    return this.#ignoreBOM;
  }

  decode(input?: unknown, options?: unknown): string {
    const bytes = input === undefined ? new Uint8Array() : viewBytes(input);
    const stream = Boolean(Reflect.get(toDictionary(options, 'TextDecoder.decode'), 'stream'));
    const parts: string[] = [];
    let at = 0;
    while (bytes.length - at > nativeLimits.chunkBytes) {
      parts.push(this.#decodePart(bytes.slice(at, at + nativeLimits.chunkBytes), true));
      at += nativeLimits.chunkBytes;
    }
    parts.push(this.#decodePart(bytes.slice(at), stream));
    return parts.join('');
  }

  #decodePart(bytes: Uint8Array, more: boolean): string {
    if (more && this.#id === undefined) {
      lastId += 1;
      this.#id = lastId;
      openTexts.register(this, lastId, this);
    }
    const id = this.#id;
    const settings = { label: this.#encoding, fatal: this.#fatal, ignoreBOM: this.#ignoreBOM };
    const text = webNatives().decodeText(bytes, { ...settings, id, more });
    if (text === null || !more) this.#forget();
    if (text !== null) return text;
    const message = `The encoded data was not valid for encoding ${this.#encoding}`;
    throw Object.assign(new TypeError(message), { code: 'ERR_ENCODING_INVALID_ENCODED_DATA' });
  }

  #forget(): void {
    if (this.#id === undefined) return;
    openTexts.unregister(this);
    this.#id = undefined;
  }
}

defineInterface('TextDecoder', TextDecoder);

/** The bytes of a buffer or of a view on one. They aren't copied. */
export function viewBytes(input: unknown): Uint8Array<ArrayBuffer> {
  if (ArrayBuffer.isView(input)) {
    return new Uint8Array(input.buffer as ArrayBuffer, input.byteOffset, input.byteLength);
  }
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  if (input instanceof SharedArrayBuffer) return new Uint8Array(new Uint8Array(input));
  throw new TypeError('An ArrayBuffer, or a view on one, is needed');
}

/** Decodes UTF-8 as bodies are: a byte order mark is left out, wrong bytes are replaced. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
