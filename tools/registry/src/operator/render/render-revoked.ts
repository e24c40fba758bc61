import type { RevokedTokens } from '../user-revoke.ts';
import type { Render } from './render.ts';

/** How many tokens an account lost. */
export const renderRevoked: Render<RevokedTokens> = ({ login, revoked }) =>
  `${login} had ${revoked} ${revoked === 1 ? 'token' : 'tokens'}, and has none now\n`;
