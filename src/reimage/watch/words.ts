import type { Sighting, SightingKind } from './sighting.ts';

/** What happened, in words without a stop: `its firmware loaded ipxe.efi by TFTP`. */
export function sightingWords({ kind, text, unit = '', lines = [] }: Sighting): string {
  if (kind === 'failed') {
    const reason = reasonIn(lines);
    return `${unit === '' ? 'a unit' : unit} failed${reason === '' ? '' : `: ${reason}`}`;
  }
  return words[kind](text);
}

const words: Readonly<Record<Exclude<SightingKind, 'failed'>, (text: string) => string>> = {
  discover: () => 'asked for an address',
  noAddress: (text) => `dnsmasq gave it no address${said(text)}`,
  offer: (text) => `was offered ${text}`,
  lease: (text) => `has the address ${text}`,
  fileMissing: (text) => `asked TFTP for ${text}, which is not there`,
  fileBroken: (text) => `${text} came in part by TFTP`,
  file: (text) => `loaded ${text} by TFTP`,
  discovered: () => 'is a machine that the gate does not know',
  asked: (text) => `was sent to its own disk${said(text)}`,
  script: () => 'got the script that installs',
  ignition: () => 'fetched its Ignition',
  firstBoot: () => 'booted what was installed',
  ready: () => 'reported that it is ready',
  early: () => 'reported ready, but not from this installation',
  wrongGeneration: () => 'reported another generation than it was armed with',
  refused: (text) => `was refused by the gate${said(text)}`,
  hostKey: () => 'told another SSH host key than before',
  armed: () => 'was armed',
  disarmed: () => 'was disarmed',
  expired: () => 'was armed for too short a time',
  routerRestarted: () => 'the router restarted',
};

function said(text: string): string {
  return text === '' ? '' : `: ${text}`;
}

/** systemd's own lines about a unit: that it failed is known. */
const aboutUnit = /^\S+\.service: |^(?:Starting|Started|Stopping|Stopped|Finished|Failed to start) /;

/** Why a unit failed: the last line that is not systemd's. */
export function reasonIn(lines: readonly string[]): string {
  return lines.findLast((line) => !aboutUnit.test(line)) ?? lines.at(-1) ?? '';
}
