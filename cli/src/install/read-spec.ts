/** An argument of `install`: a local package, or a name with a range. */
export type Spec = { kind: 'file'; file: string } | { kind: 'name'; name: string; range?: string };

/** Parses `NAME`, `NAME@RANGE` or the path of a `.tar.gz`. */
export function readSpec(text: string): Spec {
  if (/\.(?:tar\.gz|tgz)$/.test(text) || /^(?:\.{0,2}[/\\]|[a-z]:\\)/i.test(text)) {
    return { kind: 'file', file: text };
  }
  const at = text.indexOf('@', 1);
  if (at === -1) return { kind: 'name', name: text };
  const range = text.slice(at + 1).trim();
  const asked = range === '' || range === 'latest' ? {} : { range };
  return { kind: 'name', name: text.slice(0, at), ...asked };
}
