import type { AddedUser } from '../user-add.ts';
import { renderToken } from './render-token.ts';
import type { Render } from './render.ts';

/** A new account, or one that was there, with its new token. */
export const renderAddedUser: Render<AddedUser> = (added, colors) => {
  const what = added.created
    ? `${colors.green('Added')} ${added.login}`
    : `${added.login} was there already; this is another token`;
  return `${what}\n${renderToken(added, colors)}`;
};
