import { describe, expect, onTestFinished, test } from 'vitest';
import { findWall, type WallKind } from '../../src/confine/find-wall.ts';
import { openServerWorld } from '../../test/server-world.ts';

const walls: WallKind[] = ['unshare', 'bwrap', 'none'];
const there = new Set(
  (await Promise.all(walls.map((only) => findWall({ only })))).map(({ kind }) => kind),
);

/** Answers each message with itself and what it was started with, and prints what it reads. */
const echo = `
process.on('message', (message) => process.send({ message, args: process.argv.slice(2), flag: process.env.FLAG }));
process.stdin.on('data', (data) => process.stdout.write('read ' + data));
process.stderr.write('begun');
`;

const ways = walls
  .filter((wall) => there.has(wall))
  .flatMap((only) => [false, true].map((isExpected) => ({ only, isExpected })));

describe.each(ways)('$only, with a process that waits: $isExpected', ({ only, isExpected }) => {
  const open = async (options: Parameters<typeof openServerWorld>[0]) => {
    const world = await openServerWorld({ only, isExpected, ...options });
    onTestFinished(() => world[Symbol.asyncDispose]());
    return world;
  };

  test('fork() runs a module of the extension, which is talked to as with Node', async () => {
    const world = await open({ files: { 'server/echo.js': echo } });
    const told = await world.run(`
      const child = fork(extension + '/server/echo', ['--one', 'two'], { silent: true, env: { FLAG: 'set' }, execArgv: ${isExpected ? '[]' : "['--no-deprecation']"} });
      const seen = { out: '', err: '' };
      child.stdout.on('data', (data) => (seen.out += data));
      child.stderr.on('data', (data) => (seen.err += data));
      const answer = await new Promise((done) => { child.once('message', done); child.send({ a: ['é'] }); });
      child.stdin.write('line');
      while (seen.out === '') await new Promise((done) => setTimeout(done, 5));
      const wasConnected = child.connected;
      child.disconnect();
      await new Promise((done) => child.once('disconnect', done));
      child.stdin.end();
      const [code, signal] = await new Promise((done) => child.once('close', (...end) => done(end)));
      return { answer, seen, wasConnected, isConnected: child.connected, code, signal };
    `);
    expect(told).toEqual({
      answer: { message: { a: ['é'] }, args: ['--one', 'two'], flag: 'set' },
      seen: { out: 'read line', err: 'begun' },
      wasConnected: true,
      isConnected: false,
      code: 0,
      signal: null,
    });
    expect(
      world.running.calls.every(
        ({ isAllowed, permissions }) => isAllowed && permissions?.length === 0,
      ),
    ).toBe(true);
    expect(world.services.told.asked).toEqual([]);
  });

  test('messages of some megabytes arrive whole, and in their order', async () => {
    const world = await open({
      files: { 'echo.js': 'process.on("message", (m) => process.send(m));' },
    });
    const told = await world.run(`
      const child = fork(extension + '/echo.js');
      const sent = Array.from({ length: 300 }, (_, index) => ({ index, text: 'é'.repeat(index % 100 === 50 ? 1_500_000 : 10) }));
      const got = [];
      const all = new Promise((done) => child.on('message', (message) => got.push(message) === sent.length && done()));
      for (const message of sent) child.send(message);
      await all;
      child.kill();
      return got.map(({ index, text }) => index + ':' + text.length).join() === sent.map(({ index, text }) => index + ':' + text.length).join();
    `);
    expect(told).toBe(true);
  });
});
