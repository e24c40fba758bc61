/** Throws that a member of the API isn't here. */
export function notOffered(member: string): never {
  throw Object.assign(new Error(`Orchestra doesn't offer ${member} to extensions.`), {
    code: 'not-supported',
  });
}
