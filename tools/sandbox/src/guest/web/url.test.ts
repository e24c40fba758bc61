import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareWithNode } from '../../../test/compare-with-node.ts';
import { startGuest, type GuestIsolate } from '../../../test/guest-isolate.ts';

let guest: GuestIsolate;
beforeAll(async () => (guest = await startGuest()));
afterAll(() => guest.dispose());

const parts = `
  const names = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'];
  const partsOf = (url) => names.map((name) => url[name]);
`;

/** Schemes × hosts × paths, and what is odd by itself. */
const addresses = [
  ...['http:', 'https:', 'ws:', 'ftp:', 'file:', 'app:', 'HTTP:'].flatMap((scheme) =>
    [
      '//example.org',
      '//user:pass@example.org:8080/a/../b/./c?q=1#h',
      '//EXAMPLE.org:80/%7Efoo/%zz/ä?ö#ü',
      '//[::1]:443/',
      '//[1:2:0:0:5:0:0:0]/x',
      '//192.168.0.1.',
      '//0x7f.1/',
      '//4294967295',
      '//256.256.256.256',
      '//a b/',
      '//ex%61mple.org/%2e%2E/x',
      '//faß.example/',
      '//xn--fa-hia.example/',
      '//日本語.jp/パス',
      '//user@/x',
      '///a//b',
      '/single/slash',
      'opaque path ',
      '\\\\back\\slash',
      '//host:65536/',
      '//host:/',
      '//ho\tst\n/pa\rth',
      '//a_b.example/',
      '//%00/',
      '?only=query',
      '#only-hash',
    ].map((rest) => scheme + rest),
  ),
  '',
  ' ',
  'relative/path',
  '//no-scheme.example',
  'mailto:a@b.example?subject=x y',
  'data:text/plain,hello world#x y',
  'javascript:alert(1)',
  'blob:https://example.org/uuid',
  'blob:opaque',
  'file:///C:/x/../y',
  'file:///C|/x',
  'file://localhost/etc',
  'about:blank',
  'urn:isbn:1234',
  '1http://x',
  'h t:x',
  'http:',
  'http://\ud800/',
  'http://x/\ud800?\udfff#\ud800',
  '\u0000http://x\u001f ',
];

test('addresses are parsed as Node parses them', async () => {
  expect(addresses.length).toBeGreaterThan(190);
  await compareWithNode(
    guest,
    `${parts} return ${JSON.stringify(addresses)}.map((text) => [
      URL.canParse(text),
      URL.parse(text) && partsOf(URL.parse(text)),
      tried(() => partsOf(new URL(text))),
    ])`,
  );
});

test('addresses are resolved against others as in Node', async () => {
  const bases = ['http://a.example/b/c?d#e', 'file:///x/y', 'mailto:x', 'app://h/p/q', 'nonsense'];
  const texts = [
    '',
    '.',
    '..',
    '../../..',
    '/x',
    '//h/x',
    '?q',
    '#h',
    'x:y',
    './a b',
    'http:x',
    '\\x',
  ];
  await compareWithNode(
    guest,
    `${parts} return ${JSON.stringify(bases)}.map((base) => ${JSON.stringify(texts)}.map((text) => [
      URL.canParse(text, base),
      tried(() => partsOf(new URL(text, base))),
      tried(() => new URL(text, new URL(base)).href),
    ]))`,
  );
});

test('every part is set as in Node', async () => {
  const urls = [
    'https://u:p@h.example:8443/p?q#f',
    'http://h/',
    'file:///a',
    'mailto:x',
    'app://h/a',
  ];
  const values = [
    '',
    'x',
    'http',
    'ftp:',
    'file',
    '8080',
    '80',
    '99999',
    'a b',
    '?x',
    '#y',
    'ä/ö',
    'h2:99',
    '[::1]',
    '//',
    '\ud800',
    '%zz',
    null,
    7,
  ];
  await compareWithNode(
    guest,
    `${parts} return ${JSON.stringify(urls)}.flatMap((text) => names.map((name) => ${JSON.stringify(values)}.map((value) => {
      const url = new URL(text);
      return tried(() => { url[name] = value; return partsOf(url); });
    })))`,
  );
});

