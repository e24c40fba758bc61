import type { Compat, Permission } from '@orchestra/core';
import type { RegistryClient } from '../registry/registry-client.ts';

/** A version that is about to be installed, before anything of it was downloaded. */
export interface ResolvedInstall {
  name: string;
  displayName: string;
  version: string;
  sha256: string;
  compat: Compat;
  permissions: Permission[];
  /** Who publishes it, for the person who decides. */
  publishers: string[];
  /** An exact version was asked for: it stays until another is asked for. */
  pinned: boolean;
  /** The range that was asked for, where it was not everything. */
  range?: string;
  from: FromRegistry | FromFile;
}

/** A package of a registry. */
export interface FromRegistry {
  kind: 'registry';
  /** Base URL. */
  registry: string;
  client: RegistryClient;
  url: string;
  /** Bytes. */
  size: number;
}

/** A package on this machine. */
export interface FromFile {
  kind: 'file';
  /** Absolute path. */
  file: string;
}
