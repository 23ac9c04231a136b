import { sha256 } from '../../shared/digest.ts';
import type { Element } from './element.ts';
import { elementText } from './elementText.ts';
import { emitButane } from './emitButane.ts';
import { type LocalFile, localPath } from './localFiles.ts';
import { localReferences } from './localReferences.ts';
import { elementsOf, type MergedConfig, mapSections } from './mergedConfig.ts';
import { elementShape } from './shape.ts';

/**
 * How a configuration may be translated by parts: each element on its own, once for all nodes that have it, and
 * the node's Ignition put together from what came out.
 */
export interface TranslationPlan {
  /** In the order in which they are written. */
  readonly elements: readonly PlannedElement[];
  /**
   * Equal for configurations that differ only in what the translator treats element by element (contents, kernel arguments, devices).
   * Whatever it does across elements, it does to all configurations of one shape alike; so when one of them, put together from
   * parts, is what the translation of the whole is, all of them are.
   */
  readonly shape: string;
  /** Whether its structure allows it at all. */
  readonly separable: boolean;
}

/** An element, and the name under which its translation can be remembered. */
export interface PlannedElement {
  readonly element: Element;
  /** Digest of all that its translation is made from: section, text, and the files that it reads. */
  readonly key: string;
  /** The files that it reads. */
  readonly files: readonly LocalFile[];
}

/**
 * Plans the translation of a configuration. What nodes share is looked at once.
 * @param files What `collectLocalFiles` answered for it.
 */
export function planTranslation(merged: MergedConfig, files: readonly LocalFile[] = []): TranslationPlan {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const elements = [...elementsOf(merged)].map((element) => planElement(element, byPath));
  const shape = sha256(
    elements.map(({ element, files: read }) => elementShape(element) + fileDigests(read)).join('\n'),
  );
  return { elements, shape, separable: isSeparable(merged) };
}

/** The Butane text that translates some elements of one node in one call. Its parts come in the order of the elements. */
export function miniConfig(elements: readonly PlannedElement[]): string {
  return emitButane(
    mapSections((section) =>
      elements.map(({ element }) => element).filter((element) => element.section === section),
    ),
  );
}

const keys = new WeakMap<Element, PlannedElement>();

function planElement(element: Element, files: ReadonlyMap<string, LocalFile>): PlannedElement {
  const known = keys.get(element);
  if (known !== undefined) return known;
  const read = localReferences(element).flatMap(({ local }) => files.get(localPath(local) ?? '') ?? []);
  const key = sha256(`${element.section}\n${elementText(element)}${fileDigests(read)}`);
  const planned = { element, key, files: read };
  if (localReferences(element).length === 0) keys.set(element, planned);
  return planned;
}

function fileDigests(files: readonly LocalFile[]): string {
  return files.map(({ path, bytes, executable }) => `\n${path} ${executable} ${sha256(bytes)}`).join('');
}

/** Sections that the translator turns into several others, or puts into one another. */
const entangled = [
  'ignition',
  'boot_device',
  'grub',
  'storage.raid',
  'storage.luks',
  'storage.trees',
] as const;

/**
 * Conservative: false for all sections that the translator joins with others, for swap, whose unit is named by its device, and for
 * a file system on a whole disk that is also partitioned, of which the translator warns.
 */
function isSeparable(merged: MergedConfig): boolean {
  if (entangled.some((section) => merged[section].length > 0)) return false;
  const disks = new Set(merged['storage.disks'].map(({ key }) => key));
  return merged['storage.filesystems'].every(({ key, value }) => value.format !== 'swap' && !disks.has(key));
}
