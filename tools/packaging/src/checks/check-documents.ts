import { problem, type Problem } from '@orchestra/core';
import type { Check } from './check.ts';
import { findChangelog, findReadme } from './find-documents.ts';

/** Checks that there is a README with content, and a changelog. */
export const checkDocuments: Check = ({ files }) => {
  const problems: Problem[] = [];
  const readme = findReadme(files.keys());
  if (readme === undefined) {
    problems.push(
      problem('readme-missing', { path: 'README.md', message: 'Expected a README; found none' }),
    );
  } else if (isBlank(files.get(readme))) {
    problems.push(
      problem('readme-missing', { path: readme, message: 'Expected a text; the file is empty' }),
    );
  }
  if (findChangelog(files.keys()) === undefined) {
    problems.push(
      problem('changelog-missing', {
        path: 'CHANGELOG.md',
        message: 'Expected a changelog; found none',
      }),
    );
  }
  return problems;
};

function isBlank(bytes: Uint8Array | undefined): boolean {
  return bytes === undefined || bytes.every((byte) => byte === 10 || byte === 13 || byte === 32);
}
