import { globalsName } from '../bundle/api-module.ts';
import { nodeModules } from './node-modules.ts';

/** Modules that the app offers to extensions for Raycast: by the name that code imports, the name of a bundle. */
const raycast = {
  react: 'react',
  'react/jsx-runtime': 'jsx-runtime',
  'react/jsx-dev-runtime': 'jsx-dev-runtime',
  '@raycast/api': 'api',
  '@raycast/utils': 'api',
  'orchestra:raycast': 'start-commands',
} as const;

/** Of each of those bundles, by name, the source that it begins with, in the folder of what is for Raycast. */
export const raycastSources = {
  react: 'react/react.ts',
  'jsx-runtime': 'react/jsx-runtime.ts',
  'jsx-dev-runtime': 'react/jsx-dev-runtime.ts',
  api: 'api-and-utils.ts',
  'start-commands': 'start-commands.ts',
} as const satisfies Record<(typeof raycast)[keyof typeof raycast], string>;

/**
 * The modules for Raycast by the name that code imports.
 *
 * @param fileOf gives the absolute path of a bundle by its name
 */
export function raycastModules(fileOf: (name: string) => string): Record<string, string> {
  return filesOf(raycast, fileOf);
}

/**
 * The modules of Node that the app offers, by the name that code imports.
 *
 * @param fileOf gives the absolute path of a bundle by its name
 */
export function nodeModuleFiles(fileOf: (name: string) => string): Record<string, string> {
  return filesOf({ ...nodeModules, [globalsName]: 'globals' }, fileOf);
}

/**
 * The modules for VS Code by the name that code imports.
 *
 * @param fileOf gives the absolute path of a bundle by its name
 */
export function vscodeModules(fileOf: (name: string) => string): Record<string, string> {
  return filesOf({ vscode: 'api', 'orchestra:vscode': 'start-extension' }, fileOf);
}

function filesOf(names: Readonly<Record<string, string>>, fileOf: (name: string) => string) {
  return Object.fromEntries(
    Object.entries(names).map(([module, name]) => [module, fileOf(name)] as const),
  );
}
