import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { RenderedFile } from '../../shared/fileTree.ts';
import { compareText, type Finding, type Outcome } from '../../shared/finding.ts';
import { variantSuffix, variantsOf } from '../base/variant.ts';
import { distinctFindings } from '../distinctFindings.ts';
import type { Locate } from '../locate.ts';
import { renderBoot } from './boot.ts';
import { hexhyp, renderIdentify } from './identify.ts';
import { renderInstall } from './install.ts';

/** All iPXE files of a release, in order of path. A file that cannot be made is left out and has a finding. */
export function renderIpxe(site: Site, locate: Locate): Outcome<readonly RenderedFile[]> {
  const files: RenderedFile[] = [];
  const findings: Finding[] = [];
  const add = (outcome: Outcome<string | undefined>, ...paths: string[]): void => {
    findings.push(...outcome.findings);
    const { value: text } = outcome;
    if (text !== undefined) files.push(...paths.map((path) => ({ path, text })));
  };
  add(renderBoot(site, locate), 'boot.ipxe');
  for (const [index, node] of site.nodes.entries()) {
    const path = `/nodes/${index}`;
    add(renderIdentify(site, node, path, locate), ...identityPaths(node));
    for (const variant of variantsOf(site, node)) {
      const name = `nodes/${node.hostname}/install${variantSuffix(site, node, variant)}.ipxe`;
      add(renderInstall(site, node, path, variant, locate), name);
    }
  }
  return { value: files.sort((a, b) => compareText(a.path, b.path)), findings: distinctFindings(findings) };
}

/** Where the scripts of a known machine are looked for: under each MAC, and under its full host name. */
function identityPaths(node: Node): string[] {
  return [...node.macs.map((mac) => `ipxe/by-mac/${hexhyp(mac)}.ipxe`), `ipxe/by-host/${node.hostname}.ipxe`];
}
