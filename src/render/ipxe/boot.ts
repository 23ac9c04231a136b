import type { Site, UnknownMachines } from '../../inventory/model/site.ts';
import type { Outcome } from '../../shared/finding.ts';
import { inventoryPath } from '../inventoryPath.ts';
import type { Locate } from '../locate.ts';
import { gateAddress } from './identify.ts';
import { scriptText } from './script.ts';
import { checkWords, value } from './word.ts';

/**
 * The entry of a release: the script by MAC, then by host name, then the site's policy for machines that it does not know.
 * Chains are relative, so it works below any folder. `netX`, the link that booted, is older than any iPXE still in use.
 */
export function renderBoot(site: Site, locate: Locate): Outcome<string | undefined> {
  const findings = checkWords(
    [value(gateAddress(site), '/router/url'), value(site.domain, '/domain')],
    locate,
  );
  if (findings.length > 0) return { value: undefined, findings };
  const text = scriptText(
    [
      `Entry of site ${site.name}: by MAC, then by host name, then what unknown machines get (${site.unknownMachines}).`,
      `Made by Pilotlight from ${inventoryPath(site, site.file)}: change that.`,
      'A script of a known machine sets pilotlight-exit: it was found, and iPXE ends as its firmware needs it.',
    ],
    [
      ...known('by-mac/${netX/mac:hexhyp}'),
      'isset ${hostname} || goto unknown',
      ...known('by-host/${hostname:uristring}'),
      ...known(`by-host/\${hostname:uristring}.${site.domain}`),
      ':unknown',
      ...unknownLines(site),
    ],
  );
  return { value: text, findings: [] };
}

function known(script: string): string[] {
  return [`chain ipxe/${script}.ipxe ||`, 'isset ${pilotlight-exit} && exit ${pilotlight-exit} ||'];
}

/** What a machine tells about itself; texts of its maker are escaped for a URL. */
const discovery = [
  'mac=${netX/mac:hexhyp}',
  'ip=${netX/ip}',
  'uuid=${uuid}',
  'manufacturer=${manufacturer:uristring}',
  'product=${product:uristring}',
  'serial=${serial:uristring}',
  'asset=${asset:uristring}',
  'hostname=${hostname:uristring}',
  'platform=${platform}',
  'arch=${buildarch}',
].join('&');

/** With UEFI the firmware goes on when iPXE ends with an error; many a BIOS does not, so there the first disk is booted. */
const ownDisk = [
  'echo Pilotlight: ${netX/mac} is unknown here and boots its own disk',
  'iseq ${platform} efi && exit 1 ||',
  'sanboot --no-describe --drive 0x80 ||',
  'exit 1',
];

function unknownLines(site: Site): readonly string[] {
  const lines: Readonly<Record<UnknownMachines, readonly string[]>> = {
    ignore: ['exit 1'],
    localBoot: ownDisk,
    discover: [`chain ${gateAddress(site)}/discover?${discovery} ||`, ...ownDisk],
  };
  // Files take no notes: in static mode nobody is told of unknown machines.
  return site.router.gate === 'static' && site.unknownMachines === 'discover'
    ? ownDisk
    : lines[site.unknownMachines];
}
