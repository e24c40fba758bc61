import { callApiInBrowser } from '../api/call-api.ts';
import { makeElement } from '../dom/make-element.ts';
import { readAccount } from './read-account.ts';

const corner = document.getElementById('account');
if (corner !== null) void showAccount(corner);

/**
 * Shows the signed-in account in the header, with a button to sign out. Without one, makes the sign-in link
 * return to this page.
 */
async function showAccount(place: HTMLElement): Promise<void> {
  const account = await readAccount();
  if (account === null) {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href$="/sign-in/"]'))
      if (!location.pathname.endsWith('/sign-in/'))
        link.search = `?return=${encodeURIComponent(location.pathname)}`;
    return;
  }
  const button = makeElement('button', { type: 'button', class: 'account-link' }, 'Sign out');
  button.addEventListener('click', () => void signOut(button));
  place.replaceChildren(makeElement('span', { class: 'account-login' }, account.login), button);
}

async function signOut(button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  const answer = await callApiInBrowser<null>('/auth/local', { method: 'DELETE' });
  if (answer.ok) location.reload();
  else button.textContent = 'Try again';
  button.disabled = false;
}
