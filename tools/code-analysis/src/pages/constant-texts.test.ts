import { expect, test } from 'vitest';
import { analyzeCode } from '../analyze-code.ts';

const shown = `const data = { rows: [${Array.from(
  { length: 9 },
  (_, nth) => `{ name: 'a', links: [{ url: 'https://ex.org/${nth}' }] }`,
).join(', ')}] };`;

test.each([
  ['a table once', shown, 1],
  ['two tables twice', `${shown} const more = ['https://ex.org/a', 'https://ex.org/b'];`, 2],
  ['texts outside of tables each', "document.show('https://ex.org/a'); show('//ex.org/b');", 2],
])('analyzeCode() tells of addresses in the code of a page: %s', (_what, code, count) => {
  const page = `${code} document.show(globalThis.data ?? [data, more]);`;
  const main = 'exports.show = (webview, root) => webview.asWebviewUri(`${root}/page.js`);';
  const files = new Map(
    Object.entries({ 'main.js': main, 'page.js': page }).map(([path, text]) => {
      return [path, new TextEncoder().encode(text)];
    }),
  );
  const { permissions } = analyzeCode({ files, entries: ['main.js'] });
  expect(permissions).toMatchObject([{ permission: 'network', count }]);
});