test('parameters and address change each other', async () => {
  await compareWithNode(
    guest,
    `const url = new URL('http://h/p?a=1&b=2&a=3#f');
    const params = url.searchParams;
    const seen = [params === url.searchParams];
    const note = () => seen.push([url.href, params.toString(), [...params], params.size]);
    note();
    params.append('c d', 'é&='); note();
    params.delete('a', '3'); note();
    params.set('b', '~!()*\\''); note();
    url.search = '?x=%41&&=y&z'; note();
    params.sort(); note();
    url.href = 'http://other/?n=1'; note();
    params.delete('n'); note();
    url.search = ''; params.append('k', ''); note();
    url.hash = ''; note();
    const opaque = new URL('data:space    ?test'); opaque.searchParams.delete('test');
    seen.push(opaque.href);
    for (const [key] of params) { if (params.size < 4) params.append(key + 'x', ''); }
    note();
    return seen;`,
  );
});

test('queries are read and written as in Node', async () => {
  const queries = [
    '?a=b',
    'a=b&a=c',
    '&&a&=b&==c',
    'a+b=c%20d',
    '%',
    '%zz=%4',
    'ä=%C3%A4',
    '%ff=%fe%C3',
    '%EF%BB%BFx=1',
    'a=\ud800',
    '%F0%9F%98%80=😀',
    'x=%00',
    'a=b=c',
    '%u0041',
    '+',
    'a%',
  ];
  await compareWithNode(
    guest,
    `const inits = [...${JSON.stringify(queries)}, { a: 1, b: 'x y' }, [['a', 'b'], ['a', 'c']], new Map([['m', '1']]), new URLSearchParams('q=1'), undefined, null, 5, {}, [], { '\\ud800': 1, '\\ufffd': 2 }];
    const wrong = [[['a']], [['a', 'b', 'c']], [1], { [Symbol.iterator]: 5 }, Symbol()];
    return [inits.map((init) => { const params = new URLSearchParams(init); return [[...params], String(params), params.has('a', 'b'), params.getAll('a'), params.get('zz')]; }), wrong.map((init) => tried(() => [...new URLSearchParams(init)]))];`,
  );
});

test('classes look as those of Node do', async () => {
  await compareWithNode(
    guest,
    `const url = new URL('http://h/?a=1');
    const own = (of) => Object.keys(Object.getOwnPropertyDescriptors(of)).filter((key) => !/inspect|createObjectURL|revokeObjectURL/.test(key)).sort();
    return [String(url), JSON.stringify(url), Object.prototype.toString.call(url), own(URL.prototype), own(URLSearchParams.prototype), own(URL),
      Object.prototype.toString.call(url.searchParams.entries()), typeof url.searchParams.entries().next, URL.name, URLSearchParams.name, URL.length,
      tried(() => URL('http://x')), tried(() => new URL()), tried(() => url.searchParams.append('x')), tried(() => URL.prototype.href),
      tried(() => URLSearchParams.prototype.get.call({}, 'x')), [...url.searchParams.entries().map(([key]) => key)],
      Object.keys(URL.prototype).includes('href'), tried(() => new URL(Symbol()))];`,
  );
});

test('an address that is too long is none', async () => {
  expect(
    await guest.run(`
      const long = 'http://h/' + 'x'.repeat(3_000_000);
      const outcomes = [() => new URL(long), () => URL.canParse(long), () => { new URL('http://h/').hash = long; }].map((run) => {
        try { return run() ?? 'set'; } catch (error) { return [error.name, error.message, error.stack.includes('engine')]; }
      });
      return outcomes;`),
  ).toEqual([
    ['TypeError', 'Invalid URL', false],
    false,
    ['RangeError', '3000009 characters are too many: at most 2097152.', false],
  ]);
});
