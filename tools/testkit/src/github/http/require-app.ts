import { verify } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { App } from '../state/app.ts';
import { GitHubError } from './github-error.ts';
import type { Call } from './route.ts';

const Claims = Compile(
  Type.Object({
    iss: Type.Union([Type.String(), Type.Number()]),
    iat: Type.Number(),
    exp: Type.Number(),
  }),
);

/** At most this many seconds may a JWT of an App live. */
const longest = 600;

/** The App, for a request with a JWT that its key signed. @throws GitHubError 401 */
export function requireApp(call: Call): App {
  const { app } = call.world;
  const jwt = /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(call.headers['authorization'] ?? '')?.[1];
  if (jwt === undefined) throw new GitHubError(401, 'A JSON web token could not be decoded');
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  const claims = decode(payload);
  if (
    !verify('sha256', signed, app.publicKey, Buffer.from(signature, 'base64url')) ||
    !Claims.Check(claims)
  ) {
    throw new GitHubError(401, 'A JSON web token could not be decoded');
  }
  const now = Date.now() / 1000;
  if (claims.exp <= now)
    throw new GitHubError(401, "'Expiration time' claim ('exp') is in the past");
  if (claims.exp - now > longest) {
    throw new GitHubError(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  if (claims.iat > now + 60) {
    throw new GitHubError(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (String(claims.iss) !== String(app.id) && claims.iss !== app.clientId) {
    throw new GitHubError(404, 'Integration not found');
  }
  return app;
}

function decode(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
