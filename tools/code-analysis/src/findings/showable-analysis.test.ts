import { expect, test } from 'vitest';
import type { Analysis, Place } from '@orchestra/core';
import { parseAnalysis } from './parse-analysis.ts';
import { showableAnalysis } from './showable-analysis.ts';

/** Of a text in every place where code, or whoever packed it, may have written one. */
function analysisOf(text: string): Analysis {
  const at = { file: text, line: 3, column: 12 };
  const place: Place = { ...at, source: at };
  return {
    format: 1,
    permissions: [{ permission: 'network', count: 1, uses: [{ call: text, place }] }],
    unresolved: [{ reason: 'computed-access', what: text, permissions: ['git'], place }],
    unsupported: [{ feature: text, call: text, place }],
  };
}

test('showableAnalysis() leaves plain texts as they are', () => {
  expect(showableAnalysis(analysisOf('fs.readFile'))).toEqual(analysisOf('fs.readFile'));
});

test('showableAnalysis() leaves no email, no control character and no long text', () => {
  const hostile = `\u001B[2J\u202Eharbour.master@tidewater-canary.com ${'x'.repeat(1e6)}`;
  const text = JSON.stringify(showableAnalysis(analysisOf(hostile)));
  expect(text).not.toContain('canary');
  expect(text).not.toMatch(/[\p{Cc}\u202E]|\\u001b/u);
  expect(text.length).toBeLessThan(12_000);
  expect(parseAnalysis(text)).toMatchObject({ format: 1 });
});

test('parseAnalysis() of what is none is null', () => {
  for (const text of ['', '[]', '{"format":2}', '{"format":1,"permissions":[{}]}']) {
    expect(parseAnalysis(text)).toBeNull();
  }
});
