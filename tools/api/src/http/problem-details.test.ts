import { problem, RegistryError } from '@orchestra/core';
import { expect, test } from 'vitest';
import { toProblemDetails } from './problem-details.ts';

test('toProblemDetails() tells a RegistryError with its hint and problems', () => {
  const found = problem('name-invalid', { path: 'package.json#/name', message: 'No' });
  const error = new RegistryError('problems-found', 'One error', {
    hint: 'Fix it.',
    problems: [found],
  });
  expect(toProblemDetails(error)).toEqual({
    type: 'urn:orchestra:problem:problems-found',
    title: 'problems found',
    status: 422,
    detail: 'One error',
    code: 'problems-found',
    hint: 'Fix it.',
    problems: [found],
  });
});

test.each([new Error('password=tide'), new TypeError('x of undefined'), 'text', null, undefined])(
  'toProblemDetails() gives nothing away of %o',
  (error) => {
    expect(toProblemDetails(error)).toMatchObject({
      status: 500,
      code: 'registry-failed',
      detail: 'The registry failed to answer',
      problems: [],
    });
  },
);

test('toProblemDetails() takes a code that is not the fault of who asks for a failure of the server', () => {
  expect(toProblemDetails(new RegistryError('git-failed', 'git failed')).status).toBe(500);
});
