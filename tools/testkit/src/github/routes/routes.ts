import type { Route } from '../http/route.ts';
import { appRoutes } from './apps.ts';
import { applicationRoutes } from './applications.ts';
import { checkRoutes } from './checks.ts';
import { commentRoutes } from './comments.ts';
import { commitRoutes } from './commits.ts';
import { contentRoutes } from './contents.ts';
import { dispatchRoutes } from './dispatches.ts';
import { gitObjectRoutes } from './git-objects.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { mergeRoutes } from './merges.ts';
import { pullRoutes } from './pulls.ts';
import { rateLimitRoutes } from './rate-limit.ts';
import { refRoutes } from './refs.ts';
import { releaseAssetRoutes } from './release-assets.ts';
import { releaseRoutes } from './releases.ts';
import { repositoryRoutes } from './repositories.ts';
import { reviewRoutes } from './reviews.ts';
import { statusRoutes } from './statuses.ts';
import { userRoutes } from './users.ts';

/** Every operation that the fake GitHub has. */
export const routes: readonly Route[] = [
  ...appRoutes,
  ...applicationRoutes,
  ...checkRoutes,
  ...commentRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...dispatchRoutes,
  ...gitObjectRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...mergeRoutes,
  ...pullRoutes,
  ...rateLimitRoutes,
  ...refRoutes,
  ...releaseAssetRoutes,
  ...releaseRoutes,
  ...repositoryRoutes,
  ...reviewRoutes,
  ...statusRoutes,
  ...userRoutes,
];
