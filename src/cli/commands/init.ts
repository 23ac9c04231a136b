import type { Command } from 'commander';
import { version } from '../../adapters/version.ts';
import { type Given, readRange, readRouter } from '../../app/init/given.ts';
import { readSource } from '../../app/init/import.ts';
import { init } from '../../app/init/init.ts';
import { readNode } from '../../app/init/nodeSpec.ts';
import { initJson, initText } from '../../report/initText.ts';
import { Failure } from '../../shared/failure.ts';
import type { Context } from '../context.ts';
import { terminalInterview } from '../interview.ts';
import { ownPublicKeys, publicKey } from '../publicKeys.ts';
import { selectionOf } from '../selection.ts';
import { addFormatOption, addSshOption, storageWorld } from '../storageOptions.ts';
import { addHostKeyOptions, type HostKeyFlags, lockAfter, releaseOf, repeated } from './setupOptions.ts';

interface InitFlags extends HostKeyFlags {
  readonly yes?: boolean;
  readonly domain?: string;
  readonly name?: string;
  readonly network?: string;
  readonly dhcpPool?: string;
  readonly routerAddress?: string;
  readonly storage?: string;
  readonly k3s?: string | false;
  readonly authorizedKey: string[];
  readonly node: string[];
  readonly import: string[];
  readonly lock?: boolean;
  readonly inventoryOnly?: boolean;
  readonly workflows: boolean;
  readonly actionVersion?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly sshKey?: string;
  readonly format: 'text' | 'json';
}

/** `pilotlight init` */
export function addInit(program: Command, context: Context): void {
  const command = program
    .command('init')
    .description('make a new inventory and what its repository needs, from a few questions or from options')
    .option('-y, --yes', 'ask nothing: what is missing is told, all at once')
    .option('--domain <domain>', 'DNS domain of the nodes')
    .option('--name <name>', 'short name of the site; else the first label of the domain')
    .option('--network <cidr>', 'network of the nodes');
  addHostKeyOptions(command)
    .option(
      '--router-address <address>',
      "the router's address on the network of the nodes, where SSH goes to another",
    )
    .option('--storage <folder>', "mount point of the router's USB storage")
    .option('--dhcp-pool <from-to>', "addresses that the router's DHCP server gives to anybody")
    .option('--k3s <version>', 'release of K3s')
    .option('--no-k3s', 'machines without Kubernetes')
    .option(
      '--authorized-key <key>',
      'public key that may log in to the nodes, or its file; may be repeated',
      repeated,
      [],
    )
    .option(
      '--node <settings>',
      'a machine: name=…,mac=…,address=…,role=…,disk=…; may be repeated',
      repeated,
      [],
    )
    .option(
      '--import <source>',
      'machines from ansible:FILE, matchbox:FOLDER, leases:FILE, or leases of the router; may be repeated',
      repeated,
      [],
    )
    .option('--lock', 'pin the images afterwards, as images lock does')
    .option('--inventory-only', 'neither workflows nor anything else around the inventory')
    .option('--no-workflows', 'no workflows')
    .option('--action-version <tag>', 'version of Pilotlight that workflows and editors use; else this one')
    .option('--force', 'replace files that are there and differ, after showing how')
    .option('-n, --dry-run', 'tell what would be written, and write nothing');
  addFormatOption(addSshOption(command), ['text', 'json'])
    .addHelpText(
      'after',
      '\nExamples:\n  $ pilotlight init\n  $ pilotlight init --yes --domain rack.example.org --router root@192.168.26.1 --k3s v1.34.1+k3s1 --authorized-key ~/.ssh/id_ed25519.pub --import leases\n',
    )
    .action((flags: InitFlags) => run(program, flags, context));
}

async function run(program: Command, flags: InitFlags, context: Context): Promise<void> {
  const given = givenBy(flags);
  const { folder } = selectionOf(program);
  const asks = flags.yes !== true && context.ask !== undefined && flags.format === 'text';
  const world = storageWorld(context, flags, false);
  const interview = asks ? terminalInterview(context) : undefined;
  const report = await init(
    {
      folder,
      given,
      version: releaseOf(flags.actionVersion, version),
      around: flags.inventoryOnly !== true,
      workflows: flags.workflows,
      force: flags.force === true,
      planOnly: flags.dryRun === true,
      publicKeys: ownPublicKeys(context.environment),
    },
    world,
    { interview, stoppable: context.stoppable },
  );
  context.stdout.write(flags.format === 'json' ? initJson(report) : initText(report, context.colour));
  const unlocked = report.left.some(({ code }) => code !== 'PL1248');
  if (flags.dryRun === true || !unlocked) return;
  const question = { message: 'Pin the images now? It asks the internet', default: true };
  if (flags.lock === true || (await interview?.confirm(question)) === true) await lockAfter(program, context);
}

function givenBy(flags: InitFlags): Given {
  const router = flags.router === undefined ? undefined : readRouter(flags.router);
  if (flags.router !== undefined && router === undefined)
    throw usage(
      '--router',
      flags.router,
      'write it as 192.168.26.1, root@192.168.26.1 or root@192.168.26.1:2222',
    );
  const dhcpPool = flags.dhcpPool === undefined ? undefined : readRange(flags.dhcpPool);
  if (flags.dhcpPool !== undefined && dhcpPool === undefined)
    throw usage('--dhcp-pool', flags.dhcpPool, 'write it as 192.168.26.100-192.168.26.199');
  const { domain, name, network, routerAddress, storage, k3s } = flags;
  return {
    domain,
    name,
    network,
    dhcpPool,
    router,
    routerAddress,
    storage,
    hostKeys: flags.hostKey,
    acceptHostKey: flags.acceptHostKey === true,
    // Commander makes `true` of a `--no-…` option that nobody gave.
    k3s: (k3s as unknown) === true ? undefined : k3s,
    authorizedKeys: flags.authorizedKey.flatMap(publicKey),
    nodes: flags.node.map(readNode),
    imports: flags.import.map(readSource),
  };
}

function usage(option: string, value: string, next: string): Failure {
  return new Failure('usage', `${option} ${JSON.stringify(value)} cannot be read`, { next });
}
