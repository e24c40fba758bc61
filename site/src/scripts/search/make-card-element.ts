import { type SearchItem } from '@orchestra/search';
import { docUrl } from '@orchestra/core';
import { compatTexts } from '../../texts/compat-texts.ts';
import { iconHue } from '../../components/icon-hue.ts';
import { formatCount } from '../../texts/format-count.ts';
import { formatDate } from '../../texts/format-date.ts';
import { pageUrl } from '../../addresses/page-url.ts';
import { findElement } from '../find-element.ts';
import { markText } from './mark-text.ts';

/**
 * Makes the card of an item from the template that `CardTemplate.astro` rendered, as `ExtensionCard.astro`
 * would.
 */
export function makeCardElement(item: SearchItem, options: { marks: readonly string[] }): Element {
  const template = findElement('card-template', HTMLTemplateElement);
  const card = document.importNode(template.content, true).firstElementChild;
  if (card === null) throw new Error('The template of cards is empty');
  const { marks } = options;
  const part = (selector: string) => {
    const found = card.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`The template of cards has no ${selector}`);
    return found;
  };

  card.setAttribute('data-name', item.name);
  part('.card-title a').setAttribute('href', pageUrl(`/extensions/${item.name}/`));
  markText(part('.card-title bdi'), { text: item.displayName, marks });
  markText(part('.card-description bdi'), { text: item.description, marks });
  markText(part('.publisher-login'), { text: item.publishers.join(', '), marks });
  if (!item.verified) part('.publisher .icon').remove();
  const { label, text } = compatTexts[item.compat];
  const compat = part('.compat');
  compat.className = `compat compat-${item.compat}`;
  compat.title = text;
  compat.textContent = label;
  fillFigure(part('.figure-rating'), item.rating.average?.toFixed(1) ?? null);
  fillFigure(part('.figure-installs'), item.installs > 0 ? formatCount(item.installs) : null);
  const updatedAt = new Date(item.updatedAt).toISOString();
  part('time').setAttribute('datetime', updatedAt);
  part('time').textContent = formatDate(updatedAt);
  fillIcon(part('.tile'), { item, docs: template.dataset['docs'] ?? '' });
  return card;
}

/** Fills in a figure, or removes it where it is unknown. */
function fillFigure(figure: HTMLElement, text: string | null): void {
  const value = figure.querySelector(':scope > span');
  if (text === null) figure.remove();
  else if (value !== null) value.textContent = text;
  figure.removeAttribute('title');
}

function fillIcon(tile: Element, { item, docs }: { item: SearchItem; docs: string }): void {
  const { name, version, icon } = item;
  if (icon === null) {
    const [letter = '?'] = item.displayName.trim().toUpperCase();
    tile.setAttribute('class', `tile tile-letter tile-hue-${iconHue(name)}`);
    const text = tile.querySelector('text');
    if (text !== null) text.textContent = letter;
    return;
  }
  const image = document.createElement('img');
  image.className = 'tile';
  image.alt = '';
  image.loading = 'lazy';
  image.decoding = 'async';
  image.width = Number(tile.getAttribute('width'));
  image.height = Number(tile.getAttribute('height'));
  image.src = docUrl({ docs }, { name, version, path: icon });
  tile.replaceWith(image);
}
