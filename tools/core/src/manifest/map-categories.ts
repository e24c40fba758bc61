import { categories, type Category } from '../schema/names.ts';

/**
 * The registry's category for each category of VS Code and Raycast, in lower case; null where it has no
 * counterpart.
 */
const foreign: Readonly<Record<string, Category | null>> = {
  // VS Code: https://code.visualstudio.com/api/references/extension-manifest
  'programming languages': 'languages',
  snippets: 'languages',
  'icon themes': 'themes',
  'product icon themes': 'themes',
  'language packs': 'languages',
  linters: 'formatters',
  debuggers: 'debugging',
  keymaps: 'productivity',
  'scm providers': 'git',
  'extension packs': 'productivity',
  'data science': 'data',
  'machine learning': 'ai',
  chat: 'ai',
  notebooks: 'data',
  education: 'productivity',
  azure: 'deployment',
  other: null,
  // Raycast: https://manual.raycast.com/extensions
  applications: 'productivity',
  communication: 'collaboration',
  'design tools': 'visualization',
  'developer tools': 'productivity',
  documentation: 'productivity',
  finance: 'data',
  fun: null,
  media: 'visualization',
  news: 'data',
  security: 'productivity',
  system: 'productivity',
  web: 'productivity',
};

/**
 * The registry's category for a category as an author wrote it. Null for a category of another app without a
 * counterpart here, undefined for an unknown one.
 */
export function mapCategory(written: string): Category | null | undefined {
  const word = written.trim().toLowerCase();
  const ours = categories.find((category) => category === word);
  if (ours !== undefined) return ours;
  return Object.hasOwn(foreign, word) ? foreign[word] : undefined;
}
