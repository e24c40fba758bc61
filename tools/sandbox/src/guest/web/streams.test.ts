import { afterAll, beforeAll, test } from 'vitest';
import { compareWithNode } from '../../../test/compare-with-node.ts';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

test('streams are piped, split and read as in Node', async () => {
  await compareWithNode(
    guest,
    `const seen = [];
    const numbers = (count) => new ReadableStream({ start(controller) { for (let at = 0; at < count; at += 1) controller.enqueue(at); controller.close(); } });
    const collect = async (stream) => { const list = []; for await (const item of stream) list.push(item); return list; };
    const doubled = () => new TransformStream({ transform(chunk, controller) { controller.enqueue(chunk * 2); }, flush(controller) { controller.enqueue('end'); } });
    seen.push(await collect(numbers(4).pipeThrough(doubled()).pipeThrough(new TransformStream())));
    const [one, two] = numbers(3).tee(); seen.push(await collect(one), await collect(two));
    const written = []; let closed = 0;
    const sink = () => new WritableStream({ write(chunk) { written.push(chunk); }, close() { closed += 1; }, abort(reason) { written.push('aborted ' + reason); } });
    await numbers(3).pipeTo(sink()); seen.push([...written], closed);
    const controller = new AbortController();
    const endless = new ReadableStream({ pull(one) { return new Promise((done) => setTimeout(() => { tried(() => one.enqueue("x")); done(); }, 1)); }, cancel(reason) { written.push('cancelled ' + reason); } });
    const piped = settled(() => endless.pipeTo(sink(), { signal: controller.signal }));
    await new Promise((done) => setTimeout(done, 20)); controller.abort('stop');
    seen.push(await piped.catch((reason) => reason), written.includes('cancelled stop'), written.includes('aborted stop'));
    const failing = new ReadableStream({ pull() { throw new RangeError('own'); } }); seen.push(await settled(() => collect(failing)));
    const locked = numbers(1); const reader = locked.getReader(); seen.push(locked.locked, tried(() => locked.getReader()), await settled(() => locked.cancel()), await reader.read(), await reader.read()); reader.releaseLock(); seen.push(locked.locked, await settled(() => reader.read()));
    const bytes = new ReadableStream({ type: 'bytes', pull(one) { one.enqueue(new Uint8Array([1, 2, 3])); one.close(); } });
    const byob = bytes.getReader({ mode: 'byob' }); const first = await byob.read(new Uint8Array(2)); seen.push([...first.value], first.done); const second = await byob.read(new Uint8Array(2)); seen.push([...second.value]);
    seen.push(await collect(ReadableStream.from(['a', 'b'])), await collect(ReadableStream.from((async function* () { yield 1; })())));
    const strategy = new ReadableStream({}, new CountQueuingStrategy({ highWaterMark: 7 })); seen.push(new ByteLengthQueuingStrategy({ highWaterMark: 5 }).highWaterMark, String(strategy), tried(() => new ReadableStream({ type: 'odd' })), tried(() => new ReadableStreamDefaultController()), tried(() => new WritableStream({ type: 'bytes' })));
    const writer = new WritableStream({ write() { return new Promise(() => {}); } }, { highWaterMark: 2 }).getWriter(); writer.write(1); writer.write(2); seen.push(writer.desiredSize); const signalled = await new Promise((done) => { new WritableStream({ start(one) { done(one.signal instanceof AbortSignal); } }); }); seen.push(signalled);
    const broken = sink(); await broken.abort('why'); seen.push(await settled(() => broken.getWriter().write(1)));
    return seen;`,
  );
});

test('text streams encode and decode as in Node', async () => {
  await compareWithNode(
    guest,
    `const collect = async (stream) => { const list = []; for await (const item of stream) list.push(typeof item === 'string' ? item : [...item]); return list; };
    const euro = new TextEncoder().encode('a€😀b');
    const seen = [await collect(ReadableStream.from([euro.subarray(0, 2), euro.subarray(2, 6), euro.subarray(6)]).pipeThrough(new TextDecoderStream()))];
    seen.push(await collect(ReadableStream.from(['a', '\\ud83d', '\\ude00', '\\ud83d', 'x', '', '\\udc00']).pipeThrough(new TextEncoderStream())));
    seen.push(await collect(ReadableStream.from(['\\ud83d']).pipeThrough(new TextEncoderStream())));
    seen.push(await settled(() => collect(ReadableStream.from([new Uint8Array([0xff])]).pipeThrough(new TextDecoderStream('utf-8', { fatal: true })))));
    seen.push(await collect(ReadableStream.from([new Uint8Array([0xe2, 0x82])]).pipeThrough(new TextDecoderStream())));
    const stream = new TextDecoderStream('utf-16', { ignoreBOM: true }); seen.push(stream.encoding, stream.fatal, stream.ignoreBOM, new TextEncoderStream().encoding, tried(() => new TextDecoderStream('odd')));
    return seen;`,
  );
});
