import type { SiteBuildResult } from './build-followed-site.ts';

/** Says what a build made, and of how many extensions it could make nothing. */
export function renderBuilt({
  commit,
  directory,
  pages,
  files,
  problems,
}: SiteBuildResult): string {
  const built = `Built the site of ${commit.slice(0, 12)} in ${directory}: ${pages} pages and ${files} files made`;
  if (problems.length === 0) return built;
  const extensions = problems.length === 1 ? '1 extension' : `${problems.length} extensions`;
  return `${built}, nothing new of ${extensions}`;
}
