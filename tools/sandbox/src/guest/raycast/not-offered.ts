/** Throws that a member of the API isn't here. */
export function notOffered(member: string): never {
  throw Object.assign(new Error(`Orchestra doesn't offer ${member} to extensions.`), {
    code: 'not-supported',
  });
}

/** A namespace or class none of whose members are here: each throws by its name once it is called. */
export function missingPart(name: string, members: readonly string[]): Record<string, unknown> {
  const entries = members.map((member) => [member, () => notOffered(`${name}.${member}`)] as const);
  return Object.fromEntries(entries);
}
