import type { StatusChanged } from '@orchestra/core';
import type { Render } from './render.ts';

/** What became of a version. */
export const renderStatus: Render<StatusChanged> = (result, colors) => {
  const reason = result.reason === null ? '' : `: ${result.reason}`;
  const before = result.unchanged ? 'was' : 'is now';
  const status = result.status === 'live' ? colors.green('live') : colors.yellow(result.status);
  return `${result.name} ${result.version} ${before} ${status}${result.unchanged ? ' already' : ''}${reason}\n`;
};
