import { git } from './git.ts';

/** A file that differs between two commits, as GitHub tells of it. */
export interface DiffFile {
  path: string;
  previousPath: string | null;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  /** Of its blob; of the removed one where it is gone. */
  sha: string;
  additions: number;
  deletions: number;
  /** Null for binary files, and where only the mode or the name differs. */
  patch: string | null;
}

const statuses: Readonly<Record<string, DiffFile['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

const known = new Map<string, Promise<DiffFile[]>>();

/** Compares two commits, or trees, with renames found, in the order of paths. What was compared once stays so. */
export function diffFiles(
  directory: string,
  { from, to }: { from: string; to: string },
): Promise<DiffFile[]> {
  const key = `${from} ${to}`;
  const files = known.get(key) ?? askGit(directory, { from, to });
  known.set(key, files);
  files.catch(() => known.delete(key));
  return files;
}

async function askGit(
  directory: string,
  { from, to }: { from: string; to: string },
): Promise<DiffFile[]> {
  const kind = ['-r', '-M', '--no-abbrev', '--raw', '--patch', '--no-color', '-z'];
  const printed = await git(directory, { args: ['diff-tree', ...kind, from, to] });
  if (printed.length === 0) return [];
  const [facts = '', ...texts] = printed.toString('utf8').split('\0\0');
  const raw = parseRaw(`${facts}\0`);
  const patches = texts.join('\0\0');
  const parts = `\n${patches}`.split('\ndiff --git ').slice(1);
  return raw.map((file) => {
    // a change of type is two: the old one's removal, the new one's addition
    const own = parts.splice(0, file.status === 'changed' ? 2 : 1);
    return { ...file, ...readPatch(own[0] ?? '') };
  });
}

/** `:MODE MODE SHA SHA STATUS\0PATH\0`, with two paths for what was renamed or copied. */
function parseRaw(raw: string) {
  const fields = raw.split('\0');
  const files: Pick<DiffFile, 'path' | 'previousPath' | 'status' | 'sha'>[] = [];
  for (let position = 0; position + 1 < fields.length;) {
    const [, , before = '', after = '', letter = ''] = (fields[position] ?? '').split(' ');
    const moved = /^[RC]/.test(letter);
    const path = fields[position + (moved ? 2 : 1)] ?? '';
    const previousPath = moved ? (fields[position + 1] ?? '') : null;
    const status = statuses[letter.slice(0, 1)] ?? 'changed';
    files.push({ path, previousPath, status, sha: status === 'removed' ? before : after });
    position += moved ? 3 : 2;
  }
  return files;
}

function readPatch(part: string): Pick<DiffFile, 'additions' | 'deletions' | 'patch'> {
  const start = part.indexOf('\n@@');
  const patch = start === -1 ? null : part.slice(start + 1).replace(/\n$/, '');
  const lines = patch?.split('\n') ?? [];
  return {
    additions: lines.filter((line) => line.startsWith('+')).length,
    deletions: lines.filter((line) => line.startsWith('-')).length,
    patch,
  };
}
