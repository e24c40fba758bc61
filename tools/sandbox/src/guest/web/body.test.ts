import { afterAll, beforeAll, test } from 'vitest';
import { compareWithNode } from '../../../test/compare-with-node.ts';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

test('headers are as in Node', async () => {
  await compareWithNode(
    guest,
    `const inits = [undefined, {}, { A: 1, b: 'x' }, [['a', '1'], ['A', '2'], ['set-cookie', 'x=1'], ['Set-Cookie', 'y=2']], new Map([['m', 'v']]), new Headers({ z: '1', y: '2' }),
      { a: ' \\t trimmed \\r\\n' }, { a: 'é' }, { a: '€' }, { 'a b': '1' }, { '': '1' }, { a: 'x\\ny' }, { a: 'x\\0' }, [['a']], [['a', 'b', 'c']], 'text', 5, null, { a: undefined, b: null }, [['cookie', 'a=1'], ['cookie', 'b=2']], { [Symbol('x')]: 1 }];
    const seen = inits.map((init) => tried(() => { const headers = new Headers(init); return [[...headers], [...headers.keys()], headers.get('a'), headers.has('A'), headers.getSetCookie()]; }));
    const headers = new Headers({ b: '1', a: '2' });
    headers.append('B', '3'); headers.set('A', '4'); headers.append('c', ''); headers.set('d', '5'); headers.delete('D'); headers.delete('missing');
    const each = []; headers.forEach(function (value, name, of) { each.push([value, name, of === headers, this.x]); }, { x: 1 });
    const iterator = headers.entries(); iterator.next(); headers.append('aa', 'new');
    seen.push(each, [...iterator], Object.prototype.toString.call(headers), Object.prototype.toString.call(headers.keys()), tried(() => headers.append('x')), tried(() => headers.get('bad name')), tried(() => headers.forEach(5)), tried(() => Headers.prototype.get.call({}, 'a')), tried(() => headers.append('x', Symbol())), headers.get('none'));
    return seen;`,
  );
});

test('requests are as in Node', async () => {
  await compareWithNode(
    guest,
    `const partsOf = (request) => [request.url, request.method, [...request.headers], request.redirect, request.cache, request.credentials, request.mode, request.referrerPolicy, request.keepalive, request.integrity, request.body === null, request.bodyUsed, request.signal.aborted, request.destination, request.duplex];
    const cases = [
      ['http://h/a?b#c'], ['http://h', { method: 'post', body: 'x', headers: { a: 'b' } }], ['http://h', { method: 'patch' }], ['http://h', { method: 'delete' }], ['/relative'], ['http://u:p@h'], [new URL('http://h/x')],
      ['http://h', { body: 'x' }], ['http://h', { method: 'HEAD', body: '' }], ['http://h', { method: 'a b' }], ['http://h', { method: 'TRACE' }], ['http://h', { redirect: 'manual', cache: 'no-store', credentials: 'omit', keepalive: true }],
      ['http://h', { redirect: 'odd' }], ['http://h', { cache: 'odd' }], ['http://h', { signal: AbortSignal.abort() }], ['http://h', { signal: 5 }], ['http://h', { signal: null }], ['http://h', { method: 'POST', body: new ReadableStream() }], ['http://h', { method: 'POST', body: new ReadableStream(), duplex: 'half' }],
      ['http://h', 5], ['http://h', null], [new Request('http://h/q', { method: 'PUT', body: 'y', headers: { x: '1' } })], [new Request('http://h/q', { method: 'PUT', body: 'y' }), { method: 'POST', body: 'z', headers: {} }],
      ['http://h', { method: 'POST', body: new URLSearchParams('a=b') }], ['http://h', { method: 'POST', body: new Blob(['x'], { type: 'a/b' }) }], ['http://h', { method: 'POST', body: new Uint8Array(2) }], ['http://h', { method: 'POST', body: 'x', headers: { 'content-type': 'own' } }], ['http://h', { body: null }], [],
    ];
    const seen = [];
    for (const [at, args] of cases.entries()) {
      const made = tried(() => new Request(...args));
      seen.push([at, typeof made === 'string' ? made : partsOf(made), made.body ? await settled(() => (args[1]?.duplex ? 'stream' : made.text())) : null]);
    }
    const first = new Request('http://h', { method: 'POST', body: 'once' });
    const copy = first.clone();
    const second = new Request(first);
    seen.push(first.bodyUsed, tried(() => new Request(first)), tried(() => first.clone()), await second.text(), await copy.text(), second.bodyUsed, await settled(() => second.text()));
    const controller = new AbortController(); const followed = new Request('http://h', { signal: controller.signal }); const cloned = followed.clone(); controller.abort('r');
    seen.push(followed.signal.aborted, followed.signal.reason, cloned.signal.reason, followed.signal === controller.signal, String(followed));
    return seen;`,
  );
});

