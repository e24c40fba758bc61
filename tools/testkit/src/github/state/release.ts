import type { Account } from './account.ts';

/** A release. */
export interface Release {
  id: number;
  tag: string;
  target: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  author: Account;
  assets: Asset[];
  createdAt: string;
  publishedAt: string | null;
}

/** A file of a release. */
export interface Asset {
  id: number;
  name: string;
  label: string | null;
  contentType: string;
  bytes: Buffer;
  uploader: Account;
  downloads: number;
  createdAt: string;
}
