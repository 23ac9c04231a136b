import type { Node, Variant } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { Outcome } from '../../shared/finding.ts';
import { inventoryPath } from '../inventoryPath.ts';
import type { Locate } from '../locate.ts';
import { type BootImages, bootImages } from './bootImages.ts';
import { checkLabels, kernelArguments, needsArming } from './kernelArguments.ts';
import { localBootLines } from './localBoot.ts';
import { scriptText } from './script.ts';
import { checkWords, line, own, value, type Word } from './word.ts';

/**
 * The script that boots the installer (or the live system) of one node; undefined when it cannot be made.
 * Nothing is installed unless the gate set `ignition-url`, or the inventory names a literal URL.
 * Its commands have no `||`: iPXE ends a script at the first one that fails, and the caller goes on to the local disk.
 *
 * @param path the node's path in the model: `/nodes/0`
 */
export function renderInstall(
  site: Site,
  node: Node,
  path: string,
  variant: Variant,
  locate: Locate,
): Outcome<string | undefined> {
  const images = bootImages(site, node, path, locate);
  if (images.value === undefined) return { value: undefined, findings: images.findings };
  const lines = bootLines(node, path, images.value);
  const hostname = value(node.hostname, `${path}/hostname`);
  const findings = [...checkWords([hostname, ...lines.flat()], locate), ...checkLabels(node, path, locate)];
  if (findings.length > 0) return { value: undefined, findings };
  const guard = needsArming(node) ? guardLines(node) : [];
  const text = scriptText(comments(site, node, variant), [...guard, 'imgfree', ...lines.map(line), 'boot']);
  return { value: text, findings: [] };
}

function bootLines(node: Node, path: string, images: BootImages): Word[][] {
  const { initrdName } = node.installer;
  const name = [own('--name'), value(initrdName, `${path}/installer/initrdName`)];
  return [
    [own('kernel'), images.kernel, ...kernelArguments(node, path, images)],
    [own('initrd'), ...(imageName(images.initramfs.text) === initrdName ? [] : name), images.initramfs],
  ];
}

/** The name under which every iPXE registers an image by itself; undefined where versions may differ. */
function imageName(url: string): string | undefined {
  return /[?#%]/.test(url) ? undefined : url.slice(url.lastIndexOf('/') + 1);
}

function guardLines(node: Node): string[] {
  return [
    'isset ${ignition-url} && goto install ||',
    `echo Pilotlight: ${node.hostname} is not armed, so nothing is installed`,
    ...localBootLines[node.localBoot],
    ':install',
  ];
}

function comments(site: Site, node: Node, variant: Variant): string[] {
  const what = node.installer.mode === 'install' ? 'Installs' : 'Boots the live system of';
  const release = node.images === undefined ? node.stream : node.images.version;
  return [
    `${what} Fedora CoreOS ${release} (${node.architecture}) on ${node.hostname} of site ${site.name}; variant ${variant}.`,
    madeFrom(site, node),
  ];
}

/** The comment that leads from a script of a node back to what a person wrote. */
export function madeFrom(site: Site, node: Node): string {
  return `Made by Pilotlight from ${inventoryPath(site, node.file)} and ${inventoryPath(site, site.file)}: change those.`;
}
