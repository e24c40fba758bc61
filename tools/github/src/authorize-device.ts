import { type GitHub, repeatable } from './open-github.ts';

/** What a person types where. */
export interface DeviceCode {
  code: string;
  /** Page of GitHub's on which it is typed. */
  url: string;
  /** For how long it is good. */
  seconds: number;
}

/**
 * Makes a token by GitHub's device flow: a person types a code on a page, and this waits for it.
 *
 * @param by.github where GitHub's pages are, without a token
 * @throws Error as GitHub says it: `access_denied`, `expired_token`
 *
 * Source: https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#device-flow
 */
export async function authorizeDevice(
  app: { clientId: string; scopes: readonly string[] },
  by: { github: GitHub; onCode(code: DeviceCode): void },
): Promise<string> {
  const { createOAuthDeviceAuth } = await import('@octokit/auth-oauth-device');
  const sign = createOAuthDeviceAuth({
    clientType: 'oauth-app',
    clientId: app.clientId,
    scopes: [...app.scopes],
    request: by.github.request.defaults({ request: repeatable }), // one code more is nobody's harm
    onVerification({ user_code: code, verification_uri: url, expires_in: seconds }) {
      by.onCode({ code, url, seconds });
    },
  });
  return (await sign({ type: 'oauth' })).token;
}
