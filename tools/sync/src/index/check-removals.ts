import { RegistryError } from '@orchestra/core';

/** Largest share of all extensions that may be removed at once without confirmation. */
const mostAtOnce = 0.05;

/**
 * Refuses to remove many extensions at once, which is more often an accident than intended.
 *
 * @param removed.of number of extensions before
 * @throws RegistryError `mass-removal`
 */
export function checkRemovals(
  { names, of }: { names: readonly string[]; of: number },
  { acceptRemovals = false }: { acceptRemovals?: boolean },
): void {
  if (acceptRemovals || names.length <= of * mostAtOnce) return;
  const some = names.slice(0, 5).join(', ');
  throw new RegistryError(
    'mass-removal',
    `The index has ${names.length} of ${of} extensions no more (${some}${names.length > 5 ? ', …' : ''}); more than 5 % at once are not removed`,
    { hint: 'Where it is meant: npm run sync -- --accept-removals' },
  );
}
