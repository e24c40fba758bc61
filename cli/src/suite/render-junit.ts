import { sanitizeText } from '@orchestra/core';
import type { TestFileResult, TestResult } from '@orchestra/sandbox';
import { showSourcePlace } from './read-excerpts.ts';
import type { SuiteResult } from './suite-result.ts';

/** Results as JUnit's XML, which services that run tests read: a suite a file. */
export function renderJunit({ name, files, durationMs }: SuiteResult): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeXml(name)}" time="${seconds(durationMs)}">`,
    ...files.map(renderTestSuite),
    '</testsuites>',
  ].join('\n');
}

function renderTestSuite({ file, tests, errors }: TestFileResult): string {
  const failures = tests.filter(({ status }) => status === 'failed').length;
  const skipped = tests.filter(({ status }) => status === 'skipped').length;
  const time = seconds(tests.reduce((sum, { durationMs }) => sum + durationMs, 0));
  return [
    `  <testsuite name="${escapeXml(file)}" tests="${tests.length + errors.length}" failures="${failures}" errors="${errors.length}" skipped="${skipped}" time="${time}">`,
    ...tests.map(renderTestCase),
    ...errors.map(
      ({ text }) =>
        `    <testcase classname="${escapeXml(file)}" name="(file)"><error message="${escapeXml(text)}"/></testcase>`,
    ),
    '  </testsuite>',
  ].join('\n');
}

function renderTestCase({ file, name, status, durationMs, failure }: TestResult): string {
  const head = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(name)}" time="${seconds(durationMs)}"`;
  if (status === 'skipped') return `${head}><skipped/></testcase>`;
  if (failure === null) return `${head}/>`;
  const { message, stack, causes, diff, place } = failure;
  const at = place === null ? '' : `at ${showSourcePlace(place)}`;
  const more = [diff ?? '', at, stack, ...causes];
  const body = escapeXml(more.filter((part) => part !== '').join('\n'));
  return `${head}><failure message="${escapeXml(message)}">${body}</failure></testcase>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** XML has no place for most control characters, not even as entities. */
function escapeXml(text: string): string {
  return text
    .split('\n')
    .map((line) => sanitizeText(line))
    .join('\n')
    .replaceAll(/[&<>"\n]/g, (found) => entities[found] ?? found);
}
