import type { DeviceCode } from '../state/device-code.ts';
import type { World } from '../state/world.ts';
import type { Form } from './parse-form.ts';

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** Hands a device its token once its person has let it in. */
export function answerAccessToken(world: World, form: Form): Record<string, string | number> {
  if (form.get('grant_type') !== deviceGrant) return refuse('unsupported_grant_type');
  if (form.get('client_id') !== world.app.clientId) return refuse('incorrect_client_credentials');
  const device = world.devices.find(({ deviceCode }) => deviceCode === form.get('device_code'));
  if (device === undefined || device.answer === 'used') return refuse('incorrect_device_code');
  if (device.expiresAt <= Date.now()) return refuse('expired_token');
  const tooSoon = asksTooSoon(device);
  device.askedAt = Date.now();
  if (tooSoon) {
    device.interval += 5;
    return { ...refuse('slow_down'), interval: device.interval };
  }
  if (device.answer === 'pending') return refuse('authorization_pending');
  if (device.answer === 'denied') return refuse('access_denied');
  const token = world.issueToken({
    kind: 'oauth',
    account: device.answer,
    scopes: device.scopes,
    repositories: () => [],
    permissions: {},
    clientId: device.clientId,
    expiresAt: Infinity,
  });
  device.answer = 'used';
  return { access_token: token.value, token_type: 'bearer', scope: device.scopes.join(',') };
}

function asksTooSoon({ askedAt, interval }: DeviceCode): boolean {
  return askedAt !== null && Date.now() - askedAt < interval * 1000;
}

function refuse(error: string): Record<string, string> {
  return {
    error,
    error_description: `The request was refused: ${error.replaceAll('_', ' ')}.`,
    error_uri: 'https://docs.github.com/apps/oauth-apps',
  };
}
