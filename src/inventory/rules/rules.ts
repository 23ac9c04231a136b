import type { Finding } from '../../shared/finding.ts';
import { addresses } from './addresses.ts';
import { bonds } from './bonds.ts';
import { chartRules } from './charts.ts';
import { cidrs } from './cidrs.ts';
import { clearSecrets } from './clearSecrets.ts';
import { cni } from './cni.ts';
import type { Rule, RuleContext } from './context.ts';
import { diskDuplicates } from './diskDuplicates.ts';
import { diskPaths } from './diskPaths.ts';
import { endpoint } from './endpoint.ts';
import { extraDisks } from './extraDisks.ts';
import { groups } from './groups.ts';
import { hostKeys } from './hostKeys.ts';
import { hostnames } from './hostnames.ts';
import { imageLock } from './imageLock.ts';
import { imageSets } from './imageSets.ts';
import { imageSources } from './imageSources.ts';
import { installDisks } from './installDisks.ts';
import { installers } from './installers.ts';
import { ipxeLock } from './ipxeLock.ts';
import { k3sLock } from './k3sLock.ts';
import { k3sSettings } from './k3sSettings.ts';
import { kernelArguments } from './kernelArguments.ts';
import { labels } from './labels.ts';
import { macs } from './macs.ts';
import { manifestFiles } from './manifestFiles.ts';
import { manifests } from './manifests.ts';
import { nodeHostKeys } from './nodeHostKeys.ts';
import { overlayFiles } from './overlayFiles.ts';
import { power } from './power.ts';
import { ruleSettings } from './ruleSettings.ts';
import { secretVersions } from './secretVersions.ts';
import { servers } from './servers.ts';
import { siteNetwork } from './siteNetwork.ts';
import { sshKeys } from './sshKeys.ts';
import { strayFiles } from './strayFiles.ts';
import { updateWindows } from './updateWindows.ts';

/** What the inventory must mean, beside having the right shape. */
const rules: readonly Rule[] = [
  strayFiles,
  hostnames,
  macs,
  addresses,
  siteNetwork,
  cidrs,
  servers,
  endpoint,
  groups,
  installDisks,
  diskPaths,
  diskDuplicates,
  extraDisks,
  bonds,
  labels,
  kernelArguments,
  installers,
  imageLock,
  imageSets,
  k3sLock,
  ipxeLock,
  imageSources,
  cni,
  chartRules,
  manifestFiles,
  manifests,
  k3sSettings,
  updateWindows,
  power,
  sshKeys,
  hostKeys,
  nodeHostKeys,
  clearSecrets,
  secretVersions,
  overlayFiles,
  ruleSettings,
];

/** Everything that the rules find, all at once. */
export function runRules(context: RuleContext): Finding[] {
  return rules.flatMap((rule) => [...rule(context)]);
}