test('responses are as in Node', async () => {
  await compareWithNode(
    guest,
    `const partsOf = (response) => [response.status, response.statusText, response.ok, response.type, response.url, response.redirected, [...response.headers], response.body === null, response.bodyUsed];
    const cases = [[], [null], ['x'], ['x', { status: 201, statusText: 'Made', headers: { a: 'b' } }], [null, { status: 204 }], ['', { status: 204 }], ['x', { status: 199 }], ['x', { status: 600 }], ['x', { status: 'a' }], ['x', { statusText: 'a\\nb' }], [new Blob(['b'], { type: 't/x' })], [new URLSearchParams('q=1')], [new Uint8Array([65])], [new Uint8Array([65, 66]).buffer], [{ a: 1 }], [5], [undefined, 5], ['x', { headers: 5 }]];
    const seen = [];
    for (const args of cases) {
      const made = tried(() => new Response(...args));
      if (typeof made === 'string') seen.push(made);
      else seen.push([partsOf(made), await made.clone().text(), [...await made.clone().bytes()], (await made.clone().arrayBuffer()).byteLength, await settled(async () => { const blob = await made.clone().blob(); return [blob.type, blob.size]; }), await settled(() => made.clone().json()), await settled(() => made.clone().formData().then((form) => [...form])), await made.text(), made.bodyUsed, await settled(() => made.text()), tried(() => made.clone())]);
    }
    seen.push(partsOf(Response.error()), partsOf(Response.json({ a: [1] }, { status: 201 })), partsOf(Response.redirect('http://h/x', 301)), tried(() => Response.redirect('relative')), tried(() => Response.redirect('http://h', 200)), tried(() => Response.json(undefined)), tried(() => Response.json()), tried(() => Response.error().headers.append('a', 'b')), tried(() => Response.redirect('http://h').headers.set('a', 'b')));
    seen.push(await Response.json({ ü: '\\ud800' }).text(), await Response.json('x').json(), await settled(() => new Response('{').json()), await new Response('\\ufeffbom').text());
    const streamed = new Response(new ReadableStream({ start(controller) { controller.enqueue(new Uint8Array([104, 105])); controller.enqueue(new Uint8Array([33])); controller.close(); } }));
    const copied = streamed.clone();
    const chunks = []; for await (const chunk of copied.body) chunks.push(...chunk);
    seen.push(await streamed.text(), chunks, copied.bodyUsed);
    const locked = new Response('abc'); const reader = locked.body.getReader(); seen.push(locked.bodyUsed, await settled(() => locked.text()), tried(() => locked.clone()));
    const wrong = new Response(new ReadableStream({ start(controller) { controller.enqueue('text'); controller.close(); } })); seen.push(await settled(() => wrong.text()));
    const cancelled = new Response('abc'); await cancelled.body.cancel(); seen.push(cancelled.bodyUsed, await settled(() => cancelled.text()));
    seen.push(tried(() => new Response(cancelled.body)), String(cancelled), Object.prototype.toString.call(locked.body));
    return seen;`,
  );
});

