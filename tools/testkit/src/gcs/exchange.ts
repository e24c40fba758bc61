import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';

/** A connection that a fault has cut: there is nobody to answer. */
export class Cut extends Error {
  override readonly name = 'Cut';
}

/** What is answered. */
export interface Answer {
  status: number;
  headers?: Record<string, string | number>;
  /** An object becomes JSON. */
  body?: Buffer | object;
}

/** A request that was received, but for its body. */
export interface Exchange {
  method: string;
  url: URL;
  request: IncomingMessage;
  fault: Fault | null;
  /** Where this server is. */
  origin: string;
}

/**
 * Reads the body of a request.
 *
 * @param onPart called with what arrived before a fault cut the connection
 * @throws Cut
 */
export async function readBody(
  { request, fault }: Pick<Exchange, 'request' | 'fault'>,
  onPart: (part: Buffer) => void = () => {},
): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? Number.NaN);
  const limit =
    fault?.cut === 'request' ? (fault.afterBytes ?? Math.floor((declared || 2) / 2)) : Infinity;
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request) {
      parts.push(part);
      size += part.length;
      if (size >= limit) throw new Cut();
    }
  } catch (error) {
    onPart(Buffer.concat(parts).subarray(0, limit)); // also where the sender has gone
    throw error instanceof Cut ? error : new Cut('the sender has gone', { cause: error });
  }
  return Buffer.concat(parts);
}

/** Sends an answer, or as much of it as a fault lets through. */
export function sendAnswer(response: ServerResponse, answer: Answer, fault: Fault | null): void {
  if (fault?.cut === 'answer') {
    response.socket?.destroy();
    return;
  }
  const { body } = answer;
  const bytes = body === undefined ? Buffer.alloc(0) : Buffer.isBuffer(body) ? body : encode(body);
  const type = body === undefined || Buffer.isBuffer(body) ? {} : jsonType;
  response.writeHead(answer.status, {
    ...type,
    ...(answer.status === 204 ? {} : { 'content-length': bytes.length }),
    ...answer.headers,
  });
  if (fault?.cut === 'response') {
    const part = bytes.subarray(0, fault.afterBytes ?? Math.floor(bytes.length / 2));
    response.write(part, () => response.socket?.destroy());
    return;
  }
  response.end(bytes);
}

const jsonType = { 'content-type': 'application/json; charset=UTF-8' };

function encode(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}
