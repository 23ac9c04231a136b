import type { Site } from '../../inventory/model/site.ts';
import { bootFile, type Firmware, firmwares, ipxeTag } from './firmware.ts';
import { bootUrl, tftpFolder } from './served.ts';
import { type WantedSection, wantedSection } from './wantedSection.ts';

/**
 * How machines are told apart and what each kind boots. Boot sections stand last and in this order; each of them is guarded, so that an
 * iPXE that runs already gets the script and not iPXE again.
 *
 * @param instance the dnsmasq that they are for, where there are several
 */
export function bootSections(site: Site, instance: string | undefined): WantedSection[] {
  const kinds = firmwares.flatMap((firmware) => {
    const filename = bootFilename(site, firmware);
    return filename === undefined ? [] : [{ firmware, filename }];
  });
  const { address } = site.router;
  return [
    ...kinds.flatMap(({ firmware }) => matches(firmware, instance)),
    ...ipxeMatches(instance),
    ...kinds
      .filter(({ firmware }) => firmware.boot === 'http')
      .map(({ firmware: { tag } }) =>
        // UEFI takes an answer for HTTP boot only when it has this vendor class; dnsmasq calls the tag by the section's name.
        wantedSection('dhcp', 'tag', tag, { instance, dhcp_option: ['60,HTTPClient'], force: '1' }),
      ),
    ...kinds.map(({ firmware: { tag, boot }, filename }) =>
      wantedSection('dhcp', 'boot', `pilotlight_boot_${shortName(tag)}`, {
        instance,
        networkid: `${tag},tag:!${ipxeTag}`,
        filename,
        ...(boot === 'http' ? {} : { servername: 'pilotlight', serveraddress: address }),
      }),
    ),
    wantedSection('dhcp', 'boot', 'pilotlight_boot_ipxe', {
      instance,
      networkid: ipxeTag,
      filename: bootUrl(site),
    }),
  ];
}

/** What a kind of machine loads; undefined where the image lock has no iPXE for it. */
function bootFilename(site: Site, { boot, binary, message }: Firmware): string | undefined {
  if (boot === 'refused') return message;
  const file = binary === undefined ? undefined : bootFile(site.ipxe, binary);
  if (file === undefined) return undefined;
  return boot === 'http' ? `${site.router.url}/${tftpFolder}/${file}` : file;
}

function matches({ tag, architectures }: Firmware, instance: string | undefined): WantedSection[] {
  return architectures.map((architecture) =>
    wantedSection('dhcp', 'match', `pilotlight_match_${architecture}`, {
      instance,
      networkid: tag,
      match: `option:client-arch,${architecture}`,
    }),
  );
}

/** iPXE says who it is in its user class, and has an option of its own. */
function ipxeMatches(instance: string | undefined): WantedSection[] {
  return [
    wantedSection('dhcp', 'match', 'pilotlight_match_ipxe', { instance, networkid: ipxeTag, match: '175' }),
    wantedSection('dhcp', 'userclass', 'pilotlight_userclass_ipxe', {
      instance,
      networkid: ipxeTag,
      userclass: 'iPXE',
    }),
  ];
}

function shortName(tag: string): string {
  return tag.replace('pilotlight_', '');
}
