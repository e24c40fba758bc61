import { expect, test } from 'vitest';
import { quote } from './quote.ts';

test.each([
  ['tide-table', '`tide-table`'],
  ['a `b` ``c``', '``` a `b` ``c`` ```'],
  ['`', '`` ` ``'],
  ['', '*(empty)*'],
  [' \n ', '*(empty)*'],
  ['one\n\n# two\r\n- three', '`one # two - three`'],
  [
    '@everyone #1 <img src=x> [a](https://b.example)',
    '`@everyone #1 <img src=x> [a](https://b.example)`',
  ],
  ['write me@tides.dev', '`write [email removed]`'],
  ['\u001b[31mred\u202e', '`[31mred`'],
])('quote(%j) is %s', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});

test('quote() of anything is one line that ends where it says', () => {
  for (const text of ['``````', '$(rm -rf /)', '--> <script>', '\\`', '`'.repeat(5000)]) {
    const quoted = quote(text);
    expect(quoted).not.toContain('\n');
    const [, fence = '', inner = ''] = /^(`+)([\s\S]*?)\1$/.exec(quoted) ?? [];
    expect(inner.match(/`+/g)?.some((run) => run.length === fence.length) ?? false).toBe(false);
  }
});
