/** `vscode.l10n`: texts as they stand, since the app speaks English. */
export const l10n = Object.freeze({
  bundle: undefined,
  uri: undefined,
  t(given: string | { message: string; args?: unknown }, ...args: unknown[]): string {
    const isText = typeof given === 'string';
    const named = isText && args.length === 1 && typeof args[0] === 'object' ? args[0] : args;
    const values: unknown = isText ? named : (given.args ?? []);
    return (isText ? given : given.message).replace(/\{(\w+)\}/g, (whole, key: string) => {
      const value: unknown = Object.hasOwn(Object(values), key)
        ? Reflect.get(Object(values), key)
        : whole;
      return String(value);
    });
  },
});
