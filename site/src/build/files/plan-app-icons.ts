import { appIcons, renderAppIcon } from '../app-icons/render-app-icon.ts';
import { renderWebManifest } from '../app-icons/render-web-manifest.ts';
import { digest } from '../digests/digest.ts';
import type { SitePlanContext } from '../plan-context.ts';
import type { PlannedFile } from './planned-file.ts';

/** Plans the web manifest and its icons. */
export function planAppIcons({ source }: SitePlanContext): PlannedFile[] {
  const manifest = renderWebManifest(source.config);
  return [
    { path: 'site.webmanifest', key: digest(manifest), make: () => manifest },
    ...Object.entries(appIcons).map(([path, icon]) => ({
      path,
      key: digest(icon),
      make: () => renderAppIcon(icon),
    })),
  ];
}
