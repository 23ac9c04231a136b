import type { Command } from 'commander';
import { headCommit } from '../../adapters/git/tree.ts';
import { openS3 } from '../../adapters/s3/openS3.ts';
import { type Published, publish } from '../../app/publish.ts';
import { publishObjects } from '../../app/publishObjects.ts';
import type { World } from '../../app/world.ts';
import { counted } from '../../report/counts.ts';
import { visible } from '../../report/visible.ts';
import { Failure } from '../../shared/failure.ts';
import type { Context } from '../context.ts';
import { reportFindings } from '../findings.ts';
import { nodeProgress } from '../progress.ts';
import { selectionOf } from '../selection.ts';

interface PublishFlags {
  readonly out?: string;
  readonly to?: string;
  readonly endpoint?: string;
}

/** `pilotlight publish --out DIR`, `pilotlight publish --to s3://BUCKET/PREFIX` */
export function addPublish(program: Command, context: Context): void {
  program
    .command('publish')
    .description('make a release, named by the digest of its content: whole, or not at all')
    .option('-o, --out <folder>', 'folder to publish below: releases/<id>/ is made there')
    .option('--to <url>', 'object storage to publish on: s3://bucket/prefix')
    .option('--endpoint <url>', 'server of the object storage, where it is not Amazon’s')
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight publish --out /mnt/usb\n  $ pilotlight publish --to s3://releases/lab --endpoint https://minio.example.org\n',
    )
    .action((flags: PublishFlags) => run(program, flags, context));
}

async function run(program: Command, { out, to, endpoint }: PublishFlags, context: Context): Promise<void> {
  if (out === undefined && to === undefined)
    throw new Failure('usage', 'publish has to know where to', {
      next: 'say --out FOLDER, or --to s3://bucket/prefix',
    });
  const world = context.world();
  const store =
    to === undefined ? undefined : await openS3(to, { endpoint, environment: context.environment });
  const folder = out ?? (await world.releases.temporaryFolder());
  try {
    const published = await make(program, folder, world, context);
    if (out !== undefined) tellFolders(published, context);
    for (const { manifest, name, folder: made, oneOfSeveral } of published.sites) {
      const reader = made === undefined ? undefined : await world.releases.open(made);
      if (store === undefined || manifest === undefined || reader === undefined) continue;
      const below = oneOfSeveral ? `${name}/` : '';
      const done = await publishObjects({ id: manifest.release.id, site: name, below, reader }, store);
      const how = `${counted(done.uploaded, 'object')} uploaded, ${done.kept} there already`;
      const pointer = done.switched ? 'current now' : 'current already';
      context.stdout.write(`✓ release ${done.id}\n  ${how}, in ${visible(done.place)}; ${pointer}\n`);
    }
  } finally {
    if (out === undefined) await world.releases.removeTemporary(folder);
  }
}

async function make(program: Command, out: string, world: World, context: Context): Promise<Published> {
  const selection = selectionOf(program);
  const progress = nodeProgress(context);
  const commit = await headCommit(selection.folder);
  const origin = commit === undefined ? undefined : { commit };
  const published = await publish(selection, { out, origin }, world, progress.hooks);
  progress.end();
  if (published.findings.length > 0) reportFindings(published, { format: 'text' }, context);
  return published;
}

function tellFolders({ sites }: Published, context: Context): void {
  for (const { manifest, folder } of sites) {
    if (manifest === undefined || folder === undefined) continue;
    const size = `${counted(manifest.nodes.length, 'node')}, ${counted(manifest.files.length, 'file')}`;
    context.stdout.write(`✓ release ${manifest.release.id}\n  ${size} in ${visible(folder)}\n`);
  }
}
