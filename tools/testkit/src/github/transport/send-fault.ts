import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../github.ts';
import type { Answer } from '../http/route.ts';
import { sendAnswer } from './send-answer.ts';

/**
 * Answers wrongly, as was ordered.
 *
 * @returns false where it only had to wait, and is to be answered as usual
 */
export async function sendFault(response: ServerResponse, fault: Fault): Promise<boolean> {
  if (fault.delayMs !== undefined) await wait(fault.delayMs);
  const { status, cut = false, endless = false, headers = {} } = fault;
  if (status === undefined && !endless) {
    if (cut) response.destroy();
    return cut;
  }
  if (endless) {
    response.writeHead(status ?? 200, headers);
    sendWithoutEnd(response);
    return true;
  }
  const answer = { status: status ?? 200, headers, ...bodyOf(fault.body) };
  if (!cut) {
    sendAnswer(response, answer);
    return true;
  }
  response.writeHead(answer.status, { 'content-length': 1_000_000, ...headers });
  response.write(answer.bytes ?? JSON.stringify(answer.body ?? null), () => response.destroy());
  return true;
}

function bodyOf(body: unknown): Pick<Answer, 'body' | 'bytes'> {
  if (body === undefined) return {};
  if (typeof body === 'string') return { bytes: Buffer.from(body) };
  return body instanceof Uint8Array ? { bytes: Buffer.from(body) } : { body };
}

function sendWithoutEnd(response: ServerResponse): void {
  const chunk = Buffer.alloc(65_536, 'x');
  const send = () => {
    while (!response.destroyed && response.write(chunk)) {
      // until what it holds is full: `drain` goes on
    }
  };
  response.on('drain', send);
  send();
}
