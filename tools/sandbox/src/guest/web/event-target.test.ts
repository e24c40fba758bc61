import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithNode } from '../../../test/compare-with-node.ts';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

test('events are dispatched as in Node', async () => {
  await compareWithNode(
    guest,
    `const seen = [];
    const target = new EventTarget();
    const note = (name) => (event) => seen.push([name, event.type, event.target === target, event.defaultPrevented]);
    const first = note('first');
    target.addEventListener('x', first); target.addEventListener('x', first); target.addEventListener('x', first, true);
    target.addEventListener('x', note('once'), { once: true });
    target.addEventListener('x', { handleEvent(event) { seen.push(['object', this.handleEvent !== undefined]); event.preventDefault(); } });
    target.addEventListener('x', (event) => { event.preventDefault(); seen.push(event.defaultPrevented); }, { passive: true });
    const controller = new AbortController();
    target.addEventListener('x', note('signal'), { signal: controller.signal });
    target.addEventListener('x', null);
    const event = new Event('x', { cancelable: true });
    seen.push(target.dispatchEvent(event), event.eventPhase, event.target === target, event.currentTarget);
    controller.abort();
    target.removeEventListener('x', first);
    seen.push(target.dispatchEvent(new Event('x')));
    target.addEventListener('y', (event) => { event.stopImmediatePropagation(); target.addEventListener('y', note('added')); });
    target.addEventListener('y', note('stopped'));
    seen.push(target.dispatchEvent(new Event('y')));
    target.addEventListener('z', (event) => seen.push(tried(() => target.dispatchEvent(event)).startsWith('throws')));
    target.dispatchEvent(new Event('z'));
    const custom = new CustomEvent('c', { detail: { a: 1 } });
    seen.push(custom.detail, custom instanceof Event, new CustomEvent('c').detail, String(custom), tried(() => new Event()), tried(() => target.dispatchEvent({ type: 'x' })), tried(() => target.addEventListener('x')), tried(() => target.addEventListener('x', 'text')));
    class Own extends EventTarget { constructor() { super(); this.n = 1; } }
    const own = new Own(); own.addEventListener('e', function (event) { seen.push(this === own, event.target === own); }); own.dispatchEvent(new Event('e'));
    return seen;`,
  );
});

test('a listener sees where the event is, as the standard says and Node does not', async () => {
  expect(
    await guest.run(`
      const seen = [];
      const target = new EventTarget();
      const note = (event) => seen.push([event.eventPhase, event.currentTarget === target, event.composedPath().length]);
      target.addEventListener('x', note);
      target.addEventListener('x', note, { capture: true });
      const event = new Event('x');
      target.dispatchEvent(event);
      target.addEventListener('y', (one) => { try { target.dispatchEvent(one); } catch (error) { seen.push(error.name); } });
      target.dispatchEvent(new Event('y'));
      const { signal } = new AbortController();
      signal.onabort = 5;
      return [...seen, event.eventPhase, event.currentTarget, event.composedPath(), signal.onabort];`),
  ).toEqual([[2, true, 1], [2, true, 1], 'InvalidStateError', 0, null, [], null]);
});

test('what listeners throw is told to the host, and stops no other listener', async () => {
  const own = await startGuest();
  const heard = await own.run(`
    let heard = 0;
    const target = new EventTarget();
    target.addEventListener('x', () => { throw new Error('mine'); });
    target.addEventListener('x', { handleEvent: 5 });
    target.addEventListener('x', () => (heard += 1));
    target.dispatchEvent(new Event('x'));
    queueMicrotask(() => { throw new Error('micro'); });
    reportError(new Error('told'));
    await null; await null;
    return heard;`);
  expect(heard).toBe(1);
  expect(own.told).toEqual([
    { reported: 'Error: mine' },
    { reported: 'TypeError: handleEvent is not a function' },
    { reported: 'Error: told' },
    { reported: 'Error: micro' },
  ]);
  own.dispose();
});

test('signals abort in the order of Node', async () => {
  await compareWithNode(
    guest,
    `const seen = [];
    const a = new AbortController(), b = new AbortController();
    const any = AbortSignal.any([a.signal, b.signal]);
    const nested = AbortSignal.any([any, AbortSignal.any([])]);
    const names = new Map([[a.signal, 'a'], [any, 'any'], [nested, 'nested']]);
    for (const [signal, name] of names) {
      signal.addEventListener('abort', (event) => seen.push([name, event.type, event.isTrusted, [...names.keys()].map((one) => one.aborted), signal.reason]));
      signal.onabort = function () { seen.push([name, 'handler', this === signal]); };
    }
    a.abort('why'); a.abort('again'); b.abort('late');
    seen.push(any.reason, nested.reason, tried(() => any.throwIfAborted()) === undefined);
    try { nested.throwIfAborted(); } catch (error) { seen.push(error); }
    const aborted = AbortSignal.abort();
    seen.push(aborted.reason.name, aborted.reason.message, aborted.reason.code, aborted.reason instanceof DOMException, aborted.reason instanceof Error, AbortSignal.abort(null).reason, AbortSignal.any([aborted]).reason === aborted.reason);
    seen.push(tried(() => new AbortSignal()), tried(() => AbortSignal.any([1])), tried(() => AbortSignal.any()), tried(() => AbortSignal.timeout(-1)), String(a.signal), String(a), a.signal === a.signal);
    const timed = AbortSignal.timeout(1);
    await new Promise((done) => timed.addEventListener('abort', done));
    seen.push(timed.reason.name, timed.reason.message, timed.reason.code);
    const c = new AbortController(); c.signal.onabort = () => 1; c.signal.onabort = null; seen.push(c.signal.onabort); c.abort(undefined); seen.push(c.signal.reason.name);
    return seen;`,
  );
});

test('exceptions of the DOM are as in Node', async () => {
  await compareWithNode(
    guest,
    `const names = ['AbortError', 'DataCloneError', 'SyntaxError', 'QuotaExceededError', 'TimeoutError', 'InvalidStateError', 'Other', 'toString', undefined];
    const error = new DOMException('m', { name: 'N', cause: 1 });
    return [names.map((name) => { const made = new DOMException('m', name); return [made.name, made.message, made.code, String(made), made.stack.split('\\n')[0]]; }),
      error.name, error.cause, error instanceof Error, Object.prototype.toString.call(error), DOMException.ABORT_ERR, error.DATA_CLONE_ERR, Object.keys(DOMException).length, new DOMException().message, tried(() => DOMException('x'))];`,
  );
});
