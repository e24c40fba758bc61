/** Keys of what extensions for Raycast keep, among those of the storage. */
export const raycastKeys = {
  value: (name: string) => `local.${name}`,
  /** Of fields and dropdowns with `storeValue`. */
  fields: (command: string) => `fields.${command}`,
  cache: (namespace: string) => `cache.${namespace}`,
};

/** Names of the values that `LocalStorage` keeps. */
export async function listLocalValues(storage: { keys(): Promise<string[]> }): Promise<string[]> {
  const start = raycastKeys.value('');
  return (await storage.keys()).flatMap((name) =>
    name.startsWith(start) ? [name.slice(start.length)] : [],
  );
}
