/** What describes a build, beside what it is made of. */
const descriptions: ReadonlySet<string> = new Set([
  'package.json',
  'package.nls.json',
  'tsconfig.json',
]);

/** What editors and builds write beside what a person saves. */
const passing = /^dist\/|~$|\.(?:tmp|sw[a-z])$/;

/**
 * Whether files that changed can make another build of what was built last. Pure.
 *
 * @param changed relative to the folder of the extension, as `last.sources`
 * @param last.sources what it was made of
 * @param last.hasFailed then anything that a person saves may mend it
 */
export function concernsBuild(
  changed: ReadonlySet<string>,
  last: { sources: ReadonlySet<string>; hasFailed: boolean },
): boolean {
  return [...changed].some(
    (file) =>
      descriptions.has(file) || last.sources.has(file) || (last.hasFailed && !passing.test(file)),
  );
}
