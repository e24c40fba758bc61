/** How a command was started. */
export const LaunchType = { UserInitiated: 'userInitiated', Background: 'background' } as const;

export const PopToRootType = {
  Default: 'default',
  Immediate: 'immediate',
  Suspended: 'suspended',
} as const;

export const Alert = {
  ActionStyle: { Default: 'default', Destructive: 'destructive', Cancel: 'cancel' },
} as const;

export const Image = { Mask: { Circle: 'circle', RoundedRectangle: 'roundedRectangle' } } as const;

/** Colours of the theme. */
export const Color = {
  Blue: 'raycast-blue',
  Green: 'raycast-green',
  Magenta: 'raycast-magenta',
  Orange: 'raycast-orange',
  Purple: 'raycast-purple',
  Red: 'raycast-red',
  Yellow: 'raycast-yellow',
  PrimaryText: 'raycast-primary-text',
  SecondaryText: 'raycast-secondary-text',
} as const;

export const Keyboard = {
  Shortcut: {
    Common: {
      Copy: 'copy',
      CopyDeeplink: 'copy-deeplink',
      CopyName: 'copy-name',
      CopyPath: 'copy-path',
      Save: 'save',
      Duplicate: 'duplicate',
      Edit: 'edit',
      MoveDown: 'move-down',
      MoveUp: 'move-up',
      New: 'new',
      Open: 'open',
      OpenWith: 'open-with',
      Pin: 'pin',
      Refresh: 'refresh',
      Remove: 'remove',
      RemoveAll: 'remove-all',
      ToggleQuickLook: 'toggle-quick-look',
    },
  },
} as const;
