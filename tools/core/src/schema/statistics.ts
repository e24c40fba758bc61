import * as Type from 'typebox';
import type { Static } from 'typebox';
import { VersionSchema } from './names.ts';

const CiSchema = Type.Boolean({
  description: 'A continuous integration does it: counted apart, and noted for no account.',
});

/** The body of `POST /extensions/:name/install`. */
export const InstallReportSchema = Type.Object(
  { version: VersionSchema, ci: Type.Optional(CiSchema) },
  { additionalProperties: false },
);
export type InstallReport = Static<typeof InstallReportSchema>;

/** The query of `DELETE /extensions/:name/uninstall`. */
export const UninstallQuerySchema = Type.Object({
  version: Type.Optional(VersionSchema),
  ci: Type.Optional(CiSchema),
});

/** The query of `GET /extensions/:name/stats`. */
export const StatisticsQuerySchema = Type.Object({
  days: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 365, default: 30, description: 'Today is the last.' }),
  ),
  version: Type.Optional(VersionSchema),
});

/** What is counted, in display order. */
export const counts = [
  'installs',
  'uninstalls',
  'ciInstalls',
  'ciUninstalls',
  'downloads',
] as const;
/** One of {@link counts}. */
export type Count = (typeof counts)[number];

const CountSchema = Type.Integer({ minimum: 0 });
const CountsSchema = Type.Object({
  installs: CountSchema,
  uninstalls: CountSchema,
  ciInstalls: CountSchema,
  ciUninstalls: CountSchema,
  downloads: CountSchema,
});

const SeriesSchema = Type.Array(CountSchema);
const DailySchema = Type.Object(
  {
    installs: SeriesSchema,
    uninstalls: SeriesSchema,
    ciInstalls: SeriesSchema,
    ciUninstalls: SeriesSchema,
    downloads: SeriesSchema,
  },
  { description: 'A number for each of the days.' },
);
/** For each count, one number a day, oldest first. */
export type DailyCounts = Static<typeof DailySchema>;

/** The most versions that statistics list separately. */
export const maxStatisticsVersions = 50;

/** The answer of `GET /extensions/:name/stats`. */
export const StatisticsSchema = Type.Object({
  days: Type.Array(Type.String(), { description: 'In UTC, the oldest first: 2026-03-01.' }),
  all: Type.Object({ totals: CountsSchema, daily: DailySchema }),
  versions: Type.Array(
    Type.Object({ version: Type.String(), totals: CountsSchema, daily: DailySchema }),
    {
      description: `Versions that anything was counted of within these days, at most ${maxStatisticsVersions}, those with the most first.`,
    },
  ),
  ever: Type.Object(
    {
      accounts: Type.Integer({ description: 'Accounts that have it, or had it.' }),
      ...CountsSchema.properties,
    },
    { description: 'Of all days and versions.' },
  ),
});
export type Statistics = Static<typeof StatisticsSchema>;
