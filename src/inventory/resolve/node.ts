import { readSecret } from '../../shared/secret.ts';
import type { Document } from '../model/document.ts';
import type { ImageSet } from '../model/images.ts';
import type { Node } from '../model/node.ts';
import type { Share } from './combination.ts';
import { resolveExtraDisks, resolveInstallDisk } from './disks.ts';
import type { Hostname } from './hostname.ts';
import type { WantedImages } from './imageLock.ts';
import { resolveInstaller } from './installer.ts';
import { resolveKernelArguments } from './kernelArguments.ts';
import { resolveLabels, resolveTaints } from './kubernetes.ts';
import { resolveMacs, resolveNodeNetwork } from './nodeNetwork.ts';
import { builtIn, derived, fromFile, type Note } from './note.ts';
import { resolveOverlays } from './overlays.ts';
import { pickOne, pickOptionalText, pickText } from './pick.ts';
import { resolvePower } from './power.ts';
import type { SiteFacts } from './siteFacts.ts';
import { resolveUpdates, type WantedUpdates } from './updates.ts';
import { resolveUsers } from './users.ts';
import { at, root } from './written.ts';

/** What resolving one node needs to know of the rest. */
export interface NodeContext {
  readonly site: SiteFacts;
  readonly document: Document;
  readonly names: Hostname;
  /** Names of the groups that take the node in. */
  readonly groups: readonly string[];
  readonly share: Share;
  readonly chooseImages: (wanted: WantedImages) => ImageSet | undefined;
  readonly note: Note;
}

/** A node whose place among the others is still to be settled: who is first server, and when it may reboot. */
export interface DraftNode {
  readonly node: Omit<Node, 'firstServer' | 'updates'>;
  /** What the node's file says of `firstServer`, if anything. */
  readonly firstServer: boolean | undefined;
  readonly updates: WantedUpdates;
  /** The release that it wants. */
  readonly wanted: WantedImages;
}

/** Resolves one node from its layers. Shared settings are the same objects for all nodes that have them. */
export function resolveNode(context: NodeContext): DraftNode {
  const { site, document, names, share, note } = context;
  const macs = resolveMacs(document, note);
  const wanted = share('wanted', ['coreos', 'architecture'], (layers): WantedImages => {
    const version = pickOptionalText(layers, ['coreos', 'version'], note);
    return {
      stream: pickText(layers, ['coreos', 'stream'], 'stable', (_, origin) => note(['stream'], origin)),
      architecture: pickOne(layers, ['architecture'], ['x86_64', 'aarch64'], 'x86_64', note),
      ...(version === undefined ? {} : { version }),
    };
  });
  const role = share('role', ['role'], (layers) =>
    pickOne(layers, ['role'], ['server', 'agent', 'none'], 'none', note),
  );
  const localBoot = share('localBoot', ['localBoot'], (layers) =>
    pickOne(layers, ['localBoot'], ['exit', 'exitError', 'sanboot', 'poweroff'], 'exitError', note),
  );
  const timezone = share('timezone', ['timezone'], (layers) => pickOptionalText(layers, ['timezone'], note));
  const images = context.chooseImages(wanted);
  noteNames(context);
  return {
    node: {
      name: names.name,
      file: document.file,
      hostname: names.hostname,
      shortName: names.shortName,
      macs,
      network: resolveNodeNetwork(document, macs, site.network, share, note),
      role,
      labels: share('labels', ['labels'], (layers) => resolveLabels(layers, note)),
      taints: share('taints', ['taints'], (layers) => resolveTaints(layers, note)),
      architecture: wanted.architecture,
      installDisk: share('installDisk', ['installDisk'], (layers) => resolveInstallDisk(layers, note)),
      extraDisks: share('extraDisks', ['extraDisks'], (layers) => resolveExtraDisks(layers, note)),
      kernelArguments: share('kernelArguments', ['console', 'kernelArguments'], (layers) =>
        resolveKernelArguments(layers, note),
      ),
      installer: share('installer', ['installer'], (layers) => resolveInstaller(layers, note)),
      overlays: share('overlays', ['overlays'], (layers) => resolveOverlays(layers, site.folder, note)),
      groups: context.groups,
      users: share('users', ['users', 'ssh'], (layers) => resolveUsers(layers, note)),
      localBoot,
      power: share('power', ['power'], (layers) => resolvePower(layers, note)),
      ...(images === undefined ? {} : { images }),
      stream: wanted.stream,
      ...(timezone === undefined ? {} : { timezone }),
      ...sshHostKeyOf(context),
    },
    firstServer: firstServerOf(context),
    updates: share('updates', ['updates'], (layers) => resolveUpdates(layers, note)),
    wanted,
  };
}

function noteNames({ document, names, note }: NodeContext): void {
  const written = at(root(document), 'hostname');
  note(['name'], derived("the file's name"));
  note(['hostname'], names.written ? fromFile(written) : derived("the file's name and domain"));
  note(['shortName'], derived('hostname'));
  note(['groups'], derived('the groups that match'));
  note(['images'], derived('images.lock.yaml'));
}

/** A key of a machine is never shared, so it is only read of the node's own file. */
function sshHostKeyOf({ document, note }: NodeContext): Pick<Node, 'sshHostKey'> {
  const written = at(root(document), 'sshHostKey');
  const sshHostKey = readSecret(written.value);
  if (sshHostKey === undefined) return {};
  note(['sshHostKey'], fromFile(written));
  return { sshHostKey };
}

function firstServerOf({ document, note }: NodeContext): boolean | undefined {
  const written = at(root(document), 'firstServer');
  const value = typeof written.value === 'boolean' ? written.value : undefined;
  note(['firstServer'], value === undefined ? builtIn : fromFile(written));
  return value;
}
