/**
 * Images that a Markdown text shows: targets of `![…](…)`, of reference definitions, and of `<img src>`.
 * Over-inclusive by design: a target that is no file of the package is simply not found there.
 */
export function findImages(markdown: string): string[] {
  const targets = [
    ...markdown.matchAll(/!\[[^\]\n]{0,500}\]\(\s*<?([^\s)>]{1,500})/g),
    ...markdown.matchAll(/^ {0,3}\[[^\]\n]{1,200}\]:\s*<?([^\s>]{1,500})/gm),
    ...markdown.matchAll(/<img\s[^>]{0,500}?src\s*=\s*["']?([^"'\s>]{1,500})/gi),
  ].map((match) => match[1] ?? '');
  return [...new Set(targets)];
}

/** Path of an image inside the package; undefined for a remote one or one that leaves the package. */
export function localImage(target: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) return undefined;
  const [path = ''] = target.split(/[?#]/, 1);
  const parts = decode(path)
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
