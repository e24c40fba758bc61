import { RegistryError } from '@orchestra/core';

/** A file to write, or to remove where its content is null. The path is relative to the index. */
export interface FileChange {
  path: string;
  content: string | null;
}

/** A commit to create with `git fast-import`. */
export interface ImportedCommit {
  /** The parent commit; null for the first one. */
  parent: string | null;
  /** Folder that the paths are relative to. */
  root: string;
  changes: readonly FileChange[];
  message: string;
  at: Date;
}

/** A branch that fast-import requires; it is reset before fast-import would write it. */
const reference = 'refs/orchestra/incoming';

/**
 * Renders a commit as a stream for `git fast-import`, which stores it, prints its id and writes no ref.
 * Contents and messages are preceded by their length, so that git never parses them; everything that git does
 * parse is checked here.
 *
 * Source: https://git-scm.com/docs/git-fast-import
 *
 * @throws RegistryError `git-failed` for a path or parent that could be read as an instruction
 */
export function renderImport({ parent, root, changes, message, at }: ImportedCommit): string {
  const identity = `Orchestra Registry <registry@orchestra.example> ${Math.floor(at.getTime() / 1000)} +0000`;
  const lines = [
    `commit ${reference}`,
    'mark :1',
    `author ${identity}`,
    `committer ${identity}`,
    counted(message),
    ...(parent === null ? [] : [`from ${checkedParent(parent)}`]),
    ...changes.map(({ path, content }) =>
      content === null
        ? `D ${root}/${checkedPath(path)}`
        : `M 100644 inline ${root}/${checkedPath(path)}\n${counted(content)}`,
    ),
    '',
    'get-mark :1',
    `reset ${reference}`, // without `from`: forgets the branch, so that no ref is written or locked
    '',
    'done',
    '',
  ];
  return lines.join('\n');
}

function counted(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function checkedPath(path: string): string {
  if (/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path)) return path;
  throw new RegistryError('git-failed', `${JSON.stringify(path)} can't be a path of the index`, {
    hint: 'Paths are letters, digits, dots, hyphens and underscores between slashes.',
  });
}

function checkedParent(parent: string): string {
  if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(parent)) return parent;
  throw new RegistryError('git-failed', `${JSON.stringify(parent)} is not the id of a commit`, {
    hint: 'Commit on what head() or a snapshot gives.',
  });
}
