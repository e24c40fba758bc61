import { createServer, type RequestListener, type Server } from 'node:http';

/** Starts a server on 127.0.0.1. @returns it and its base URL */
export async function listen(
  listener: RequestListener,
  port = 0,
): Promise<{ server: Server; url: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { server, url: `http://127.0.0.1:${address.port}` };
}
