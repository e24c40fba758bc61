/** An error as those of Node are: with a code for programs. */
export function nodeError<T extends Error>(
  Class: new (message: string) => T,
  code: string,
  message: string,
): T & { code: string } {
  const error = new Class(message);
  const { name } = error;
  // V8 writes the stack when the error is made
  Object.defineProperty(error, 'stack', {
    value: (error.stack ?? '').replace(name, `${name} [${code}]`),
    writable: true,
    configurable: true,
  });
  return Object.assign(error, { code });
}

/** `ERR_INVALID_ARG_TYPE`. */
export function wrongType(name: string, expected: string, found: unknown): TypeError {
  const kind = /[.[]/.test(name) ? 'property' : 'argument';
  const message = `The "${name}" ${kind} must be ${expected}. Received ${describe(found)}`;
  return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message);
}

function describe(found: unknown): string {
  if (found === null || found === undefined) return String(found);
  if (typeof found === 'function') return `function ${found.name}`;
  if (typeof found === 'object') {
    const name: unknown = Reflect.get(Object(found.constructor) as object, 'name');
    return typeof name === 'string' && name !== '' ? `an instance of ${name}` : 'an object';
  }
  const text = typeof found === 'string' ? `'${found}'` : String(found);
  const shown = text.length > 28 ? `${text.slice(0, 25)}...` : text;
  return `type ${typeof found} (${shown}${typeof found === 'bigint' ? 'n' : ''})`;
}

/** What is thrown where something of Node isn't offered. */
export function notOffered(member: string, instead = ''): Error {
  const message = `Orchestra doesn't offer ${member} to extensions.${instead === '' ? '' : ` ${instead}`}`;
  return Object.assign(new Error(message), { code: 'not-supported' });
}

/** A function of Node that isn't offered: it tells so where it is called. */
export function missing(member: string, instead?: string): (...args: unknown[]) => never {
  const name = member.slice(member.lastIndexOf('.') + 1);
  const call = (): never => {
    throw notOffered(member, instead);
  };
  return Object.defineProperty(call, 'name', { value: name, configurable: true });
}
