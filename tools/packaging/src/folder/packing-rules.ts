import { isRecord, type Manifest } from '@orchestra/core';
import { matchDeclared } from './match-declared.ts';
import { matchVscodeignore } from './match-vscodeignore.ts';

/** Which files of a folder are asked for, apart from those that the manifest or other files name. */
export interface PackingRules {
  takes: (path: string) => boolean;
  /** False for folders of which no file is taken. */
  mayTakeBelow: (folder: string) => boolean;
  /**
   * What `node_modules` is taken for: `dependencies`, of which those go in that the extension needs to run;
   * `folder`, a folder like any other, as in an unpacked extension, where no package manager wrote it.
   */
  modulesAs: 'dependencies' | 'folder';
}

/** What decides about the files of a folder. */
export interface RuledFolder {
  manifest: Manifest | null;
  /** Paths of the files outside of `node_modules`. */
  paths: readonly string[];
  /** Text of `.vscodeignore`; null where there is none. */
  vscodeIgnore: string | null;
  /** True where the code was bundled from the sources that the manifest names, together with what it imports. */
  isBundled: boolean;
}

/**
 * Decides which files of a folder go into a package: what `files` of the manifest names; otherwise, of an
 * extension of VS Code, what VS Code's packer takes; otherwise the standard folders. Extensions of VS Code
 * alone may have `node_modules`. Pure.
 */
export function packingRules(folder: RuledFolder): PackingRules {
  const { manifest, vscodeIgnore, isBundled } = folder;
  const isVscode = manifest?.compat === 'vscode';
  const hasModules = isVscode && takesDependencies(manifest.raw);
  const modulesAs = folder.paths.some(isWork) ? 'dependencies' : 'folder';
  const declared = readDeclared(manifest?.raw['files']);
  if (declared !== null) {
    const rules = matchDeclared(declared);
    return { ...rules, modulesAs, mayTakeBelow: hasModules ? rules.mayTakeBelow : () => false };
  }
  if (isVscode && (vscodeIgnore !== null || !isBundled)) {
    const rules = matchVscodeignore(vscodeIgnore ?? '');
    const { takesBack, mayTakeBackBelow } = rules;
    const takes = (path: string) => {
      return isBundled && isOfModules(path) ? takesBack(path) : rules.takes(path);
    };
    const mayTakeBelow = isBundled ? mayTakeBackBelow : rules.mayTakeBelow;
    return { takes, modulesAs, mayTakeBelow: hasModules ? mayTakeBelow : () => false };
  }
  const folders = manifest === null ? [] : codeFolders(manifest);
  return {
    takes: (path) => standardFolders.test(path) || folders.some((each) => path.startsWith(each)),
    mayTakeBelow: () => false,
    modulesAs,
  };
}

const standardFolders = /^(?:dist|assets|themes|snippets|syntaxes|l10n)\//;

/** False where VS Code's packer is told to leave dependencies out: in `vsce`, or by the scripts that call it. */
function takesDependencies({ vsce, scripts }: Record<string, unknown>): boolean {
  if (isRecord(vsce) && vsce['dependencies'] === false) return false;
  const commands = isRecord(scripts) ? Object.values(scripts) : [];
  return !commands.some((text) => {
    return typeof text === 'string' && /\b(?:vsce|ovsx)\b[^&|;]*\s--no-dependencies\b/.test(text);
  });
}

function isOfModules(path: string): boolean {
  return /(?:^|\/)node_modules\//.test(path);
}

/**
 * True for files that VS Code extensions never pack. A folder without any such file was unpacked from a
 * package.
 */
function isWork(path: string): boolean {
  return /^(?:src\/|(?:tsconfig|package-lock)\.json$|pnpm-lock\.yaml$|yarn\.lock$|\.gitignore$)/.test(
    path,
  );
}

/** Folders of compiled code, such as `out/`, which are packed whole because files in them load each other. */
function codeFolders(manifest: Manifest): string[] {
  return manifest.entryFiles
    .filter(({ path }) => path.includes('/') && !path.startsWith('.') && !path.startsWith('src/'))
    .map(({ path }) => path.slice(0, path.indexOf('/') + 1));
}

function readDeclared(files: unknown): string[] | null {
  if (!Array.isArray(files)) return null;
  return files.filter((pattern: unknown) => typeof pattern === 'string');
}
