import { createServer, type IncomingMessage, type RequestListener } from 'node:http';

/** A server on 127.0.0.1, and what it was asked. */
export interface TestServer extends AsyncDisposable {
  /** Its origin. */
  url: string;
  /** `GET /path`, in this order. */
  asked: string[];
  /** The `Authorization` of each of them. */
  tokens: (string | undefined)[];
}

/** Starts a server that answers as it is told. */
export async function startServer(answer: RequestListener): Promise<TestServer> {
  const asked: string[] = [];
  const tokens: (string | undefined)[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    tokens.push(request.headers.authorization);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    tokens,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
