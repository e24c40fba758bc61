import { settings } from '@orchestra/api';

/** What the settings say, with the defaults of the manifest where they say nothing. */
export function readSettings() {
  return {
    statusBar: settings.get('git-lens.statusBar', true),
    dateFormat: settings.get('git-lens.dateFormat', 'relative'),
  };
}
