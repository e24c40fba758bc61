import {
  RegistryError,
  type Review,
  type ReviewDraft,
  ReviewPageSchema,
  ReviewSchema,
} from '@orchestra/core';
import * as Type from 'typebox';
import type { Command, CommandContext } from '../command.ts';
import { requireToken } from '../credentials/credentials.ts';
import { callApi } from '../registry/api-client.ts';
import { callOnce } from '../registry/call-once.ts';
import { connectRegistry } from '../registry/registry-client.ts';
import { requireApi } from '../registry/require-api.ts';
import { renderReview } from '../render/render-review.ts';
import { type DraftOptions, readDraft } from '../review/read-draft.ts';

/** Options of `review`. */
export interface ReviewOptions extends DraftOptions {
  name: string;
  delete: boolean;
}

/** The review as it is after the command. */
export interface ReviewResult {
  name: string;
  outcome: 'added' | 'changed' | 'removed';
  /** The review as others see it; null where it was removed. */
  review: Review | null;
}

/** The API, the extension and the token that a review is sent with. */
interface Reviews {
  url: string;
  token: string;
}

/** Writes, changes or removes the user's review. Omitted options keep their value. */
export const review: Command<ReviewOptions, ReviewResult> = {
  async run(options, context) {
    const { name } = options;
    const draft = await readDraft(options, context);
    const isEmpty = Object.keys(draft).length === 0;
    if (isEmpty !== options.delete) throw misuse(name, { isEmpty });
    const { config } = await connectRegistry(context);
    const api = requireApi(config, { to: 'review with', hint: `See its site: ${config.site}` });
    const token = await requireToken(context);
    const reviews = { url: `${api}/extensions/${encodeURIComponent(name)}/reviews`, token };
    if (options.delete) {
      await callOnce({ method: 'DELETE', ...reviews, answer: Type.Null() }, context);
      return { name, outcome: 'removed', review: null };
    }
    return { name, ...(await write(draft, { name, reviews, context })) };
  },
  text({ name, outcome, review: written }, style) {
    if (written === null) return `${style.yellow('Removed')} your review of ${name}`;
    const what = outcome === 'added' ? 'Reviewed' : 'Changed your review of';
    return `${style.green(what)} ${style.bold(name)}\n${renderReview(written, style)}`;
  },
};

async function write(
  draft: Partial<ReviewDraft>,
  to: { name: string; reviews: Reviews; context: CommandContext },
): Promise<Pick<ReviewResult, 'outcome' | 'review'>> {
  const { name, reviews, context } = to;
  const first = `${reviews.url}?per_page=1`;
  const { own } = await callApi({ ...reviews, url: first, answer: ReviewPageSchema }, context);
  const body = JSON.stringify({ ...toDraft(own), ...draft });
  const headers = { 'content-type': 'application/json' };
  const send = (method: 'POST' | 'PUT') =>
    callOnce({ method, ...reviews, headers, body, answer: ReviewSchema }, context);
  if (own !== null) return { outcome: 'changed', review: await send('PUT') };
  if (draft.rating === undefined) throw misuse(name, { isEmpty: true });
  return { outcome: 'added', review: await send('POST') };
}

function toDraft(own: Review | null): Partial<ReviewDraft> {
  if (own === null) return {};
  const { rating, title, body } = own;
  return { rating, title: title ?? '', body: body ?? '' };
}

function misuse(name: string, { isEmpty }: { isEmpty: boolean }): RegistryError {
  return isEmpty
    ? new RegistryError('usage', 'A review needs a rating', {
        hint: `Give 1 to 5 stars: orchestra ext review ${name} --rating 4`,
      })
    : new RegistryError('usage', '--delete goes with no rating, title or body', {
        hint: `Remove your review: orchestra ext review ${name} --delete`,
      });
}
