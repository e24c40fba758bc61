import { suggest } from './suggest.ts';

/** Adds suggestions to every search box with a list beside it. */
for (const list of document.querySelectorAll<HTMLElement>('.suggestions')) {
  const box = list.closest('form')?.querySelector<HTMLInputElement>('input[type="search"]');
  if (box != null) suggest(box, list);
}
