import type { Site } from '../../../inventory/model/site.ts';
import type { FoundSection, RouterFacts } from '../../facts/routerFacts.ts';
import { isOn, sectionsOf } from '../../facts/values.ts';
import type { RouterProblem } from '../routerPlan.ts';
import { error, warning } from './problem.ts';

/** Whether a DHCP server of the router serves the nodes' network at all. */
export function dhcpProblems({ router }: Site, facts: RouterFacts): RouterProblem[] {
  const { network, dnsmasq } = facts;
  const name = network?.interface;
  if (name === undefined) return [];
  return [
    ...instances(dnsmasq, name),
    ...(dnsmasq.pools.length === 0
      ? [
          error(
            `no section of /etc/config/dhcp serves the interface ${name} of ${router.address}`,
            `add one: config dhcp '${name}' with option interface '${name}'`,
          ),
        ]
      : dnsmasq.pools.flatMap((pool) => ofPool(pool, name))),
    ...odhcpd(facts),
  ];
}

function instances({ instances: all, serving }: RouterFacts['dnsmasq'], name: string): RouterProblem[] {
  if (all.length === 0) {
    return [
      error('/etc/config/dhcp has no section of type dnsmasq', 'restore it: /rom/etc/config/dhcp has it'),
    ];
  }
  if (serving === undefined) {
    const which = all.map(({ reference }) => reference).join(', ');
    return [
      error(
        `it is not clear which dnsmasq serves the interface ${name}: ${which}`,
        `list the interface in one of them (list interface '${name}'), and as notinterface in the others`,
      ),
    ];
  }
  if (all.length === 1 || serving.section.name !== undefined) return [];
  return [
    warning(
      `the dnsmasq that serves ${name} (${serving.reference}) has no name, so that our sections are read by all ${all.length} of them`,
      `name it: uci rename dhcp.${serving.reference}=${name}`,
    ),
  ];
}

function ofPool({ reference, section }: FoundSection, name: string): RouterProblem[] {
  const problems: RouterProblem[] = [];
  const set = (option: string, value: string): string =>
    `uci set dhcp.${reference}.${option}=${value} && uci commit dhcp, then restart dnsmasq`;
  if (isOn(section, 'ignore', false)) {
    problems.push(
      error(`DHCP is off on the interface ${name} (dhcp.${reference}.ignore)`, set('ignore', '0')),
    );
  } else if (section.options.get('dhcpv4') === 'disabled') {
    problems.push(
      error(
        `DHCP for IPv4 is off on the interface ${name} (dhcp.${reference}.dhcpv4)`,
        set('dhcpv4', 'server'),
      ),
    );
  } else if (!isOn(section, 'dynamicdhcp', true)) {
    problems.push(
      warning(
        `dhcp.${reference}.dynamicdhcp is off: nodes with a static address boot, unknown machines and nodes with address: dhcp get none`,
        `leave it, or ${set('dynamicdhcp', '1')}`,
      ),
    );
  }
  return problems;
}

/** odhcpd can be the DHCP server for IPv4 too; it knows nothing of boot sections. */
function odhcpd({ configuration }: RouterFacts): RouterProblem[] {
  const main = sectionsOf(configuration, 'dhcp').some(
    (section) => section.type === 'odhcpd' && isOn(section, 'maindhcp', false),
  );
  if (!main) return [];
  return [
    error(
      'odhcpd is the DHCP server for IPv4 (maindhcp), which cannot tell machines what to boot',
      'uci set dhcp.odhcpd.maindhcp=0 && uci commit dhcp, then restart odhcpd and dnsmasq',
    ),
  ];
}
