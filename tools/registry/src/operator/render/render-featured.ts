import type { Featured } from '../feature.ts';
import type { Render } from './render.ts';

/** What is featured now, in order. */
export const renderFeatured: Render<Featured> = ({ featured, changed }, colors) => {
  const list = featured.length === 0 ? 'nothing' : featured.join(', ');
  return `${changed ? colors.green('Featured now') : 'Nothing changed; featured'}: ${list}\n`;
};
