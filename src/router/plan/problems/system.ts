import type { Site } from '../../../inventory/model/site.ts';
import type { RouterFacts } from '../../facts/routerFacts.ts';
import type { RouterProblem } from '../routerPlan.ts';
import { error, warning } from './problem.ts';

/** The oldest release whose scripts are known. */
const oldest = 22.03;

/** What the router is, and whether somebody is at work on it. */
export function systemProblems(site: Site, facts: RouterFacts): RouterProblem[] {
  return [...release(facts), ...address(site, facts), ...atWork(facts), ...commands(facts)];
}

function release({ system }: RouterFacts): RouterProblem[] {
  const [, version] = /^OpenWrt (\d\d\.\d\d)/.exec(system) ?? [];
  if (!system.startsWith('OpenWrt')) {
    return [
      warning(
        `the router says that it is ${system === '' ? 'nothing known' : system}, and not OpenWrt`,
        'go on where it is made from OpenWrt and has uci; read the changes with care',
      ),
    ];
  }
  if (version === undefined || Number(version) >= oldest) return [];
  return [
    warning(`${system} is older than what is tried (22.03)`, 'update OpenWrt, or read the changes with care'),
  ];
}

function address({ router }: Site, { addresses, network }: RouterFacts): RouterProblem[] {
  if (network === undefined) {
    const others = addresses.map((each) => each.address).filter((each) => !each.startsWith('127.'));
    return [
      error(
        `no interface of the router has router.address ${router.address}`,
        others.length === 0
          ? 'set router.address to the address that the router has on the network of the nodes'
          : `set router.address to the one that nodes reach: ${others.join(', ')}`,
      ),
    ];
  }
  if (network.interface !== undefined) return [];
  return [
    error(
      `/etc/config/network has no interface for ${network.device}, which has ${router.address}`,
      'give the router that address in an interface section, so that DHCP can be served on it',
    ),
  ];
}

function atWork({ staged, pending, unreadable }: RouterFacts): RouterProblem[] {
  return [
    ...unreadable.map((each) =>
      error(
        `/etc/config/${each.replace(/^(\w+): /, '$1, ')}`,
        'mend the line: uci reads nothing of that file',
      ),
    ),
    ...(staged.length === 0
      ? []
      : [
          error(
            `somebody has changes on the router that are not committed: ${staged.slice(0, 3).join(', ')}${staged.length > 3 ? ', …' : ''}`,
            'commit or revert them first (`uci changes` shows them; in LuCI: Unsaved Changes)',
          ),
        ]),
    ...(pending === undefined
      ? []
      : [
          error(
            `a change of Pilotlight waits to be confirmed (${pending})`,
            'wait until the router has taken it back by itself, or run `pilotlight router rollback`',
          ),
        ]),
  ];
}

function commands({ missingCommands, packageManager }: RouterFacts): RouterProblem[] {
  if (missingCommands.length === 0) return [];
  const install = packageManager === 'apk' ? 'apk add' : 'opkg install';
  return [
    error(
      `the router lacks commands that the gate needs: ${missingCommands.join(', ')}`,
      `install the packages that have them, for example \`${install} ${missingCommands[0]}\``,
    ),
  ];
}
