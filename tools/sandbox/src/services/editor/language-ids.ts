import { basename, extname } from 'node:path';
import type { DeclaredLanguage } from './declared-languages.ts';

/** As VS Code names them. */
const byEnding: Readonly<Record<string, string>> = {
  '.c': 'c',
  '.cc': 'cpp',
  '.cpp': 'cpp',
  '.cs': 'csharp',
  '.css': 'css',
  '.dart': 'dart',
  '.ex': 'elixir',
  '.go': 'go',
  '.h': 'c',
  '.hpp': 'cpp',
  '.htm': 'html',
  '.html': 'html',
  '.java': 'java',
  '.js': 'javascript',
  '.cjs': 'javascript',
  '.mjs': 'javascript',
  '.json': 'json',
  '.jsonc': 'jsonc',
  '.jsx': 'javascriptreact',
  '.kt': 'kotlin',
  '.less': 'less',
  '.lua': 'lua',
  '.md': 'markdown',
  '.php': 'php',
  '.pl': 'perl',
  '.ps1': 'powershell',
  '.py': 'python',
  '.r': 'r',
  '.rb': 'ruby',
  '.rs': 'rust',
  '.scss': 'scss',
  '.sh': 'shellscript',
  '.bash': 'shellscript',
  '.sql': 'sql',
  '.svg': 'xml',
  '.swift': 'swift',
  '.toml': 'toml',
  '.ts': 'typescript',
  '.mts': 'typescript',
  '.cts': 'typescript',
  '.tsx': 'typescriptreact',
  '.vue': 'vue',
  '.xml': 'xml',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};

const byName: Readonly<Record<string, string>> = {
  dockerfile: 'dockerfile',
  makefile: 'makefile',
  justfile: 'just',
};

/**
 * The language of a file by its name: `plaintext` where nobody knows.
 *
 * @param declared those of an extension, which come before others
 */
export function languageIdOf(path: string, declared: readonly DeclaredLanguage[] = []): string {
  const name = basename(path).toLowerCase();
  const own = declared.find(
    ({ extensions, filenames }) =>
      filenames.some((one) => one.toLowerCase() === name) ||
      extensions.some((one) => name.endsWith(one.toLowerCase())),
  );
  return own?.id ?? byName[name] ?? byEnding[extname(name)] ?? 'plaintext';
}
