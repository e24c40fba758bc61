import type { Reserved } from '../reserve.ts';
import type { Render } from './render.ts';

/** Which names are reserved now, or no longer. */
export const renderReserved: Render<Reserved> = ({ names, reserved, changed }, colors) => {
  const state = reserved ? 'reserved' : 'free';
  const list = names.join(', ');
  return changed
    ? `${colors.green(`Now ${state}`)}: ${list}\n`
    : `Nothing changed; ${state}: ${list}\n`;
};
