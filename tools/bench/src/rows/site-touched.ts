import { buildSite, deploySite, folderTarget } from '@orchestra/site';
import { join } from 'node:path';
import type { Row, RowContext } from '../row.ts';
import { benchSource } from '../site/bench-source.ts';
import { buildBenchSite, type BuiltSite } from '../site/built-site.ts';
import { median } from '../take-turns.ts';

const few = 100;
const rounds = 5;

/** Measures how the cost of one publish for the site grows with the registry. */
export const siteTouched: Row = {
  name: 'site-touched',
  ours: 'rendering and deploying the pages that a publish touches, at 10,000 extensions',
  over: `the same at ${few}`,
  aim: 1.5,
  async measure(context) {
    const large = await makeSite(await context.builtSite(), join(context.folder, 'large'));
    context.say(`building a site of ${few}`);
    const records = await context.corpus(few);
    const built = await buildBenchSite(records, { folder: join(context.folder, 'few') });
    const small = await makeSite(built, join(context.folder, 'small'));
    const [ours, over] = [await publishRounds(large, context), await publishRounds(small, context)];
    return {
      ours: ours.touched,
      over: over.touched,
      notes: [
        `what grows: planning, search data, sitemaps and lists take ${ours.growing.toFixed(0)} ms, over ${over.growing.toFixed(0)} ms`,
        `a publish writes ${ours.files} files of the site, over ${over.files}`,
      ],
    };
  },
};

/** A built site, and the folder that it is deployed to. */
interface DeployedSite extends BuiltSite {
  target: string;
}

async function makeSite(site: BuiltSite, target: string): Promise<DeployedSite> {
  await deploy({ ...site, target });
  return { ...site, target };
}

function deploy({ outDirectory, target }: Pick<DeployedSite, 'outDirectory' | 'target'>) {
  const to = folderTarget(target);
  return deploySite({ from: outDirectory, target: to, removeOld: true, dryRun: false });
}

/** Milliseconds and number of written files, of the median round. */
interface PublishCost {
  touched: number;
  growing: number;
  files: number;
}

async function publishRounds(site: DeployedSite, { say }: RowContext): Promise<PublishCost> {
  const costs: PublishCost[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    say(`publish ${round} at ${site.records.length}`);
    const cost = await publish(site, round);
    if (round > 0) costs.push(cost); // the first one warms up
  }
  const middle = (of: keyof PublishCost) => median(costs.map((cost) => cost[of]));
  return { touched: middle('touched'), growing: middle('growing'), files: middle('files') };
}

async function publish(site: DeployedSite, round: number): Promise<PublishCost> {
  const record = site.records[round];
  if (record === undefined) throw new Error(`No record ${round}`);
  record.description = `${record.description} ${round}`.slice(-200);
  const source = benchSource(site.records, { commit: `${round}`, changed: [record.name] });
  const { outDirectory, workDirectory } = site;
  const { took, written } = await buildSite(source, { outDirectory, workDirectory });
  const begun = performance.now();
  await deploy(site);
  const { plan = 0, compare = 0, files = 0, ...touched } = took;
  const deployed = performance.now() - begun;
  return {
    touched: Object.values(touched).reduce((sum, ms) => sum + ms, deployed),
    growing: plan + compare + files,
    files: written.length,
  };
}
