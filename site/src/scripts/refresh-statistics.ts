import type { Statistics } from '@orchestra/core';
import { renderStatistics } from '../statistics/render-statistics.ts';
import { apiAddress, callApiInBrowser } from './api/call-api.ts';

const numbers = document.getElementById('statistics-numbers');
if (numbers !== null && apiAddress !== null) void refresh(numbers);

/** Updates the statistics; if the API doesn't answer, those of the build stay. */
async function refresh(place: HTMLElement): Promise<void> {
  const answer = await callApiInBrowser<{ data: Statistics }>(
    `/extensions/${place.dataset['name']}/stats`,
  );
  if (!answer.ok) return;
  const parsed = new DOMParser().parseFromString(renderStatistics(answer.value.data), 'text/html');
  const isOpen = place.querySelector('details')?.open ?? false;
  place.replaceChildren(...parsed.body.childNodes);
  const details = place.querySelector('details');
  if (details !== null) details.open = isOpen;
}
