import { ConnectionLost, HostKeyRefused } from '../../ports/remoteShell.ts';
import type { RouterSurvey } from '../../ports/router.ts';
import type { World } from '../../ports/world.ts';
import { macsByAddress, readLeases } from '../../router/facts/leases.ts';
import { surveyedConfiguration } from '../../router/facts/readFacts.ts';
import { Failure } from '../../shared/failure.ts';
import { fingerprint, parseHostKey } from '../../shared/hostKey.ts';
import type { RouterGiven } from './given.ts';
import { type RouterProposal, routerProposal } from './routerProposal.ts';

/** A router that was looked at. */
export interface SeenRouter extends RouterProposal {
  /** What is to be pinned: what was given, or the key that it showed and that was agreed to. */
  readonly hostKeys: readonly string[];
  readonly user: string;
  readonly port: number;
  /** Its lease file, as it is. */
  readonly leases: string;
  /** MACs of machines that it heard of, by address. */
  readonly macs: ReadonlyMap<string, string>;
}

/** How a look at a router is agreed to. */
export interface LookOptions {
  readonly router: RouterGiven & { readonly user: string };
  /** Lines that are pinned already. */
  readonly hostKeys: readonly string[];
  /** Whether a key that nobody pinned is the right one: asks a person, or knows. */
  readonly accept: (shown: { readonly key: string; readonly fingerprint: string }) => Promise<boolean>;
  readonly signal?: AbortSignal | undefined;
}

/** Reads what a router says of itself over SSH. Nothing is written on it, and nothing is sent to one whose key nobody agreed to. */
export async function lookAtRouter(options: LookOptions, world: World): Promise<SeenRouter> {
  try {
    return await look(options, options.hostKeys, world);
  } catch (error) {
    if (!(error instanceof HostKeyRefused) || options.hostKeys.length > 0) throw error;
    const [key] = error.keys;
    const pin = key === undefined ? undefined : parseHostKey(key);
    if (key === undefined || pin?.kind !== 'key') throw error;
    const shown = { key, fingerprint: `${pin.type} ${fingerprint(pin.blob)}` };
    if (await options.accept(shown)) return look(options, [key], world);
    throw new Failure(
      'refused',
      `${nameOf(options)} shows the host key ${shown.fingerprint}, and nobody said that it is the right one`,
      {
        next: `nothing was sent to it, and nothing was written. Compare it with what the router says itself (dropbearkey -y -f /etc/dropbear/dropbear_ed25519_host_key); when it is the same, add --host-key '${fingerprint(pin.blob)}'`,
      },
    );
  }
}

async function look(
  { router: { host, user, port = 22 }, signal }: LookOptions,
  hostKeys: readonly string[],
  world: World,
): Promise<SeenRouter> {
  const router = await world.routers.open(
    { kind: 'shell', destination: { host, port, user, hostKeys }, storage: '/mnt/usb', mount: 'any' },
    signal,
  );
  try {
    const survey: RouterSurvey = await router.survey(surveyedConfiguration);
    return {
      ...routerProposal(survey, host),
      hostKeys,
      user,
      port,
      leases: survey.leases,
      macs: macsByAddress(readLeases(survey.leases), survey.neighbours),
    };
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    throw new Failure('world', `the connection to ${router.name} broke: ${error.message}`, {
      next: 'see that the router is on and answers, and run the same again; nothing was written',
      cause: error,
    });
  } finally {
    await router.close().catch(() => undefined);
  }
}

function nameOf({ router: { user, host, port = 22 } }: LookOptions): string {
  return `${user}@${host}:${port}`;
}
