import { randomBytes } from 'node:crypto';
import type { World } from '../state/world.ts';
import type { Form } from './parse-form.ts';

/** How long a device may wait for its person: GitHub's 15 minutes, in seconds. */
const lifetime = 900;

/** Gives a device a code, and one to show. */
export function answerDeviceCode(world: World, form: Form): Record<string, string | number> {
  const clientId = form.get('client_id') ?? '';
  if (clientId !== world.app.clientId) return { error: 'Not Found' };
  const { deviceInterval } = world.settings;
  const letters = randomBytes(4).toString('hex').toUpperCase();
  const device = {
    deviceCode: randomBytes(20).toString('hex'),
    userCode: `${letters.slice(0, 4)}-${letters.slice(4)}`,
    clientId,
    scopes: (form.get('scope') ?? '').split(/[ ,]+/).filter((scope) => scope !== ''),
    expiresAt: Date.now() + lifetime * 1000,
    interval: deviceInterval,
    askedAt: null,
    answer: 'pending',
  } as const;
  world.devices.push({ ...device });
  return {
    device_code: device.deviceCode,
    user_code: device.userCode,
    verification_uri: `${world.web}/login/device`,
    expires_in: lifetime,
    interval: deviceInterval,
  };
}
