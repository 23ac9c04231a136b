import type { SurveyedSystem } from '../../../../ports/storage.ts';
import type { Told } from './tellings.ts';

/** The machine that the storage is on. */
export function readSystem({ facts, texts }: Told): SurveyedSystem {
  const first = (fact: string): string => facts.get(fact)?.[0] ?? '';
  const managers = facts.get('manager') ?? [];
  return {
    name: systemName(texts.get('release') ?? '') ?? first('kernel'),
    packageManager: managers.includes('apk') ? 'apk' : managers.includes('opkg') ? 'opkg' : undefined,
    clock: Number(first('clock')) || 0,
    uptime: Number(first('uptime')) || 0,
    bootId: first('boot'),
  };
}

/** From /etc/openwrt_release or /etc/os-release, which are never run. */
export function systemName(text: string): string | undefined {
  const values = new Map(
    text.split('\n').flatMap((line) => {
      const found = /^([A-Z_]+)=(?:'([^']*)'|"([^"]*)"|(\S*))\s*$/.exec(line);
      return found === null ? [] : [[found[1] ?? '', found[2] ?? found[3] ?? found[4] ?? ''] as const];
    }),
  );
  const openWrt = [values.get('DISTRIB_ID'), values.get('DISTRIB_RELEASE')].filter(Boolean).join(' ');
  return openWrt || values.get('PRETTY_NAME') || values.get('NAME');
}
