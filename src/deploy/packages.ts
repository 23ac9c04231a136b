import type { SurveyedSystem } from '../ports/storage.ts';

/** What to do about commands that a system lacks: the packages of OpenWrt by name, since its busybox may have been built without them. */
export function howToInstall(commands: readonly string[], { name, packageManager }: SurveyedSystem): string {
  const onOpenWrt = packageManager === 'opkg' || name.startsWith('OpenWrt');
  const packageOf = onOpenWrt ? openWrtPackage : usualPackage;
  const packages = [...new Set(commands.flatMap((command) => packageOf(command) ?? []))].sort();
  if (packages.length === 0 || commands.some((command) => packageOf(command) === undefined)) {
    return `install a busybox that has ${commands.join(', ')}`;
  }
  return packageManager === undefined
    ? `install ${packages.join(', ')}`
    : `install them on it: ${update[packageManager]} ${packages.join(' ')}`;
}

const update = { opkg: 'opkg update && opkg install', apk: 'apk update && apk add' } as const;

/** Commands that GNU coreutils has, for which OpenWrt has a package each. */
const coreutils = new Set(
  'cat chmod cut date dd df head id kill ls mkdir mktemp mv od printf pwd readlink rm rmdir sha256sum sleep sort stat sync tail test touch tr truncate uname uniq wc'.split(
    ' ',
  ),
);

/** Other commands: the package of OpenWrt, and the usual one elsewhere. */
const others: Readonly<Record<string, readonly [openWrt: string, elsewhere: string]>> = {
  awk: ['gawk', 'gawk'],
  find: ['findutils-find', 'findutils'],
  flock: ['flock', 'util-linux'],
  grep: ['grep', 'grep'],
  gunzip: ['gzip', 'gzip'],
  gzip: ['gzip', 'gzip'],
  ps: ['procps-ng-ps', 'procps'],
  sed: ['sed', 'sed'],
  tar: ['tar', 'tar'],
  xargs: ['findutils-xargs', 'findutils'],
  zcat: ['gzip', 'gzip'],
};

function openWrtPackage(command: string): string | undefined {
  return coreutils.has(command) ? `coreutils-${command}` : known(command)?.[0];
}

function usualPackage(command: string): string | undefined {
  return coreutils.has(command) ? 'coreutils' : known(command)?.[1];
}

function known(command: string): (typeof others)[string] | undefined {
  return Object.hasOwn(others, command) ? others[command] : undefined;
}
