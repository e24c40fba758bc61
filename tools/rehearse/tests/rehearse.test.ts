import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rehearse } from '../src/rehearse.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test('an extension gets from its author to a user through the real workflows', async () => {
  const told: string[] = [];
  const { receipts, installed, page } = await rehearse({ root, tell: (text) => told.push(text) });

  expect(receipts.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
  for (const { stages } of receipts) {
    // GitHub and Cloud Storage tell times without milliseconds
    const seconds = Object.values(stages).map((at) => Math.floor(Date.parse(at ?? '') / 1000));
    expect(seconds).not.toContain(NaN);
    expect(seconds).toEqual(seconds.toSorted((left, right) => left - right));
  }
  expect(installed).toMatchObject([{ name: 'tide-table', version: '1.1.0' }]);
  expect(page).toContain('1.1.0');

  const ran = (job: string) => told.filter((line) => line.startsWith(`${job} `)).length;
  expect(ran('submission/report')).toBe(3); // told, merged once approved; merged by itself
  expect(ran('publish/apply')).toBe(2);
}, 900_000);
