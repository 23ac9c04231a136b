import { type Finding, finding } from '../../shared/finding.ts';

/** Says what an empty file should hold, as far as its name tells. */
export function explainEmpty(file: string): Finding {
  return finding('PL1014', { file, line: 1, column: 1 }, 'the file is empty', { hint: contentsOf(file) });
}

function contentsOf(file: string): string {
  if (/(^|\/)site\.ya?ml$/.test(file)) {
    return 'a site needs at least `domain`, `network: { cidr: … }` and `router: { address: … }`';
  }
  if (/(^|\/)nodes\/[^/]+$/.test(file)) {
    return 'a node needs at least `macs` and `address`; delete the file if there is no such machine';
  }
  return 'fill it in, or delete it';
}
