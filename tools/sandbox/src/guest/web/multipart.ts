import { blobBytes, File, joinBytes } from './blob.ts';
import { toLatin1 } from './base64.ts';
import { webNatives } from './environment.ts';
import { FormData } from './form-data.ts';
import { decodeUtf8 } from './text-decoder.ts';
import { encodeUtf8 } from './text-encoder.ts';

/** Writes a form as `multipart/form-data` (RFC 7578), as HTML has it. */
export function writeMultipart(form: FormData): {
  bytes: Uint8Array<ArrayBuffer>;
  boundary: string;
} {
  const digits = Array.from(webNatives().randomBytes(16), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  const boundary = `----form-boundary-${digits.join('')}`;
  const pieces: Uint8Array[] = [];
  const text = (part: string) => pieces.push(encodeUtf8(part));
  for (const [name, value] of form.entries()) {
    text(`--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(toCrlf(name))}"`);
    if (typeof value === 'string') text(`\r\n\r\n${toCrlf(value)}\r\n`);
    else {
      const type = value.type || 'application/octet-stream';
      text(`; filename="${escapeName(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`);
      pieces.push(blobBytes(value));
      text('\r\n');
    }
  }
  text(`--${boundary}--\r\n`);
  return { bytes: joinBytes(pieces), boundary };
}

function toCrlf(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, '\r\n');
}

function escapeName(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}

/**
 * Reads `multipart/form-data`.
 *
 * @throws TypeError where it is none
 */
export function readMultipart(bytes: Uint8Array, boundary: string): FormData {
  const text = toLatin1(bytes); // so that places in it are places in the bytes
  const mark = `--${boundary}`;
  const form = new FormData();
  let at = text.startsWith(mark) ? 0 : text.indexOf(`\r\n${mark}`) + 2;
  if (at === 1) throw broken('its boundary is missing');
  for (;;) {
    at += mark.length;
    if (text.startsWith('--', at)) return form;
    if (!text.startsWith('\r\n', at)) throw broken('a boundary does not end its line');
    const headEnd = text.indexOf('\r\n\r\n', at);
    const end = text.indexOf(`\r\n${mark}`, headEnd + 2);
    if (headEnd === -1 || end === -1) throw broken('a part does not end');
    const head = decodeUtf8(bytes.slice(at + 2, headEnd));
    addPart(form, head, bytes.slice(Math.min(headEnd + 4, end), end));
    at = end + 2;
  }
}

function addPart(form: FormData, head: string, body: Uint8Array): void {
  const disposition = /^content-disposition:[ \t]*form-data;(.*)$/im.exec(head)?.[1] ?? '';
  const name = readParameter(disposition, 'name');
  if (name === undefined) throw broken('a part has no name');
  const filename = readParameter(disposition, 'filename');
  if (filename === undefined) return form.append(name, decodeUtf8(body));
  const type = /^content-type:[ \t]*(.*?)[ \t]*$/im.exec(head)?.[1] ?? 'text/plain';
  form.append(name, new File([body], filename, { type }));
}

function readParameter(disposition: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|;)[ \\t]*${name}="([^"]*)"`, 'i').exec(disposition);
  return found?.[1]?.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%22', '"');
}

function broken(why: string): TypeError {
  return new TypeError(`The body is no form: ${why}.`);
}
