import type { ServerResponse } from 'node:http';
import type { Answer } from '../http/route.ts';

/** Sends an answer. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  const { status, body, headers } = answer;
  const bytes =
    answer.bytes ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
  const type: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  const length: Record<string, number> =
    status === 204 || status === 304 ? {} : { 'content-length': bytes?.length ?? 0 };
  response.writeHead(status, { ...type, ...length, ...headers });
  response.end(bytes);
}
