import type { Node } from '../../inventory/model/node.ts';
import { type Finding, finding } from '../../shared/finding.ts';
import type { Locate } from '../locate.ts';
import type { BootImages } from './bootImages.ts';
import { networkArguments } from './networkArguments.ts';
import { own, value, type Word } from './word.ts';

/**
 * The arguments of the live kernel, in a fixed order. Source: coreos-installer's documentation of kernel arguments.
 * `coreos.inst.stream` is never among them: it would fetch the image from the internet.
 */
export function kernelArguments(node: Node, path: string, images: BootImages): Word[] {
  const { installer } = node;
  const list = (name: string, texts: readonly string[]): Word[] =>
    texts.map((text, index) => value(text, `${path}/${name}/${index}`));
  return [
    value(`initrd=${installer.initrdName}`, `${path}/installer/initrdName`),
    ...(installer.ignitionFirstboot ? [own('ignition.firstboot'), own('ignition.platform.id=metal')] : []),
    ...(installer.mode === 'install' ? installArguments(node, path, images) : liveIgnition(node, path)),
    prefixed('coreos.live.rootfs_url=', images.rootfs),
    ...list('installer/liveArguments', installer.liveArguments),
    ...networkArguments(node, path),
    ...list('kernelArguments', node.kernelArguments),
  ];
}

/** Whether the arguments name the setting that only an armed machine has. */
export function needsArming({ installer }: Node): boolean {
  return installer.ignitionUrl === 'gate' && (installer.mode === 'install' || installer.ignitionFirstboot);
}

function installArguments(node: Node, path: string, { metalImage }: BootImages): Word[] {
  const { installDisk, installer } = node;
  return [
    value(`coreos.inst.install_dev=${installDisk.device}`, `${path}/installDisk/device`),
    ...keptPartitions(node, path),
    ...(metalImage === undefined ? [] : [prefixed('coreos.inst.image_url=', metalImage)]),
    prefixed('coreos.inst.ignition_url=', ignitionUrl(node, path)),
    ...(metalImage !== undefined && installer.insecure ? [own('coreos.inst.insecure')] : []),
  ];
}

/** A live system that writes nothing can still have a configuration. */
function liveIgnition(node: Node, path: string): Word[] {
  return node.installer.ignitionFirstboot ? [prefixed('ignition.config.url=', ignitionUrl(node, path))] : [];
}

/** The gate sets `ignition-url`, with the nonce of this one installation, before it chains the script. */
function ignitionUrl({ installer }: Node, path: string): Word {
  return installer.ignitionUrl === 'gate'
    ? own('${ignition-url}')
    : value(installer.ignitionUrl, `${path}/installer/ignitionUrl`);
}

/** Partitions that outlive the installation. A label with a comma would read as two: {@link checkLabels} refuses it. */
function keptPartitions({ installDisk }: Node, path: string): Word[] {
  const labels: string[] = [];
  const indexes: string[] = [];
  for (const kept of installDisk.keepPartitions) {
    if ('label' in kept) labels.push(kept.label);
    else indexes.push(kept.index);
  }
  const from = `${path}/installDisk/keepPartitions`;
  return [
    ...(labels.length === 0 ? [] : [value(`coreos.inst.save_partlabel=${labels.join(',')}`, from)]),
    ...(indexes.length === 0 ? [] : [value(`coreos.inst.save_partindex=${indexes.join(',')}`, from)]),
  ];
}

function prefixed(name: string, { text, from }: Word): Word {
  return from === undefined ? own(name + text) : value(name + text, from);
}

/** A finding for each partition label that the installer would read as several. */
export function checkLabels({ installDisk }: Node, path: string, locate: Locate): Finding[] {
  return installDisk.keepPartitions.flatMap((kept, index) => {
    if (!('label' in kept) || !kept.label.includes(',')) return [];
    const place = locate(`${path}/installDisk/keepPartitions/${index}/label`);
    return [finding('PL2501', place, `${JSON.stringify(kept.label)} has a comma, which separates labels`)];
  });
}
