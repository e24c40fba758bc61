import type { SiteBuildResult } from './build-followed-site.ts';

/** Renders what a build made, and how many extensions it couldn't update. */
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
