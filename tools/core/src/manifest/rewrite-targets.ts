/** Where a Markdown text names a target; links and images may both use a definition. */
export type TargetUse = 'image' | 'link' | 'definition';

/**
 * Rewrites the targets of links and images in a Markdown text: of `[…](…)`, of reference definitions, and of
 * `src` and `href`. Fenced code stays as it is. Pure.
 *
 * @param rewrite returns the new target, or the one that it was given
 */
export function rewriteTargets(
  markdown: string,
  rewrite: (target: string, use: TargetUse) => string,
): string {
  let fence = '';
  return markdown
    .split('\n')
    .map((line) => {
      const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
      if (fence === '' && mark !== '') fence = mark;
      else if (fence !== '' && mark.startsWith(fence)) fence = '';
      else if (fence === '') return rewriteLine(line, rewrite);
      return line;
    })
    .join('\n');
}

function rewriteLine(line: string, rewrite: (target: string, use: TargetUse) => string): string {
  const replaced = (use: TargetUse) => (_all: string, before: string, target: string) =>
    `${before}${rewrite(target, use)}`;
  return (
    line
      .replaceAll(/(!\[[^[\]\n]{0,500}\]\(\s*<?)([^\s)>]{1,500})/g, replaced('image'))
      // `)](` ends a link around an image
      .replaceAll(
        /((?<!!)\[[^[\]\n]{0,500}\]\(\s*<?|\)\]\(\s*<?)([^\s)>]{1,500})/g,
        replaced('link'),
      )
      .replaceAll(/^( {0,3}\[[^\]\n]{1,200}\]:\s*<?)([^\s>]{1,500})/g, replaced('definition'))
      .replaceAll(/(<img\s[^>]{0,500}?src\s*=\s*["']?)([^"'\s>]{1,500})/gi, replaced('image'))
      .replaceAll(/(<a\s[^>]{0,500}?href\s*=\s*["']?)([^"'\s>]{1,500})/gi, replaced('link'))
  );
}
