import type { IssuedToken } from '../user-token.ts';
import type { Render } from './render.ts';

/** A token, the one time that it is shown. */
export const renderToken: Render<IssuedToken> = ({ token }, colors) =>
  `${colors.bold(token)}\n${colors.dim('Keep it: it is valid for a year and is not shown again.')}\n`;
