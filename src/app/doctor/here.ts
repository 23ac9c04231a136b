import { neededFiles } from '../../images/files.ts';
import { readLock } from '../../images/lock/content.ts';
import { lockGaps } from '../../images/lock/gaps.ts';
import { present } from '../../images/present.ts';
import type { Inventory } from '../../inventory/model/inventory.ts';
import type { World } from '../../ports/world.ts';
import type { DoctorProblem, DoctorStep } from '../../report/doctorReport.ts';
import type { Finding } from '../../shared/finding.ts';
import type { CheckedSite } from '../check.ts';
import { keysOf } from '../images/site.ts';
import type { DoctorOptions } from './options.ts';
import { doubtful, missing, skipped, step } from './step.ts';

/** Errors that have a step of their own. */
const elsewhere: ReadonlySet<string> = new Set(['PL1248', 'PL1264', 'PL1270']);

/** Errors that are named one by one; the others are counted. */
const named = 3;

/** What can be told without a network: the inventory, what it pins, and what is in the cache. */
export async function stepsHere(
  site: CheckedSite,
  options: DoctorOptions,
  world: World,
): Promise<DoctorStep[]> {
  const { inventory } = site.opened;
  return [
    inventoryStep(site.findings, options),
    disksStep(site.findings),
    inventory === undefined
      ? skipped('imageLock', 'the inventory cannot be read')
      : lockStep(inventory, site, options),
    inventory === undefined
      ? skipped('imageFiles', 'the inventory cannot be read')
      : await filesStep(inventory, options, world),
    inventory === undefined
      ? skipped('login', 'the inventory cannot be read')
      : loginStep(inventory, options),
    inventory === undefined
      ? skipped('hostKey', 'the inventory cannot be read')
      : hostKeyStep(inventory, options),
  ];
}

function inventoryStep(findings: readonly Finding[], { command }: DoctorOptions): DoctorStep {
  const errors = findings.filter(({ severity, code }) => severity === 'error' && !elsewhere.has(code));
  const shown = errors.slice(0, named).map((each) => problemOf(each, command('check')));
  const more =
    errors.length > named ? [missing(`and ${errors.length - named} more errors`, command('check'))] : [];
  return step('inventory', 'no errors', [...shown, ...more]);
}

function disksStep(findings: readonly Finding[]): DoctorStep {
  const without = findings.filter(({ code }) => code === 'PL1248');
  return step(
    'disks',
    'every node names the disk that is erased',
    without.map((each) => problemOf(each, `name it in ${each.place.file}: installDisk: /dev/disk/by-id/…`)),
  );
}

function problemOf({ place: { file, line }, message }: Finding, next: string): DoctorProblem {
  return missing(`${file}:${line}: ${message}`, next);
}

function lockStep(
  { imageWishes }: Inventory,
  { opened: { sources } }: CheckedSite,
  { command }: DoctorOptions,
): DoctorStep {
  const bytes = sources.files.get('images.lock.yaml')?.bytes;
  try {
    const gaps = lockGaps(
      imageWishes,
      readLock(bytes === undefined ? undefined : new TextDecoder().decode(bytes)),
    );
    return step(
      'imageLock',
      'has all that the nodes want',
      gaps.map((gap) => missing(`it lacks ${gap}`, command('images lock'))),
    );
  } catch {
    return step('imageLock', '', [
      missing(`${sources.folder}/images.lock.yaml cannot be read`, command('check')),
    ]);
  }
}

/** Only a warning: a runner has a cache of its own, and the router may have the files already. */
async function filesStep(
  inventory: Inventory,
  { command, images }: DoctorOptions,
  world: World,
): Promise<DoctorStep> {
  const wanted = neededFiles(inventory.site);
  if (wanted.length === 0) return skipped('imageFiles', 'nothing is locked yet');
  const presence = { cache: world.imageCache(images), keys: keysOf(inventory), signatures: world.signatures };
  const absent: string[] = [];
  for (const file of wanted) if ((await present(file, presence)) === undefined) absent.push(file.path);
  const message = `${absent.length} of ${wanted.length} files are not in the cache of this machine`;
  return step(
    'imageFiles',
    'all are in the cache',
    absent.length === 0 ? [] : [doubtful(message, command('images fetch'))],
  );
}

function loginStep({ site }: Inventory, { login, command }: DoctorOptions): DoctorStep {
  const keyless = site.nodes.filter(({ users }) =>
    users.every(({ sshAuthorizedKeys }) => sshAuthorizedKeys.length === 0),
  );
  const unreachable = keyless.map(({ name }) =>
    missing(`nobody can log in to ${name}`, `add a public key to ssh.authorizedKeys in ${site.file}`),
  );
  const none = missing(
    'there is no private key for the router',
    `ssh-add, or name one: ${command('doctor')} --ssh-key FILE, or PILOTLIGHT_SSH_KEY`,
  );
  const wantsLogin = site.router.target !== 'directory' && login === undefined;
  return step('login', `keys are there: ${login ?? 'none is needed'}`, [
    ...unreachable,
    ...(wantsLogin ? [none] : []),
  ]);
}

function hostKeyStep({ site: { router, file } }: Inventory, { command }: DoctorOptions): DoctorStep {
  if (router.target === 'directory')
    return skipped('hostKey', 'router.target is directory: nothing is reached over SSH');
  if (router.ssh.hostKeys.length > 0) return step('hostKey', 'the router is pinned', []);
  return step('hostKey', '', [
    missing(
      'the host key of the router is not pinned',
      `${command('router doctor')} shows it: compare it with the router, and put it under router.ssh.hostKeys in ${file}`,
    ),
  ]);
}
