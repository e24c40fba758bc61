import { once } from 'node:events';
import { createServer } from 'node:http';

/** A server of files on 127.0.0.1, as a CDN is. */
export interface FileServer extends AsyncDisposable {
  /** Without a slash at its end. */
  origin: string;
}

/**
 * Serves files on a free port.
 *
 * @param read of a path such as `extensions/ab/cd/abcd.json`; null where there is nothing
 */
export async function serveFiles(
  read: (path: string) => Promise<Uint8Array | null>,
): Promise<FileServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const answer = (body: Uint8Array | null) =>
      response.writeHead(body === null ? 404 : 200).end(request.method === 'HEAD' ? null : body);
    read(decodeURIComponent(pathname).slice(1)).then(answer, () => response.writeHead(500).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
