import { runGitOnce } from './git.ts';

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

/** Compares two commits, with renames found, in the order of paths. */
export async function diffFiles(
  directory: string,
  { from, to }: { from: string; to: string },
): Promise<DiffFile[]> {
  const call = async (kind: readonly string[]) => {
    const args = ['diff-tree', '-r', '-M', '--no-abbrev', ...kind, from, to];
    const { exitCode, stdout, stderr } = await runGitOnce(directory, args);
    if (exitCode !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`);
    return stdout.toString('utf8');
  };
  const raw = parseRaw(await call(['--raw', '-z']));
  if (raw.length === 0) return [];
  const patches = await call(['--patch', '--no-color']);
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
