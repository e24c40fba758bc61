import type { Compat, Permission, UnclearCode } from '@orchestra/core';
import type { RegistryClient } from '../registry/registry-client.ts';

/** A version to install, before its download. */
export interface ResolvedInstall {
  name: string;
  displayName: string;
  version: string;
  sha256: string;
  compat: Compat;
  permissions: Permission[];
  /** Code of which nobody can tell by reading it what it uses; absent where that is not known. */
  unclearCode?: UnclearCode;
  /** Accounts that publish it, shown to the user. */
  publishers: string[];
  /** True where an exact version was asked for: updates leave it alone. */
  pinned: boolean;
  /** The range that was asked for; absent for any version. */
  range?: string;
  /** Ids of the VS Code extensions that it needs or brings along. */
  names: string[];
  from: FromRegistry | FromFile;
}

/** The source of a package in a registry. */
export interface FromRegistry {
  kind: 'registry';
  /** Base URL. */
  registry: string;
  client: RegistryClient;
  url: string;
  /** Size in bytes. */
  size: number;
}

/** The source of a package on this machine. */
export interface FromFile {
  kind: 'file';
  /** Absolute path. */
  file: string;
}
