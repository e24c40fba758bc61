import type { SearchItem } from '@orchestra/search';
import { pageUrl } from '../../addresses/page-url.ts';
import { markText } from './mark-text.ts';

/** Makes an option of a search box: title, publisher and description. */
export function makeOption(
  { name, displayName, description, publishers }: SearchItem,
  options: { id: string; marks: readonly string[] },
): Element {
  const { id, marks } = options;
  const title = document.createElement('bdi');
  title.className = 'suggestion-title';
  markText(title, { text: displayName, marks });
  // the publisher is shown because several extensions may have the same title
  const by = document.createElement('span');
  by.className = 'suggestion-by';
  by.textContent = publishers.join(', ');
  const head = document.createElement('span');
  head.className = 'suggestion-head';
  head.append(title, ' ', by);
  const text = document.createElement('bdi');
  text.className = 'suggestion-text';
  markText(text, { text: description, marks });
  const link = document.createElement('a');
  link.href = pageUrl(`/extensions/${name}/`);
  // the search box keeps the focus, and refers to the selected option
  link.tabIndex = -1;
  link.append(head, text);
  const option = document.createElement('li');
  option.id = id;
  option.role = 'option';
  option.append(link);
  return option;
}
