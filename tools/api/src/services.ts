import type { Catalog, Config, StatusChanged } from '@orchestra/core';
import type { Accounts, Database } from '@orchestra/db';
import type { PublishRequest, PublishResult, StatusRequest } from '@orchestra/registry';
import type { Authenticator } from './accounts/authenticator.ts';

/** What the routes are answered from; whoever starts the server brings it. */
export interface ApiServices {
  config(): Config;
  catalog: Catalog;
  /** What `/readyz` asks of the index: the commit that it is at. */
  index: { head(): Promise<string> };
  database: Database;
  /** Who tokens are issued to by the registry itself. */
  accounts: Accounts;
  authenticator: Authenticator;
  /** @throws {RegistryError} with everything wrong at once; nothing is stored then */
  publish(request: PublishRequest): Promise<PublishResult>;
  /** @throws {RegistryError} `extension-unknown`, `version-unknown`, `not-an-owner` */
  changeStatus(request: StatusRequest): Promise<StatusChanged>;
  /** Where uploads are kept until they are stored or refused. */
  uploadDirectory: string;
}
