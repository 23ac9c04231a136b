import type { Site } from '../../../inventory/model/site.ts';
import type { RouterFacts } from '../../facts/routerFacts.ts';
import { sectionsOf, wordsOf } from '../../facts/values.ts';
import { isPlainValue } from '../../uci/quote.ts';
import { isOwn, referenceTo } from '../../uci/reference.ts';
import type { RouterProblem } from '../routerPlan.ts';
import { bootUrl, rootFolder, webServer } from '../served.ts';
import { error, warning } from './problem.ts';

/** Who serves `router.url`, and whether DHCP can tell it. */
export function webProblems(site: Site, facts: RouterFacts): RouterProblem[] {
  const server = webServer(site);
  return [
    ...(/[,\s]/.test(bootUrl(site)) || !isPlainValue(bootUrl(site))
      ? [
          error(
            `DHCP cannot tell the URL ${JSON.stringify(bootUrl(site))}`,
            'take commas and blanks out of router.url',
          ),
        ]
      : []),
    ...(server.by === 'others'
      ? othersServe(site, server.why)
      : portTaken(server.address, server.port, facts)),
    ...givenUp(site),
  ];
}

/** Static mode works, and is less than the gate: who chose it should know. */
function givenUp({ router: { gate }, unknownMachines }: Site): RouterProblem[] {
  if (gate === 'cgi') return [];
  const discover = unknownMachines === 'discover' ? '; nobody is told of unknown machines' : '';
  return [
    warning(
      `router.gate is static: an armed node is installed by every network boot until it is disarmed; nodes with secrets cannot be armed; no boot is recorded${discover}`,
      'take router.gate out where the web server can run the gate',
    ),
  ];
}

function othersServe(site: Site, why: string): RouterProblem[] {
  const { url, gate, address } = site.router;
  const programs = gate === 'cgi' ? ' and run the programs in its cgi-bin' : '';
  return [
    warning(
      `router.url ${url} is left to another web server: ${why}`,
      `let that server serve ${rootFolder(site)}${programs}, or leave router.url out: the router then serves http://${address}:8069`,
    ),
  ];
}

function portTaken(address: string, port: number, facts: RouterFacts): RouterProblem[] {
  const uhttpd = facts.configuration.find(({ name }) => name === 'uhttpd') ?? {
    name: 'uhttpd',
    sections: [],
  };
  const next = `choose another port in router.url, such as http://${address}:8070`;
  for (const section of uhttpd.sections) {
    if (isOwn(section) || !wordsOf(section, 'listen_http').some((each) => listensOn(each, address, port)))
      continue;
    const reference = referenceTo(uhttpd, section);
    return [error(`uhttpd.${reference} listens on port ${port} already`, next)];
  }
  const ours = sectionsOf(facts.configuration, 'uhttpd').some(
    (section) =>
      isOwn(section) && wordsOf(section, 'listen_http').some((each) => listensOn(each, address, port)),
  );
  if (ours || !facts.tcpPorts.has(port)) return [];
  return [error(`something else on the router listens on TCP port ${port}`, next)];
}

/** `0.0.0.0:80`, `80`, `[::]:80`, `192.168.26.1:8069` */
function listensOn(listen: string, address: string, port: number): boolean {
  const [, host = ''] = /^(.*):\d+$/.exec(listen) ?? [];
  if (!listen.endsWith(String(port)) || Number(/\d+$/.exec(listen)?.[0]) !== port) return false;
  return host === '' || host === '0.0.0.0' || host === '[::]' || host === address;
}
