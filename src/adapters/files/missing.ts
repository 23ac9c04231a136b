import { readdirSync, statSync } from 'node:fs';
import { explainSystemError } from '../../shared/failure.ts';
import { type Finding, finding } from '../../shared/finding.ts';
import { isIgnored } from './ignored.ts';
import { joined } from './siteWalk.ts';

/** Says why a folder is no inventory, and what to do about it. */
export function explainMissing(folder: string): Finding {
  const { message, hint } = reason(folder);
  return finding('PL1020', { file: joined(folder, 'site.yaml'), line: 1, column: 1 }, message, { hint });
}

const begin =
  'a site begins with site.yaml: `domain`, `network: { cidr: … }`, `router: { address: … }` and `k3s: { version: … }`; each machine has a file in nodes/';

function reason(folder: string): { readonly message: string; readonly hint: string } {
  try {
    if (!statSync(folder).isDirectory()) {
      return { message: `${folder} is not a folder`, hint: 'give the folder that holds site.yaml' };
    }
    const names = readdirSync(folder).filter((name) => !isIgnored(name));
    if (names.length === 0) return { message: `the folder ${folder} is empty`, hint: begin };
    const similar = names.find((name) => /^site\.(yml|json)$/i.test(name) || /^site\.yaml$/i.test(name));
    return similar === undefined
      ? { message: `neither ${folder} nor a folder in it has a site.yaml`, hint: begin }
      : { message: `${folder} has no site.yaml`, hint: `rename ${similar} to site.yaml` };
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT';
    return {
      message: missing
        ? `there is no folder ${folder}`
        : `${folder} cannot be read: ${explainSystemError(error)}`,
      hint: 'run this in the root of the repository that holds the inventory, or give the path of the inventory',
    };
  }
}
