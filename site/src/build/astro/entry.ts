import { createApp } from 'astro/app/entrypoint';

/** The compiled templates; {@link import('./render-pages.ts').renderPages} asks them for pages. */
export const app = createApp();
