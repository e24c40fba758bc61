import type { PublishResult } from '../../publish/publish-package.ts';
import { alignColumns } from './align-columns.ts';
import { renderProblems } from './render-problems.ts';
import type { Render } from './render.ts';

/** How a publish ended, or what it would do. */
export const renderPublish: Render<PublishResult> = (result, colors) => {
  const what = `${result.name} ${result.version}`;
  const notes = renderProblems(result.problems, colors);
  if (result.unchanged) return `${notes}${what} is published already; nothing changed\n`;
  if (result.stages.indexed !== null) {
    return `${notes}${colors.green('Published')} ${what}\nSHA-256 ${result.sha256}\n`;
  }
  const blobs = result.plan?.blobs.map(({ key, size }) => ['', `${size}`, key]) ?? [];
  return `${notes}${what} would be published; nothing was stored\n${alignColumns(blobs)}`;
};
