import { appPermissions } from '../state/app.ts';
import type { World } from '../state/world.ts';
import { nodeId } from './node-id.ts';
import { toUser } from './to-user.ts';

/** The App as answers tell it. */
export function toApp(world: World) {
  const { app, appAccount } = world;
  const page = `${world.web}/apps/${app.slug}`;
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    client_id: app.clientId,
    owner: toUser(world, world.installedOn ?? appAccount),
    name: app.slug,
    description: null,
    external_url: page,
    html_url: page,
    created_at: appAccount.createdAt,
    updated_at: appAccount.createdAt,
    permissions: appPermissions,
    events: [],
  };
}

/** The App's installation as answers tell it. */
export function toInstallation(world: World) {
  const { app, appAccount } = world;
  const account = world.installedOn ?? appAccount;
  return {
    id: app.installationId,
    account: toUser(world, account),
    repository_selection: 'all',
    access_tokens_url: `${world.api}/app/installations/${app.installationId}/access_tokens`,
    repositories_url: `${world.api}/installation/repositories`,
    html_url: `${world.web}/settings/installations/${app.installationId}`,
    app_id: app.id,
    app_slug: app.slug,
    client_id: app.clientId,
    target_id: account.id,
    target_type: account.type,
    permissions: appPermissions,
    events: [],
    created_at: appAccount.createdAt,
    updated_at: appAccount.createdAt,
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
  };
}
