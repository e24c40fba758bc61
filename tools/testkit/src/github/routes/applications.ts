import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { readBasic } from '../http/authenticate.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { readBody } from '../http/read-body.ts';
import { type Call, json, noContent, param, route } from '../http/route.ts';
import { toUser } from '../views/to-user.ts';

const TokenOf = Type.Object({ access_token: Type.String() });

/** What an OAuth app asks about its own tokens. */
export const applicationRoutes = [
  route('POST /applications/{client_id}/token', (call) => {
    const { world } = call;
    const token = requireOwnToken(call);
    const app = { client_id: world.app.clientId, name: world.app.slug, url: world.web };
    const time = world.now();
    return json({
      id: 1,
      url: `${world.api}/authorizations/1`,
      app,
      token: token.value,
      hashed_token: createHash('sha256').update(token.value).digest('hex'),
      token_last_eight: token.value.slice(-8),
      note: null,
      note_url: null,
      scopes: token.scopes,
      fingerprint: null,
      created_at: time,
      updated_at: time,
      expires_at: null,
      user: toUser(world, token.account),
    });
  }),
  route('DELETE /applications/{client_id}/token', (call) => {
    call.world.tokens.delete(requireOwnToken(call).value);
    return noContent;
  }),
];

function requireOwnToken(call: Call) {
  const { app, tokens } = call.world;
  const basic = readBasic(call.headers['authorization']);
  const known = basic?.user === app.clientId && basic.password === app.clientSecret;
  if (!known) throw new GitHubError(401, 'Bad credentials');
  if (param(call, 'client_id') !== app.clientId) throw notFound();
  const token = tokens.get(readBody(call, TokenOf).access_token);
  if (token === undefined || token.clientId !== app.clientId || token.kind !== 'oauth') {
    throw notFound();
  }
  return token;
}
