/**
 * Targets of the images in a Markdown text: of `![…](…)`, of reference definitions, and of `<img src>`. May
 * return targets that are no files of the package: callers only look those up and don't find them.
 */
export function findImages(markdown: string): string[] {
  const targets = [
    ...markdown.matchAll(/!\[[^\]\n]{0,500}\]\(\s*<?([^\s)>]{1,500})/g),
    ...markdown.matchAll(/^ {0,3}\[[^\]\n]{1,200}\]:\s*<?([^\s>]{1,500})/gm),
    ...markdown.matchAll(/<img\s[^>]{0,500}?src\s*=\s*["']?([^"'\s>]{1,500})/gi),
  ].map((match) => match[1] ?? '');
  return [...new Set(targets)];
}

/** Path of an image inside the package; undefined for a remote image or a path outside of the package. */
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
