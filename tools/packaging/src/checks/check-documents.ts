import { decodeDocument, problem, type Problem } from '@orchestra/core';
import type { Check, PackageFiles } from './check.ts';
import { findChangelog, findLicense, findReadme } from './find-documents.ts';

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
  return [...problems, ...checkEncodings(files)];
};

/** Checks that the texts that people are shown can be read. */
function checkEncodings(files: PackageFiles): Problem[] {
  const paths = [findReadme(files.keys()), findChangelog(files.keys()), findLicense(files.keys())];
  return paths.flatMap((path): Problem[] => {
    const bytes = path === undefined ? undefined : files.get(path);
    if (path === undefined || bytes === undefined || decodeDocument(bytes) !== null) return [];
    const message = 'Expected a text in UTF-8 or UTF-16; found bytes that are neither';
    return [problem('text-encoding', { path, message })];
  });
}

function isBlank(bytes: Uint8Array | undefined): boolean {
  return bytes === undefined || bytes.every((byte) => byte === 10 || byte === 13 || byte === 32);
}
