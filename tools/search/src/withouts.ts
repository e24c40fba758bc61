import { type Permission, permissions, permissionTexts } from '@orchestra/core';

/** What people want an extension to do without. */
export const withouts = ['network', 'files', 'danger'] as const;
export type Without = (typeof withouts)[number];

/** How each is offered, and the permissions that it rules out. */
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
