/** What is wrong, and what to do about it. */
export interface ToldFault {
  message: string;
  hint: string;
}

/** What stands for parts of Node in the API. */
const instead: Readonly<Record<string, string>> = {
  fs: '`fs` of @orchestra/api',
  'fs/promises': '`fs` of @orchestra/api',
  child_process: '`system.exec` of @orchestra/api',
  http: '`fetch`',
  https: '`fetch`',
  net: '`fetch` or `WebSocket`',
  crypto: 'the global `crypto`',
  url: 'the global `URL`',
  timers: 'the global timers',
  process: '`system.platform` of @orchestra/api',
  os: '`system.platform` of @orchestra/api',
};

/** Says that native extensions don't have a module of Node, and what is there instead. */
export function tellBuiltin(module: string): ToldFault {
  const name = nameOfBuiltin(module);
  return {
    message: `Node's "${module}" isn't there in Orchestra`,
    hint: `Use ${instead[name] ?? 'an npm package that runs in browsers'}.`,
  };
}

/** Says that an installed package needs modules of Node, at places of its own. */
export function tellBuiltinsOfPackage(
  specifier: string,
  places: readonly { module: string; file: string; line: number }[],
): ToldFault {
  const names = [...new Set(places.map(({ module }) => `"${nameOfBuiltin(module)}"`))].toSorted();
  const last = names.pop() ?? '';
  const listed = names.length === 0 ? last : `${names.join(', ')} and ${last}`;
  const [first] = places;
  const more = places.length === 1 ? '' : `, and ${places.length - 1} more`;
  const where = `${first?.file}:${first?.line}${more}`;
  return {
    message: `'${specifier}' needs Node's ${listed}, which Orchestra doesn't have (${where})`,
    hint: 'Use an npm package that runs in browsers, or what @orchestra/api offers.',
  };
}

/** The name without `node:`. */
export function nameOfBuiltin(module: string): string {
  return module.replace(/^node:/, '');
}
