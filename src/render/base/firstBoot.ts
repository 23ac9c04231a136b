import { scripts } from '../../generated/scripts.ts';
import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { ButaneFile } from '../butane/config.ts';
import { inlineFile } from './file.ts';
import { freshFile } from './fresh.ts';
import { gateFile } from './gate.ts';
import { sharing } from './sharing.ts';

/** What every node has, with K3s or without: where it reports to, and what it reports with. */
export function reportFiles(site: Site, node: Node): ButaneFile[] {
  return [
    freshFile,
    gateFile(site, node),
    ...sharing(site)('report-scripts', () => [
      inlineFile('/usr/local/lib/pilotlight/common.sh', 0o644, scripts['pilotlight-common']),
      inlineFile('/usr/local/bin/pilotlight-report', 0o755, scripts['pilotlight-report']),
    ]),
  ];
}
