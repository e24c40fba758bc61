import type {
  Catalog,
  CodeReview,
  Config,
  ReviewRequested,
  StatusChanged,
  Submitter,
} from '@orchestra/core';
import type { Accounts, Database } from '@orchestra/db';
import type { PublishResult, StatusRequest, SubmitRequest } from '@orchestra/registry';
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
  publish(request: SubmitRequest): Promise<PublishResult | ReviewRequested>;
  /** @throws {RegistryError} `code-review-unknown`, `name-taken`, `source-pinned` */
  findCodeReview(of: { name: string; version: string; submitter: Submitter }): Promise<CodeReview>;
  /** @throws {RegistryError} `extension-unknown`, `version-unknown`, `not-an-owner` */
  changeStatus(request: StatusRequest): Promise<StatusChanged>;
  /** Folder for uploads until they are stored or refused. */
  uploadDirectory: string;
}
