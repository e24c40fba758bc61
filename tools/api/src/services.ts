import type { Catalog, Config, StatusChanged } from '@orchestra/core';
import type { Accounts, Database } from '@orchestra/db';
import type { PublishRequest, PublishResult, StatusRequest } from '@orchestra/registry';
import type { Authenticator } from './accounts/authenticator.ts';

/** The services that the routes use; the program that starts the server provides them. */
export interface ApiServices {
  config(): Config;
  catalog: Catalog;
  /** The index, whose current commit `/readyz` asks for. */
  index: { head(): Promise<string> };
  database: Database;
  /** The accounts that the registry issues tokens to. */
  accounts: Accounts;
  authenticator: Authenticator;
  /** @throws {RegistryError} with all problems at once; nothing is stored then */
  publish(request: PublishRequest): Promise<PublishResult>;
  /** @throws {RegistryError} `extension-unknown`, `version-unknown`, `not-an-owner` */
  changeStatus(request: StatusRequest): Promise<StatusChanged>;
  /** Folder for uploads until they are stored or refused. */
  uploadDirectory: string;
}
