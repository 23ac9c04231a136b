import { readSecret } from '../../shared/secret.ts';

/** Settings of a power method, as the inventory has them. Their shape was checked when it was read. */
export type Settings = Readonly<Record<string, unknown>>;

/** A text, or what stands for it where none is given. */
export function textSetting(settings: Settings, key: string): string | undefined;
export function textSetting(settings: Settings, key: string, fallback: string): string;
export function textSetting(settings: Settings, key: string, fallback?: string): string | undefined {
  const value = settings[key];
  return typeof value === 'string' ? value : fallback;
}

/** A number, or what stands for it. */
export function numberSetting(settings: Settings, key: string, fallback: number): number {
  const value = settings[key];
  return typeof value === 'number' ? value : fallback;
}

/** The name of the secret that a setting refers to. */
export function secretSetting(settings: Settings, key: string): string | undefined {
  return readSecret(settings[key])?.secret;
}

/** Texts by name, where some may be secrets: those are revealed. */
export function revealedMap(value: unknown, reveal: (secret: string) => string): Record<string, string> {
  if (value === null || typeof value !== 'object') return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]): [string, string][] => {
      if (typeof each === 'string') return [[name, each]];
      const reference = readSecret(each);
      return reference === undefined ? [] : [[name, reveal(reference.secret)]];
    }),
  );
}

/** Whether the next start is chosen by us, once, or left to the order that the firmware has. */
export function choosesBoot(settings: Settings): boolean {
  return settings.networkBoot !== 'firmware';
}
