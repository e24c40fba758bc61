import { suggest } from './suggest.ts';

/** Every search box with a list of suggestions beside it. */
for (const list of document.querySelectorAll<HTMLElement>('.suggestions')) {
  const box = list.closest('form')?.querySelector<HTMLInputElement>('input[type="search"]');
  if (box != null) suggest(box, list);
}
