import { readInventory } from '../../../src/inventory/inventory.ts';
import type { Site } from '../../../src/inventory/model/site.ts';
import { ipxeLock, lab, sourcesOf, type Texts } from '../../inventory/sources.ts';

const binary = (architecture: string, digit: string): string =>
  `  - { architecture: ${architecture}, name: snponly.efi, path: ../ipxe/${architecture}.efi, sha256: "${digit.repeat(64)}" }\n`;

/** The lab's inventory, with iPXE for both architectures. */
export const bootLab: Texts = {
  ...lab,
  'images.lock.yaml': `${lab['images.lock.yaml']}${ipxeLock(binary('x86_64', '1'), binary('aarch64', '2'))}`,
};

/** The site that an inventory resolves to; it must have no error. */
export function siteOf(texts: Texts = bootLab): Site {
  const { value, findings } = readInventory(sourcesOf(texts));
  const [error] = findings.filter(({ severity }) => severity === 'error');
  if (value === undefined || error !== undefined) throw new Error(error?.message ?? 'there is no site');
  return value.site;
}
