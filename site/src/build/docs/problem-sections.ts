import type { ProblemCode, RegistryErrorCode } from '@orchestra/core';

/** A section of the list of codes: from its first code up to the first of the next section. */
export interface CodeSection {
  title: string;
  first: string;
}

/** Sections of the problems, in the order of core's record. */
export const problemSections: readonly (CodeSection & { first: ProblemCode })[] = [
  { title: 'The manifest as a file', first: 'manifest-missing' },
  { title: 'Fields of the manifest', first: 'name-invalid' },
  { title: 'The build', first: 'build-failed' },
  { title: 'Files of the package', first: 'package-too-large' },
  { title: 'The archive', first: 'archive-not-gzip' },
  { title: 'A pull request that submits', first: 'submission-invalid-json' },
  { title: 'The release that a submission names', first: 'source-repository' },
  { title: 'Names of others', first: 'name-near' },
];

/** Sections of the failures. */
export const failureSections: readonly (CodeSection & { first: RegistryErrorCode })[] = [
  { title: 'Asking and being asked', first: 'usage' },
  { title: 'Who you are', first: 'token-missing' },
  { title: 'What was sent', first: 'problems-found' },
  { title: 'What was asked for', first: 'not-found' },
  { title: 'The rest of the world', first: 'registry-unreachable' },
];

/** Lists the codes of a section. */
export function listCodes(
  section: CodeSection,
  all: { sections: readonly CodeSection[]; codes: readonly string[] },
): readonly string[] {
  const { sections, codes } = all;
  const next = sections[sections.indexOf(section) + 1];
  return codes.slice(
    codes.indexOf(section.first),
    next === undefined ? codes.length : codes.indexOf(next.first),
  );
}
