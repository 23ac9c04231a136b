import type { Sighting, SightingKind } from './sighting.ts';
import type { ToldEvent } from './told.ts';

/** The gate's words, as far as they tell something of an installation. */
const kinds: ReadonlyMap<string, SightingKind> = new Map([
  ['armed', 'armed'],
  ['asked', 'asked'],
  ['disarmed', 'disarmed'],
  ['discovered', 'discovered'],
  ['early', 'early'],
  ['expired', 'expired'],
  ['failed', 'failed'],
  ['first-boot', 'firstBoot'],
  ['host-key', 'hostKey'],
  ['ignition', 'ignition'],
  ['ready', 'ready'],
  ['refused', 'refused'],
  ['script', 'script'],
  ['wrong-generation', 'wrongGeneration'],
]);

/** What an event of the gate is of a node that is to become this generation; undefined where it tells nothing. */
export function gateSighting(event: ToldEvent, digest: string): Omit<Sighting, 'seconds'> | undefined {
  const kind = kinds.get(event.kind);
  const { text, report } = event;
  if (kind === undefined) return undefined;
  switch (kind) {
    case 'ready':
      // A node that is not armed any more may say of any generation that it is ready.
      return /(?:^| )generation=(\S+)/.exec(text)?.[1] === digest
        ? { kind, text: '' }
        : { kind: 'wrongGeneration', text };
    case 'disarmed':
      // That follows from being ready.
      return text === 'installed' ? undefined : { kind, text: '' };
    case 'failed':
      return { kind, text: '', unit: report?.unit ?? '', lines: report?.lines ?? [] };
    case 'script':
    case 'ignition':
    case 'armed':
    case 'expired':
    case 'early':
    case 'firstBoot':
      return { kind, text: '' };
    default:
      return { kind, text };
  }
}
