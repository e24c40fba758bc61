import type { Cleared } from '../clear.ts';
import type { Render } from './render.ts';

/** Which package may be published now, or no longer, though its code can't be told by reading it. */
export const renderCleared: Render<Cleared> = (result, colors) => {
  const { name, version, sha256, cleared, changed } = result;
  const state = cleared ? 'cleared' : 'not cleared';
  const what = `${name} ${version}, SHA-256 ${sha256}`;
  return changed
    ? `${colors.green(`Now ${state}`)}: ${what}\n`
    : `Nothing changed; ${state}: ${what}\n`;
};
