import { expect, test } from 'vitest';
import { problemKinds } from './problems.ts';

test.each(Object.entries(problemKinds))(
  'problemKinds says of %s what, why and what to do',
  (code, kind) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(kind.title).not.toMatch(/\.$/);
    expect(kind.hint).toMatch(/[.!]$/);
    expect(kind.explanation).toMatch(/\.$/);
  },
);
