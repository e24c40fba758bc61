import { generateKeyPairSync } from 'node:crypto';

/** The registry's GitHub App, which is its OAuth app as well. */
export interface App {
  id: number;
  slug: string;
  clientId: string;
  clientSecret: string;
  /** PEM, as GitHub hands it out. */
  privateKey: string;
  /** PEM. */
  publicKey: string;
  installationId: number;
}

let keys: Pick<App, 'privateKey' | 'publicKey'> | undefined;

/** Makes an App with the key of this process: to make one takes a tenth of a second. */
export function makeApp(): App {
  keys ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return {
    id: 700_001,
    slug: 'registry-keeper',
    clientId: 'Iv23liRegistryKeeper',
    clientSecret: '0123456789abcdef0123456789abcdef01234567',
    ...keys,
    installationId: 800_001,
  };
}

/** What the App was granted where it is installed. */
export const appPermissions = {
  metadata: 'read',
  contents: 'write',
  pull_requests: 'write',
  issues: 'write',
  checks: 'write',
  statuses: 'write',
  actions: 'write',
} as const;