test('blobs and files are as in Node', async () => {
  await compareWithNode(
    guest,
    `const blobs = [new Blob(), new Blob([]), new Blob(['a', new Uint8Array([66]), new Blob(['c']), new Uint8Array([68]).buffer, 5, 'ü'], { type: 'Text/PLAIN' }), new Blob(['x'], { type: 'bad\\u0100' }), new Blob(['a\\r\\nb\\rc'], { endings: 'native' }), new File(['f'], 'n/ame.txt', { type: 'a/b', lastModified: 7 })];
    const seen = [];
    for (const blob of blobs) {
      const slices = [[], [1], [1, 2], [-2], [-3, -1], [5, 1], [0, 100, 'X/Y'], ['1', null]].map((args) => blob.slice(...args));
      const chunks = []; for await (const chunk of blob.stream()) chunks.push(...chunk);
      seen.push([blob.size, blob.type, await blob.text(), [...await blob.bytes()], (await blob.arrayBuffer()).byteLength, chunks, String(blob), await Promise.all(slices.map(async (slice) => [slice.size, slice.type, await slice.text()]))]);
    }
    const file = blobs.at(-1);
    seen.push(file.name, file.lastModified, file instanceof Blob, file.slice() instanceof File, tried(() => new Blob('x')), tried(() => new Blob([], 5)), tried(() => new File([])), tried(() => new Blob([], { endings: 'odd' })), tried(() => new Blob([Symbol()])));
    return seen;`,
  );
});

test('forms are as in Node, and each reads what the other wrote', async () => {
  const program = `
    const form = new FormData();
    form.append('a', '1'); form.append('a', '2'); form.append('ü"\\n', 'line\\nline\\r\\nline\\r'); form.append('file', new File(['con\\r\\ntent', new Uint8Array([0, 255])], 'näme".txt', { type: 'x/y' })); form.append('blob', new Blob(['b'])); form.append('named', new Blob(['c'], { type: 't/u' }), 'other.bin'); form.set('a', '3'); form.append('', '');
    const show = async (of) => { const seen = []; for (const [name, value] of of) seen.push([name, typeof value === 'string' ? value : [value.name, value.type, [...await value.bytes()]]]); return seen; };`;
  await compareWithNode(
    guest,
    `${program}
    const seen = [await show(form), [...form.keys()], form.get('a'), form.getAll('zz'), form.has('blob'), String(form), tried(() => form.append('x', 'y', 'z')), tried(() => form.append('x')), tried(() => new FormData(5))];
    const response = new Response(form);
    const type = response.headers.get('content-type');
    seen.push(type.startsWith('multipart/form-data; boundary='));
    const boundary = type.slice(type.indexOf('=') + 1);
    seen.push((await response.clone().text()).replaceAll(boundary, 'BOUNDARY'));
    seen.push(await show(await response.formData()));
    const read = (body, contentType) => settled(async () => show(await new Response(body, { headers: { 'content-type': contentType } }).formData()));
    const part = '--b\\r\\nContent-Disposition: form-data; name="n"\\r\\n\\r\\nv\\r\\n';
    seen.push(await read(part + '--b--\\r\\n', 'multipart/form-data; boundary=b'), await read(part + '--b--\\r\\n', 'multipart/form-data; charset=x; boundary="b"'), await read(part, 'multipart/form-data; boundary=b'), await read('', 'multipart/form-data; boundary=b'), await read(part + '--b--', 'multipart/form-data'), await read('a=b&c=%20+d', 'application/x-www-form-urlencoded; charset=utf-8'), await read('x', 'text/plain'), await read('--b--\\r\\n', 'multipart/form-data; boundary=b'));
    return seen;`,
  );
});

test('requests and responses have their members themselves, as those of Node', async () => {
  await compareWithNode(
    guest,
    `const members = ['body', 'bodyUsed', 'text', 'json', 'arrayBuffer', 'bytes', 'blob', 'formData', 'clone', 'headers', 'url'];
    return [Request, Response].map((of) => [of.name, Object.getPrototypeOf(of.prototype) === Object.prototype, members.map((name) => {
      const { value, get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(of.prototype, name);
      return [name, typeof value, typeof get, typeof set, enumerable, configurable];
    })]);`,
  );
});
