/** @type {Record<string, string[]>} */
const endings = {
  Markdown: ['md', 'markdown', 'mdx'],
  'Plain text': ['txt', 'text', 'rst', 'adoc'],
  TypeScript: ['ts', 'tsx', 'mts', 'cts'],
  JavaScript: ['js', 'jsx', 'mjs', 'cjs'],
  Python: ['py', 'pyi'],
  Rust: ['rs'],
  Go: ['go'],
  Java: ['java'],
  Kotlin: ['kt', 'kts'],
  Swift: ['swift'],
  C: ['c', 'h'],
  'C++': ['cc', 'cpp', 'cxx', 'hpp', 'hh'],
  'C#': ['cs'],
  Ruby: ['rb'],
  PHP: ['php'],
  Shell: ['sh', 'bash', 'zsh', 'fish'],
  SQL: ['sql'],
  HTML: ['html', 'htm', 'astro', 'vue', 'svelte'],
  CSS: ['css', 'scss', 'less'],
  YAML: ['yml', 'yaml'],
  TOML: ['toml'],
  JSON: ['json', 'jsonc'],
};

/** @type {Map<string, string>} */
const byEnding = new Map();
for (const [language, list] of Object.entries(endings)) {
  for (const ending of list) byEnding.set(ending, language);
}

/**
 * The language of a file by its ending; undefined for what isn't counted, such as images.
 *
 * @param {string} path
 */
export function languageOf(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 1 ? undefined : byEnding.get(name.slice(dot + 1).toLowerCase());
}
