import type { Site } from '../../inventory/model/site.ts';
import { servedFolders } from '../../shared/storageLayout.ts';
import { type Lease, leaseClashes } from '../facts/leases.ts';
import type { RouterFacts } from '../facts/routerFacts.ts';
import { bootProblems } from '../plan/problems/boots.ts';
import { dhcpProblems } from '../plan/problems/dhcp.ts';
import { hostProblems } from '../plan/problems/hosts.ts';
import { storageProblems } from '../plan/problems/storage.ts';
import { systemProblems } from '../plan/problems/system.ts';
import { webProblems } from '../plan/problems/web.ts';
import type { RouterPlan, RouterProblem } from '../plan/routerPlan.ts';
import type { ProbeName, ProbeResult } from '../run/probe/probe.ts';

/** What is looked at, in order: what a later one needs comes before it. */
export const checkNames = [
  'ssh',
  'system',
  'packages',
  'storage',
  'dhcp',
  'configuration',
  'leases',
  'tftp',
  'http',
  'gate',
  'release',
] as const;

export type CheckName = (typeof checkNames)[number];

/** What one check came to. */
export interface RouterCheck {
  readonly name: CheckName;
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  /** One sentence without a stop: what is right, or why it was not looked at. */
  readonly message: string;
  /** What is wrong, each with what to do about it. */
  readonly problems: readonly RouterProblem[];
}

/** All that was learned of a router. */
export interface Examined {
  readonly site: Site;
  readonly facts: RouterFacts;
  readonly plan: RouterPlan;
  readonly leases: readonly Lease[];
  readonly probes: readonly ProbeResult[];
  /** Whether the gate answered over SSH; undefined where the site has none. */
  readonly gate: { readonly problem: RouterProblem | undefined } | undefined;
  /** What is on the storage that machines boot, and what is wrong with it. */
  readonly release: { readonly message: string; readonly problems: readonly RouterProblem[] };
}

/** Each check in order. */
export function checklist(examined: Examined): RouterCheck[] {
  const { site, facts, plan } = examined;
  const own = systemProblems(site, facts);
  return [
    { name: 'ssh', state: 'ok', message: `${plan.target} answers`, problems: [] },
    check(
      'system',
      `${facts.system}, changes are taken back by ${plan.method === 'rpcd' ? 'rpcd' : 'a timer'}`,
      own,
    ),
    check('packages', 'all packages are installed', plan.packages.map(missing)),
    check(
      'storage',
      `${facts.storage.mounted?.device ?? 'a disk'} is mounted at ${site.router.storage}`,
      storageProblems(site, facts),
    ),
    check('dhcp', `dnsmasq serves ${facts.network?.interface ?? ''}`.trimEnd(), [
      ...dhcpProblems(site, facts),
      ...bootProblems(site, facts),
    ]),
    check(
      'configuration',
      'our sections are there, and dnsmasq was started with them',
      configuration(examined),
    ),
    check('leases', 'nobody else has the address of a node', leases(examined)),
    check('tftp', 'TFTP gives the iPXE binaries', [
      ...files(plan, servedFolders.tftp),
      ...answers(examined, 'tftp'),
    ]),
    check('http', `${site.router.url} answers`, [...webProblems(site, facts), ...answers(examined, 'http')]),
    gateCheck(examined),
    check('release', examined.release.message, examined.release.problems),
  ];
}

function check(name: CheckName, message: string, problems: readonly RouterProblem[]): RouterCheck {
  const state = problems.some(({ severity }) => severity === 'error')
    ? 'failed'
    : problems.length > 0
      ? 'warning'
      : 'ok';
  return { name, state, message, problems };
}

const apply = 'run `pilotlight router apply`';

function missing({ name, why }: RouterPlan['packages'][number]): RouterProblem {
  return {
    severity: 'error',
    message: `the package ${name} is not installed: it ${why}`,
    next: 'run `pilotlight router apply --install-packages`',
  };
}

/** Until the configuration is the wanted one, what dnsmasq has of it says nothing more. */
function configuration(examined: Examined): RouterProblem[] {
  const { changes } = examined.plan;
  const services = answers(examined, 'services');
  if (changes.length === 0) {
    return [...services, ...answers(examined, 'dnsmasq'), ...answers(examined, 'ports')];
  }
  const message = `the configuration is not the wanted one: ${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  return [
    { severity: 'error', message, next: `see them with \`pilotlight router plan\`, then ${apply}` },
    ...services,
  ];
}

function leases({ site, facts, leases: given }: Examined): RouterProblem[] {
  return [
    ...hostProblems(site, facts),
    ...leaseClashes(site, given).map(
      ({ node, lease }): RouterProblem => ({
        severity: 'error',
        message: `${lease.mac}${lease.hostname === undefined ? '' : ` (${lease.hostname})`} has ${node}'s address ${lease.address}`,
        next: `give that machine another address, or wait until its lease ends; if it is ${node}, add the MAC to its node file`,
      }),
    ),
  ];
}

function files({ files: planned }: RouterPlan, folder: string): RouterProblem[] {
  return planned
    .filter(({ path, action }) => action === 'upload' && path.startsWith(`${folder}/`))
    .map(({ path }) => ({ severity: 'error', message: `${path} is missing, or another one`, next: apply }));
}

/** What probes of a kind found wrong; what cannot be told from here is a warning. What is not set up is set up before anything else. */
function answers({ plan, probes }: Examined, name: ProbeName): RouterProblem[] {
  return probes
    .filter((probe) => probe.name === name && probe.state !== 'ok')
    .map(({ state, message }) => ({
      severity: state === 'failed' ? 'error' : 'warning',
      message,
      next: state === 'failed' ? (isSetUp(plan) ? nexts[name] : apply) : 'try from the network of the nodes',
    }));
}

function isSetUp({ changes, files: planned }: RouterPlan): boolean {
  return changes.length === 0 && planned.every(({ action }) => action === 'keep');
}

const nexts: Readonly<Record<ProbeName, string>> = {
  ssh: 'see that the router is on',
  services: 'start it on the router: /etc/init.d/<service> restart; logread tells why it ends',
  dnsmasq:
    'restart it on the router: /etc/init.d/dnsmasq restart; logread -e dnsmasq tells what it does not take',
  ports: 'restart what should listen: /etc/init.d/dnsmasq restart, /etc/init.d/uhttpd restart',
  http: 'see that uhttpd runs and the storage is mounted; restart it after mounting: /etc/init.d/uhttpd restart',
  tftp: 'restart dnsmasq, which sees only what was mounted when it started: /etc/init.d/dnsmasq restart',
};

function gateCheck({ gate, plan }: Examined): RouterCheck {
  if (gate === undefined) {
    return { name: 'gate', state: 'skipped', message: 'router.gate is static: there is none', problems: [] };
  }
  const problem = gate.problem === undefined ? [] : [gate.problem];
  return check('gate', 'the gate is installed and answers', [
    ...files(plan, servedFolders.programs),
    ...problem,
  ]);
}
