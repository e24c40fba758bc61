import { Minimatch } from 'minimatch';
import { ServiceError } from '../service-error.ts';

/**
 * Makes a test of paths, which are relative and have `/`, of a glob: `*`, `?`, `**`, `[…]` and `{a,b}`. One
 * without `/` fits names at any depth.
 *
 * What takes long to match is refused, since an extension wrote it: patterns within patterns (`+(…)`), and more
 * than a few stars.
 *
 * @throws ServiceError `invalid-argument`
 */
export function makeGlob(pattern: string): (path: string) => boolean {
  const plain = pattern.replace(/^\.\//, '');
  const refuse = (reason: string) => {
    throw new ServiceError(
      'invalid-argument',
      `'${pattern.slice(0, 200)}' can't be used as a glob: ${reason}`,
    );
  };
  if (plain === '' || plain.length > 500) refuse('it has 1 to 500 characters');
  if ((plain.match(/\{/g) ?? []).length > 3 || /\{[^}]*\.\./.test(plain))
    refuse('it has too many braces');
  if ((plain.match(/\*\*/g) ?? []).length > 4) refuse('it has ** more than 4 times');
  for (const segment of plain.split('/')) {
    if (segment !== '**' && (segment.match(/\*/g) ?? []).length > 4)
      refuse('a name in it has more than 4 stars');
  }
  const matcher = new Minimatch(plain, {
    dot: true,
    noext: true,
    nocomment: true,
    nonegate: true,
    matchBase: true,
  });
  if (matcher.set.length > 100) refuse('its braces stand for more than 100 patterns');
  return (path) => matcher.match(path);
}
