import type { Router } from '../../inventory/model/site.ts';
import type { RouterSurvey } from '../../ports/router.ts';
import { parseExport } from '../uci/parseExport.ts';
import type { UciPackage } from '../uci/section.ts';
import { dnsmasqFacts } from './dnsmasq.ts';
import { readAddresses } from './readAddresses.ts';
import { readStorage } from './readStorage.ts';
import type { RouterFacts } from './routerFacts.ts';
import { servedNetwork } from './servedNetwork.ts';

/** Packages of UCI that a survey has to read. */
export const surveyedConfiguration = ['dhcp', 'fstab', 'network', 'uhttpd'] as const;

/** Reads what a router says of itself. Pure; what cannot be read is said in `unreadable`. */
export function readFacts(survey: RouterSurvey, router: Pick<Router, 'address' | 'storage'>): RouterFacts {
  const configuration: UciPackage[] = [];
  const unreadable: string[] = [];
  for (const [name, text] of survey.uci) {
    const { value, problems } = parseExport(text, name);
    configuration.push(value.find((each) => each.name === name) ?? { name, sections: [] });
    unreadable.push(...problems.map((problem) => `${name}: ${problem}`));
  }
  const addresses = readAddresses(survey.addresses);
  const network = servedNetwork(router.address, addresses, configuration);
  return {
    system: survey.system,
    packageManager: survey.packageManager,
    rpcd: survey.rpcd,
    configuration,
    unreadable,
    staged: survey.staged.split('\n').filter((line) => line.trim() !== ''),
    installed: survey.installed,
    missingCommands: survey.missingCommands,
    addresses,
    network,
    dnsmasq: dnsmasqFacts(configuration, network?.interface),
    storage: readStorage(router.storage, survey.mounts, survey.block),
    udpPorts: new Set(survey.udpPorts),
    tcpPorts: new Set(survey.tcpPorts),
    files: survey.files,
    pending: survey.pending,
  };
}
