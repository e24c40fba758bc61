import { createServer, type Server } from 'node:http';

/** A server on this machine that the cases of `network` ask. */
export interface ConformanceServer extends AsyncDisposable {
  /** Without a slash at its end. */
  address: string;
}

/** Starts a server that answers with the method, the body and the header `x-tide` of a request, as JSON. */
export async function startConformanceServer(): Promise<ConformanceServer> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    const { method, url, headers } = request;
    response.writeHead(url === '/missing' ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ method, body, tide: headers['x-tide'] ?? null }));
  });
  const port = await listenLocally(server);
  return {
    address: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Lets a server listen on a free port of this machine. @returns the port */
async function listenLocally(server: Server): Promise<number> {
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject).listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on no port.');
  return address.port;
}
