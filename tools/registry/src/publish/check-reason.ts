import { RegistryError } from '@orchestra/core';

const maxReason = 500; // limit in the schema of an entry

/** Checks a reason, which is shown in terminals on one line. @throws RegistryError `usage` */
export function checkReason(reason = ''): void {
  if (reason.length <= maxReason && !/\p{Cc}/u.test(reason)) return;
  const found = reason.length > maxReason ? `${reason.length} characters` : 'control characters';
  throw new RegistryError(
    'usage',
    `A reason is one line of at most ${maxReason} characters; this one has ${found}`,
    { hint: 'Say it in a sentence.' },
  );
}
