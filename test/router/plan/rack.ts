import type { Site } from '../../../src/inventory/model/site.ts';
import type { RouterSurvey } from '../../../src/ports/router.ts';
import { readFacts } from '../../../src/router/facts/readFacts.ts';
import { ipxeFiles } from '../../../src/router/plan/files.ts';
import { planRouter } from '../../../src/router/plan/planRouter.ts';
import type { RouterPlan } from '../../../src/router/plan/routerPlan.ts';
import { applyChanges } from '../../../src/router/uci/apply.ts';
import { printExport } from '../../fakes/printExport.ts';
import { node, site } from '../../render/fixtures/lab.ts';

const plain = site();

/** A site of one server that the router itself serves. */
export const rack: Site = {
  ...plain,
  router: { ...plain.router, url: 'http://192.168.26.1:8069' },
  nodes: [node()],
  ipxe: [
    { architecture: 'x86_64', name: 'ipxe.efi', source: { path: 'b' }, sha256: 'b'.repeat(64) },
    { architecture: 'x86_64', name: 'snponly.efi', source: { path: 'a' }, sha256: 'a'.repeat(64), size: 7 },
  ],
};

/** The plan for a router that says this of itself. */
export function planOf(survey: RouterSurvey, wanted: Site = rack): RouterPlan {
  const facts = readFacts(survey, wanted.router);
  return planRouter({ target: 'root@192.168.26.1:22', site: wanted, facts, files: ipxeFiles(wanted) });
}

/** What a router says after a plan was carried out. */
export function after(survey: RouterSurvey, plan: RouterPlan, wanted: Site = rack): RouterSurvey {
  const { configuration } = readFacts(survey, wanted.router);
  return {
    ...survey,
    uci: new Map(applyChanges(configuration, plan.changes).map((each) => [each.name, printExport(each)])),
    files: new Map([
      ...survey.files,
      ...ipxeFiles(wanted).map(({ path, sha256 }) => [path, sha256] as const),
    ]),
    installed: new Set([...survey.installed, ...plan.packages.map(({ name }) => name)]),
    udpPorts: [53, 67, 69],
    tcpPorts: [...survey.tcpPorts, 8069],
  };
}
