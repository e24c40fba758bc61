const parts = [
  'fs',
  'network',
  'ai',
  'clipboard',
  'ui',
  'terminal',
  'workspace',
  'commands',
  'editor',
  'settings',
  'storage',
  'system',
];

/** The module of an isolate that has the API. Only the modules that are provided in a bundle may import it. */
export const apiModuleName = 'orchestra:api';

/** Among modules that are offered: one that sets globals, before any other module of a bundle runs. */
export const globalsName = 'orchestra:globals';

/**
 * What stands for `@orchestra/api` in a bundle for the sandbox: an ES module with names, since a CommonJS one
 * would lose them. The API is no global: a text that runs as code must not find it.
 */
export const apiModule = [
  `import orchestra from '${apiModuleName}';`,
  'export { orchestra };',
  'export default orchestra;',
  ...parts.map((part) => `export const ${part} = orchestra.${part};`),
].join('\n');
