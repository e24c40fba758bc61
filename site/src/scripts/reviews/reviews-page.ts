import type { ReviewPage, ReviewSort } from '@orchestra/core';
import { readAccount } from '../account/read-account.ts';
import { apiAddress, callApiInBrowser } from '../api/call-api.ts';
import { findElement } from '../find-element.ts';
import { makeElement } from '../dom/make-element.ts';
import { ownReview } from './own-review.ts';
import { pageButtons } from './page-buttons.ts';
import { makeReviewElement } from './make-review-element.ts';
import { renderSummary } from './render-summary.ts';
import { reviewActions } from './review-actions.ts';
import { sortField } from './sort-field.ts';
import { isOwn, type Viewer } from './viewer.ts';

const place = findElement('reviews-live', HTMLElement);
const status = findElement('reviews-status', HTMLElement);
const path = `/extensions/${place.dataset['name']}/reviews`;
const asked: { sort: ReviewSort; page: number } = { sort: 'recent', page: 1 };

if (apiAddress !== null) void start();

async function start(): Promise<void> {
  const account = await readAccount();
  const owners: unknown = JSON.parse(place.dataset['owners'] ?? '[]');
  const isOwner = account !== null && Array.isArray(owners) && owners.includes(account.login);
  await load({ account, isOwner, signIn: signInAddress() });
}

/** Address of the sign-in page, with this page to return to. */
function signInAddress(): string | null {
  const link = document.querySelector<HTMLAnchorElement>('#account a');
  if (link === null) return null;
  return `${link.pathname}?return=${encodeURIComponent(`${location.pathname}#reviews`)}`;
}

/** Loads and shows the requested reviews; if the API doesn't answer, those of the build stay. */
async function load(viewer: Viewer): Promise<void> {
  const query = new URLSearchParams({ sort: asked.sort, page: String(asked.page), per_page: '10' });
  const answer = await callApiInBrowser<ReviewPage>(`${path}?${query}`);
  if (!answer.ok) return;
  show(answer.value, viewer);
  findElement('reviews-built', HTMLElement).hidden = true;
  place.hidden = false;
}

function show({ data, meta, summary, own }: ReviewPage, viewer: Viewer): void {
  const done = (what: string) => void reload(what, viewer);
  const others = data.filter((review) => !isOwn(review, viewer));
  const list = others.map((review) =>
    makeElement('li', {}, makeReviewElement(review, reviewActions(review, { path, viewer, done }))),
  );
  const ask = (changed: Partial<typeof asked>, what: string) => {
    Object.assign(asked, changed);
    void reload(what, viewer);
  };
  place.replaceChildren(
    renderSummary(summary),
    ownReview(own, { path, viewer, done }),
    ...(meta.total > 1
      ? [sortField(asked.sort, (sort) => ask({ sort, page: 1 }, 'Reviews are sorted.'))]
      : []),
    makeElement('ul', { class: 'review-list', role: 'list' }, ...list),
    pageButtons(meta, (page) => ask({ page }, `Page ${page} of ${meta.last_page}.`)),
  );
}

/** Reloads the reviews, announces what was done, and moves the focus to the top of the list. */
async function reload(what: string, viewer: Viewer): Promise<void> {
  await load(viewer);
  status.textContent = what;
  findElement('reviews', HTMLElement).focus();
}
