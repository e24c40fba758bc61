import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request that an API was sent. */
export interface RecordedRequest {
  method: string;
  /** With the query. */
  path: string;
  /** Null without a token. */
  authorization: string | null;
  /** As JSON; null where there is none. */
  body: unknown;
}

/** An API that notes what it is sent, in the order in which it came. */
export interface RecordingApi extends AsyncDisposable {
  /** Base URL. */
  url: string;
  requests: RecordedRequest[];
}

/**
 * Starts it. It answers 204 to everything, or nothing at all.
 *
 * @param options.answers false for one that takes requests and never answers
 */
export async function recordApi({ answers = true } = {}): Promise<RecordingApi> {
  const requests: RecordedRequest[] = [];
  async function record(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await text(request);
    requests.push({
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization ?? null,
      body: sent === '' ? null : JSON.parse(sent),
    });
    if (answers) response.writeHead(204).end();
  }
  const server = createServer((request, response) => void record(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
