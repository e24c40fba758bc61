import { once } from 'node:events';
import { createServer } from 'node:http';

/** A file server on 127.0.0.1, in place of a CDN. */
export interface FileServer extends AsyncDisposable {
  /** URL without a final slash. */
  origin: string;
}

/**
 * Serves files on a free port.
 *
 * @param read returns the file at a path such as `extensions/ab/cd/abcd.json`; null where there is none
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
