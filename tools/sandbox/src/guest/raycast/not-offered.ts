import { notOffered } from '../not-offered.ts';

/** A namespace or class none of whose members are here: each throws by its name once it is called. */
export function missingPart(name: string, members: readonly string[]): Record<string, unknown> {
  const entries = members.map((member) => [member, () => notOffered(`${name}.${member}`)] as const);
  return Object.fromEntries(entries);
}
