import { appIcons } from './render-app-icon.ts';

/** Renders the web manifest, which lets a system install the site beside its apps. */
export function renderWebManifest({ name, site }: { name: string; site: string }): string {
  const base = new URL(`${site}/`).pathname;
  const icons = Object.entries(appIcons)
    .filter(([path]) => !path.includes('apple'))
    .map(([path, { size, maskable }]) => ({
      src: `${base}${path}`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: maskable ? 'maskable' : 'any',
    }));
  const manifest = {
    name,
    short_name: name.length > 12 ? 'Extensions' : name,
    start_url: base,
    scope: base,
    display: 'minimal-ui',
    background_color: '#fafaf7',
    theme_color: '#fafaf7',
    icons,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
