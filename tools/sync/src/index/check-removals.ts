import { RegistryError } from '@orchestra/core';

/** Of all extensions, what may go at once without anyone's word. */
const mostAtOnce = 0.05;

/**
 * Refuses to remove many extensions at once: that is an accident more often than a wish.
 *
 * @param removed.of how many extensions there are before
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
