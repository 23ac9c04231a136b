import { relative } from 'node:path';
import type { BootedNode } from '../app/demo/bootNode.ts';
import type { DemoSite, DemoStory } from '../app/demo/demo.ts';
import { byteSize } from '../report/bytes.ts';
import { counted, duration } from '../report/counts.ts';
import { type Palette, palette } from '../report/palette.ts';
import { visible } from '../report/visible.ts';
import { shortDigest } from '../shared/digest.ts';

/** What was seen of one boot. */
type Walk = BootedNode['armed'];

/** The demo's story: what was checked and made, how each node boots, and where to look. */
export function demoText(story: DemoStory, folder: string, colour: boolean): string {
  const colours = palette(colour);
  const { checked, sites } = story;
  const near = relative(process.cwd(), folder);
  const shown = near === '' || near.startsWith('..') ? folder : near;
  const lines = [
    heading(colours, '1', 'The inventory is checked, rendered and linted'),
    `   ${visible(shown)}: ${counted(checked.nodes, 'node')}, ${counted(checked.files, 'file')}, ${duration(checked.milliseconds)}`,
    ...sites.flatMap((site) => siteLines(site, story, colours)),
  ];
  if (sites.length === 0)
    lines.push(`   ${colours.error('✗')} it has errors, so there is no release to boot from`);
  return `${lines.join('\n')}\n`;
}

function siteLines(site: DemoSite, story: DemoStory, colours: Palette): string[] {
  const { manifest, nodes } = site;
  const [first] = manifest.nodes;
  const failed = nodes.filter(({ ignition }) => ignition === undefined).length;
  const secrets = manifest.secrets.map(({ secret }) => visible(secret)).join(', ');
  return [
    '',
    heading(colours, '2', `The release of ${visible(manifest.site.name)} is published`),
    `   ${colours.strong(shortDigest(manifest.release.id))} · ${counted(manifest.files.length, 'file')} · ${
      secrets === '' ? 'no secrets' : `${secrets} only as a marker`
    }`,
    '',
    heading(colours, '3', 'It is deployed: uploaded, verified by hash, and switched to'),
    `   ${byteSize(site.uploadedBytes)} ${colours.faint('to a folder that stands for the USB storage of the router:')} ${visible(site.folder)}`,
    '',
    heading(colours, '4', 'Every node boots over the network, as iPXE would, over HTTP on this machine'),
    ...nodes.flatMap((node) => nodeLines(node, colours)),
    '',
    failed === 0
      ? colours.good(
          `✓ ${counted(nodes.length, 'node')} booted, ${counted(site.requests.length, 'HTTP request')}`,
        )
      : colours.error(`✗ ${counted(failed, 'node')} did not reach the installer`),
    '',
    'Look at:',
    ...(first === undefined
      ? []
      : [first.variants[0].config, first.variants[0].ignition, first.variants[0].install].map(
          (path) => `   ${visible(site.folder)}/${path}`,
        )),
    `   ${visible(site.folder)}/manifest.json`,
    colours.faint(
      `Nothing outside ${visible(story.storage)} was written. The image files were named, not downloaded.`,
    ),
  ];
}

function heading({ strong }: Palette, number: string, text: string): string {
  return strong(`${number}. ${text}`);
}

function nodeLines({ node, unarmed, armed, ignition }: BootedNode, colours: Palette): string[] {
  const arrow = colours.faint('→');
  const journey = (walk: Walk) => [...fetchedNames(walk), outcomeText(walk)].join(` ${arrow} `);
  const end =
    ignition === undefined
      ? colours.error('no Ignition')
      : `${colours.good('Ignition')} ${shortIgnition(ignition.text)}`;
  return [
    `   ${colours.strong(visible(node.hostname))}  ${node.role}, ${node.macs[0] ?? ''}, ${visible(node.disks.install)}`,
    `     not armed  ${journey(unarmed)}`,
    `     armed      ${journey(armed)} ${arrow} ${end}`,
  ];
}

/** What was fetched with success, each in a word or two. */
function fetchedNames({ trace }: Walk): string[] {
  return trace.flatMap((event) =>
    event.kind === 'fetch' && event.status === 200 ? [shortName(event.url)] : [],
  );
}

/** Words for what a URL is, where its last part would be long or say little. */
const shortNames: readonly (readonly [RegExp, string])[] = [
  [/\/cgi-bin\/gate\//, 'gate'],
  [/\/ipxe\/by-mac\//, 'by MAC'],
  [/\/ipxe\/by-host\//, 'by host name'],
  [/-live-kernel\b/, 'kernel'],
  [/-live-initramfs\b/, 'initramfs'],
];

function shortName(url: string): string {
  return shortNames.find(([pattern]) => pattern.test(url))?.[1] ?? visible(url.split('/').at(-1) ?? url);
}

function outcomeText({ outcome }: Walk): string {
  if (outcome.kind === 'boots') return 'CoreOS installer';
  if (outcome.kind === 'localDisk') return 'its own disk';
  return 'why' in outcome ? visible(outcome.why) : outcome.kind;
}

/** What an Ignition configuration holds, in a few words. */
function shortIgnition(text: string): string {
  const { storage, systemd, passwd } = JSON.parse(text) as {
    storage?: { files?: unknown[] };
    systemd?: { units?: unknown[] };
    passwd?: { users?: unknown[] };
  };
  const parts = [
    counted(storage?.files?.length ?? 0, 'file'),
    counted(systemd?.units?.length ?? 0, 'unit'),
    counted(passwd?.users?.length ?? 0, 'user'),
  ];
  return `(${parts.join(', ')})`;
}
