import { RegistryError } from '@orchestra/core';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { toProblemDetails } from './problem-details.ts';

/** Statuses for errors that occur before there is a request. Source: Node's `clientError` event. */
const statuses: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers invalid HTTP with a problem response too, and closes the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ''] ?? 400;
  const reason = STATUS_CODES[status] ?? '';
  const failed = new RegistryError(
    'body-invalid',
    `This is no request that can be read: ${reason}`,
  );
  const body = JSON.stringify({ ...toProblemDetails(failed), status });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
