/**
 * Environment that makes git send a GitHub token to one server only. The token isn't on the command line,
 * where every process of the machine could read it.
 *
 * Source: https://git-scm.com/docs/git-config, GIT_CONFIG_COUNT and http.<url>.extraHeader
 *
 * @param of.url of the repository
 */
export function tokenEnvironment(of: { url: string; token: string }): Record<string, string> {
  const credentials = Buffer.from(`x-access-token:${of.token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${new URL(of.url).origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
  };
}
