import type { Config } from '@orchestra/core';
import { apiGuide } from './api-guide.ts';
import { cliGuide } from './cli-guide.ts';
import type { Guide, GuideGroup } from './guide.ts';
import { manifestGuide } from './manifest-guide.ts';
import { permissionsGuide } from './permissions-guide.ts';
import { raycastGuide, vscodeGuide } from './compatible-guides.ts';
import { problemIndex } from './problem-guides.ts';
import { readGuide, readPart } from './read-guide.ts';

/** The documentation of a registry in reading order, without the pages of single problems. */
export function listGuides({ api, publish }: Pick<Config, 'api' | 'publish'>): GuideGroup[] {
  return [
    {
      title: 'Use',
      guides: [
        readGuide('start'),
        readGuide('security'),
        withPart(readGuide('report'), `report-by-${publish.via}`),
      ],
    },
    {
      title: 'Publish',
      guides: [
        withPart(readGuide('publish'), `publish-by-${publish.via}`),
        readGuide('dev'),
        readGuide('test'),
        readGuide('bring'),
        readGuide('feeds'),
      ],
    },
    {
      title: 'Reference',
      guides: [
        manifestGuide(),
        permissionsGuide(),
        raycastGuide(),
        vscodeGuide(),
        cliGuide(),
        ...(api === null ? [] : [apiGuide()]),
        problemIndex(),
      ],
    },
    { title: 'Run', guides: [readGuide('registry')] },
  ];
}

/** Fills in the part of a guide that depends on the registry. */
function withPart(guide: Guide, part: string): Guide {
  return { ...guide, text: guide.text.replace('<!-- part -->', () => readPart(part)) };
}
