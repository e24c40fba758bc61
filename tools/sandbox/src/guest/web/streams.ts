import * as streams from 'web-streams-polyfill';
import { defineInterface } from './define-interface.ts';
import { TextDecoder } from './text-decoder.ts';
import { encodeUtf8 } from './text-encoder.ts';

// WHATWG's own reference, kept up to date; it needs nothing of the DOM
export { ReadableStream, TransformStream, WritableStream } from 'web-streams-polyfill';

/** All classes of WHATWG's Streams standard, by name. */
export const streamClasses: Readonly<Record<string, { prototype: object }>> = {
  ByteLengthQueuingStrategy: streams.ByteLengthQueuingStrategy,
  CountQueuingStrategy: streams.CountQueuingStrategy,
  ReadableByteStreamController: streams.ReadableByteStreamController,
  ReadableStream: streams.ReadableStream,
  ReadableStreamBYOBReader: streams.ReadableStreamBYOBReader,
  ReadableStreamBYOBRequest: streams.ReadableStreamBYOBRequest,
  ReadableStreamDefaultController: streams.ReadableStreamDefaultController,
  ReadableStreamDefaultReader: streams.ReadableStreamDefaultReader,
  TransformStream: streams.TransformStream,
  TransformStreamDefaultController: streams.TransformStreamDefaultController,
  WritableStream: streams.WritableStream,
  WritableStreamDefaultController: streams.WritableStreamDefaultController,
  WritableStreamDefaultWriter: streams.WritableStreamDefaultWriter,
};

for (const [name, made] of Object.entries(streamClasses)) defineInterface(name, made);

/** Makes bytes of text, as WHATWG's Encoding standard has it. */
export class TextEncoderStream {
  #pair: streams.TransformStream<unknown, Uint8Array>;

  constructor() {
    let kept = '';
    this.#pair = new streams.TransformStream<unknown, Uint8Array>({
      transform(chunk, controller) {
        const text = kept + `${chunk as string}`;
        // half of a pair waits for the other half
        const end = /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
        kept = text.slice(end);
        if (end > 0) controller.enqueue(encodeUtf8(text.slice(0, end).toWellFormed()));
      },
      flush(controller) {
        if (kept !== '') controller.enqueue(encodeUtf8(kept.toWellFormed()));
      },
    });
  }

  get encoding(): string {
    return 'utf-8';
  }

  get readable() {
    return this.#pair.readable;
  }

  get writable() {
    return this.#pair.writable;
  }
}

defineInterface('TextEncoderStream', TextEncoderStream);

/** Makes text of bytes, as WHATWG's Encoding standard has it. */
export class TextDecoderStream {
  #decoder: TextDecoder;
  #pair: streams.TransformStream<unknown, string>;

  constructor(label?: unknown, options?: unknown) {
    const decoder = new TextDecoder(label, options);
    this.#decoder = decoder;
    this.#pair = new streams.TransformStream<unknown, string>({
      transform(chunk, controller) {
        const text = decoder.decode(chunk ?? null, { stream: true });
        if (text !== '') controller.enqueue(text);
      },
      flush(controller) {
        const text = decoder.decode();
        if (text !== '') controller.enqueue(text);
      },
    });
  }

  get encoding(): string {
    return this.#decoder.encoding;
  }

  get fatal(): boolean {
    return this.#decoder.fatal;
  }

  get ignoreBOM(): boolean {
    return this.#decoder.ignoreBOM;
  }

  get readable() {
    return this.#pair.readable;
  }

  get writable() {
    return this.#pair.writable;
  }
}

defineInterface('TextDecoderStream', TextDecoderStream);
