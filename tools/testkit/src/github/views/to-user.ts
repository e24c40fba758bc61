import type { Account } from '../state/account.ts';
import type { World } from '../state/world.ts';
import { nodeId } from './node-id.ts';

/** An account as answers name it. */
export function toUser(world: World, account: Account) {
  const { id, login, type } = account;
  const url = `${world.api}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `${world.web}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: `${world.web}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
    user_view_type: 'public',
  };
}

/** An account as its own page tells it. Its email is never public. */
export function toProfile(world: World, account: Account) {
  const repositories = world.repositories.filter(({ owner }) => owner.id === account.id);
  return {
    ...toUser(world, account),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: repositories.filter((repository) => !repository.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  };
}
