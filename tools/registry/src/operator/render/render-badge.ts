import type { Badge } from '../badge.ts';
import type { Render } from './render.ts';

/** Whether an account has the verified mark now. */
export const renderBadge: Render<Badge> = ({ account, verified, changed }, colors) => {
  const state = verified ? colors.green('verified') : 'not verified';
  return changed
    ? `${account.login} is now ${state}\n`
    : `${account.login} was ${state} already; nothing changed\n`;
};
