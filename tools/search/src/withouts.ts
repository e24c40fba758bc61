import { type Permission, permissions, permissionTexts } from '@orchestra/core';

/** Filters for extensions that do without something. */
export const withouts = ['network', 'files', 'danger'] as const;
/** One of {@link withouts}. */
export type Without = (typeof withouts)[number];

/** The label of each filter, and the permissions that it excludes. */
export const withoutTexts: Readonly<
  Record<Without, { label: string; permissions: readonly Permission[] }>
> = {
  network: { label: 'Works offline', permissions: ['network'] },
  files: { label: 'No file access', permissions: ['filesystem.read', 'filesystem.write'] },
  danger: {
    label: 'Nothing dangerous',
    permissions: permissions.filter((id) => permissionTexts[id].dangerous),
  },
};
