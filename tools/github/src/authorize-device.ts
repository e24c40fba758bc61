import { type GitHub, repeatable } from './open-github.ts';

/** A code for a person to enter on a page of GitHub. */
export interface DeviceCode {
  code: string;
  /** URL of the page. */
  url: string;
  /** Validity of the code in seconds. */
  seconds: number;
}

/**
 * Gets a token by GitHub's device flow: a person enters a code on a page, while this waits.
 *
 * @param by.github GitHub's website, without a token
 * @throws Error with GitHub's code: `access_denied`, `expired_token`
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
    request: by.github.request.defaults({ request: repeatable }), // an additional code does no harm
    onVerification({ user_code: code, verification_uri: url, expires_in: seconds }) {
      by.onCode({ code, url, seconds });
    },
  });
  return (await sign({ type: 'oauth' })).token;
}
