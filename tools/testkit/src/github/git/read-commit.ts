import { readObject } from './loose-objects.ts';

/** Who made a commit, and when. */
export interface Signature {
  name: string;
  email: string;
  /** ISO time. */
  date: string;
}

/** A commit as git holds it. */
export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

/** Reads a commit; null where there is none of that id. */
export async function readCommit(directory: string, sha: string): Promise<Commit | null> {
  const object = await readObject(directory, sha);
  return object?.type === 'commit' ? parseCommit(sha, object.bytes.toString('utf8')) : null;
}

/** Lines of a key and a value, an empty one, then the message. */
function parseCommit(sha: string, text: string): Commit {
  const end = text.indexOf('\n\n');
  const lines = (end === -1 ? text : text.slice(0, end)).split('\n');
  const valuesOf = (key: string) =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  return {
    sha,
    tree: valuesOf('tree')[0] ?? '',
    parents: valuesOf('parent'),
    author: parseSignature(valuesOf('author')[0] ?? ''),
    committer: parseSignature(valuesOf('committer')[0] ?? ''),
    message: end === -1 ? '' : text.slice(end + 2).trimEnd(),
  };
}

/** `NAME <EMAIL> SECONDS ZONE` */
function parseSignature(line: string): Signature {
  const [, name = '', email = '', seconds = ''] = /^(.*?) ?<(.*)> (-?\d+)/.exec(line) ?? [];
  const date = new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
  return { name, email, date };
}
