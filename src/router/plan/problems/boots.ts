import type { Site } from '../../../inventory/model/site.ts';
import type { RouterFacts } from '../../facts/routerFacts.ts';
import { isOn, textOf } from '../../facts/values.ts';
import { isOwn, referenceTo } from '../../uci/reference.ts';
import type { UciSection } from '../../uci/section.ts';
import type { RouterProblem } from '../routerPlan.ts';
import { rootFolder, tftpFolder } from '../served.ts';
import { error, warning } from './problem.ts';

/** What somebody wrote by hand to boot machines over the network, and that fights with ours or ends with it. */
export function bootProblems(site: Site, facts: RouterFacts): RouterProblem[] {
  const dhcp = facts.configuration.find(({ name }) => name === 'dhcp') ?? { name: 'dhcp', sections: [] };
  const others = dhcp.sections.filter((section) => !isOwn(section));
  return [
    ...others.flatMap((section) => {
      const reference = `dhcp.${referenceTo(dhcp, section)}`;
      return [...bootOptions(section, reference), ...overridden(section, reference)];
    }),
    ...tftpRoot(site, facts),
  ];
}

/** DHCP options that name a boot server or a boot file: firmware takes them before what boot sections say. */
const bootOption = /(?:^|,)\s*(?:option:)?(66|67|bootfile-name|tftp-server)\s*,/;

function bootOptions(section: UciSection, reference: string): RouterProblem[] {
  return ['dhcp_option', 'dhcp_option_force'].flatMap((option) => {
    const value = section.options.get(option) ?? [];
    const found = (typeof value === 'string' ? [value] : value).filter((each) => bootOption.test(each));
    return found.map((each) =>
      error(
        `${reference}.${option} has ${JSON.stringify(each)}, which tells machines to boot something else`,
        `remove it: uci del_list ${reference}.${option}=${JSON.stringify(each)} && uci commit dhcp`,
      ),
    );
  });
}

/** Ours come last, so that they win; a machine that was served by others until now is served by ours. */
function overridden(section: UciSection, reference: string): RouterProblem[] {
  const filename = textOf(section, section.type === 'dnsmasq' ? 'dhcp_boot' : 'filename');
  if (filename === undefined || (section.type !== 'boot' && section.type !== 'dnsmasq')) return [];
  return [
    warning(
      `${reference} boots ${JSON.stringify(filename)}; UEFI machines, BIOS machines and iPXE get what Pilotlight says from now on`,
      'remove it when it was for the nodes; machines that ours do not match still get it',
    ),
  ];
}

function tftpRoot(site: Site, { dnsmasq: { serving } }: RouterFacts): RouterProblem[] {
  const before = serving === undefined ? undefined : textOf(serving.section, 'tftp_root');
  const root = `${rootFolder(site)}/${tftpFolder}`;
  if (serving === undefined || before === undefined || before === root) return [];
  if (!isOn(serving.section, 'enable_tftp', false)) return [];
  return [
    warning(
      `TFTP serves ${before} now, and will serve ${root}: machines that load something else from there no longer find it`,
      `copy what is still needed from ${before} to ${root}`,
    ),
  ];
}
