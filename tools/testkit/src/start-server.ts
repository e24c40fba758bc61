import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** A request as a server received it. */
export interface ReceivedRequest {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingHttpHeaders;
}

/** A server of this machine, on a free port. */
export interface TestServer extends AsyncDisposable {
  /** Base URL, without a slash at its end. */
  url: string;
  /** In the order in which they came. */
  requests: ReceivedRequest[];
}

/** Starts a server that notes every request and answers it as a test says. */
export async function startServer(
  answer: (request: ReceivedRequest, response: ServerResponse) => void,
): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(({ method = '', url = '', headers }, response) => {
    const request = { method, path: url, headers };
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
