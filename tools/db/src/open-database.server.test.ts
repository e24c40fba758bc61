import { makeServerDatabase } from '@orchestra/testkit/database';
import { once } from 'node:events';
import { type AddressInfo, connect as connectTo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { connectDatabase } from './open-database.ts';

/** Passes everything on to a server, unless it is frozen: then it takes bytes, and gives none. */
async function freezable(url: string) {
  let frozen = false;
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connectTo({ host: '127.0.0.1', port: Number(new URL(url).port) });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => frozen || to.write(chunk));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const through = new URL(url);
  // it listens on a port of TCP, so that its address has one
  through.port = String((proxy.address() as AddressInfo).port);
  return {
    url: through.href,
    freeze: (now: boolean) => {
      frozen = now;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

test('a server that says nothing any more keeps nobody waiting, and is asked again once it does', async () => {
  await using server = await makeServerDatabase();
  await using proxy = await freezable(server.url);
  await using database = await connectDatabase({ url: proxy.url, connections: 2, answerMs: 2000 });
  const ask = () => database.query('select 1 as one');
  const change = () => database.transaction((transaction) => transaction.query('select 1 as one'));
  expect(await ask()).toEqual([{ one: 1 }]);

  proxy.freeze(true);
  const unreachable = { code: 'database-unreachable' };
  await expect(ask()).rejects.toMatchObject(unreachable);
  await expect(change()).rejects.toMatchObject(unreachable);

  proxy.freeze(false);
  expect(await ask()).toEqual([{ one: 1 }]);
  expect(await change()).toEqual([{ one: 1 }]);
});
