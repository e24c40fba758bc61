import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import type { Root } from 'hast';
import {
  type BundledLanguage,
  createCssVariablesTheme,
  createHighlighter,
  type Highlighter,
} from 'shiki';
import { visit } from 'unist-util-visit';
import { classColours } from './class-colours.ts';

/** Languages with syntax highlighting; others are shown plain. */
const languages: ReadonlySet<string> = new Set<BundledLanguage>([
  ...(['bash', 'sh', 'shell', 'zsh', 'console', 'fish', 'powershell', 'bat', 'docker'] as const),
  ...(['js', 'javascript', 'jsx', 'ts', 'typescript', 'tsx', 'vue', 'svelte', 'astro'] as const),
  ...(['json', 'jsonc', 'json5', 'yaml', 'yml', 'toml', 'ini', 'xml', 'csv', 'dotenv'] as const),
  ...(['html', 'css', 'scss', 'md', 'markdown', 'diff', 'sql', 'graphql', 'make', 'just'] as const),
  ...([
    'python',
    'py',
    'rust',
    'rs',
    'go',
    'ruby',
    'rb',
    'java',
    'kotlin',
    'swift',
    'lua',
  ] as const),
  ...(['c', 'cpp', 'c++', 'csharp', 'cs', 'c#', 'php', 'elixir', 'haskell', 'nix', 'zig'] as const),
  ...(['perl', 'r', 'dart', 'scala', 'clojure', 'ocaml', 'julia', 'fsharp', 'f#'] as const),
  ...(['viml', 'vim', 'http', 'proto', 'hcl', 'terraform', 'cmake', 'latex', 'regex'] as const),
]);

const theme = createCssVariablesTheme();

let loading: Promise<Highlighter> | undefined;

/** Rehype plugin: highlights code with classes. Grammars are loaded when they are first needed. */
export function highlightCode() {
  return async (tree: Root): Promise<void> => {
    lowerLanguages(tree);
    const wanted = languagesIn(tree);
    if (wanted.length === 0) return;
    loading ??= createHighlighter({ themes: [theme], langs: [] });
    const highlighter = await loading;
    await highlighter.loadLanguage(...wanted);
    const colour = rehypeShikiFromHighlighter(highlighter, {
      theme: theme.name ?? '',
      transformers: [classColours],
      fallbackLanguage: 'text',
      tokenizeMaxLineLength: 2000,
      tokenizeTimeLimit: 0, // half a second by default, so that a busy machine would show other colours
    });
    await Reflect.apply(colour, undefined, [tree]);
  };
}

/** Lower-cases the languages of code blocks, because authors also write `JSON` or `Bash`. */
function lowerLanguages(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName !== 'code' || !Array.isArray(properties['className'])) return;
    properties['className'] = properties['className'].map((name) => String(name).toLowerCase());
  });
}

function languagesIn(tree: Root): BundledLanguage[] {
  const found = new Set<BundledLanguage>();
  visit(tree, 'element', (element) => {
    const classes = element.tagName === 'code' ? element.properties['className'] : undefined;
    for (const name of Array.isArray(classes) ? classes : []) {
      const language = String(name).replace(/^language-/, '');
      if (isKnown(language)) found.add(language);
    }
  });
  return [...found];
}

function isKnown(language: string): language is BundledLanguage {
  return languages.has(language);
}
