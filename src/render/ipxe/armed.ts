import type { Variant } from '../../inventory/model/node.ts';
import { type Digest, isDigest } from '../../shared/digest.ts';
import { scriptText } from './script.ts';

/** What lets a machine be installed in static mode, until it is taken away. */
export interface Armed {
  /** FQDN. */
  readonly hostname: string;
  readonly variant: Variant;
  readonly release: Digest;
  /** What the installed system is: the digest of the node in that variant. */
  readonly digest: Digest;
}

/** Paths of a node's files in the release. */
export interface ArmedFiles {
  readonly install: string;
  readonly ignition: string;
}

/**
 * The script that a machine finds in static mode when it is armed. It holds for one release, as long as that is the current one: what was
 * forgotten installs nothing once another release was deployed. Nothing in it is secret.
 *
 * @param url `router.url`
 */
export function renderArmed(url: string, armed: Armed, { install, ignition }: ArmedFiles): string {
  const { hostname, variant, release, digest } = armed;
  const below = `${url}/releases/${release}`;
  return scriptText(
    [`armed ${hostname} ${variant} ${release} ${digest}`],
    [
      `iseq \${pilotlight-release} ${release} || goto void`,
      `set ignition-url ${below}/${ignition}`,
      `chain ${below}/${install}`,
      ':void',
      'exit 1',
    ],
  );
}

/** What a script says that {@link renderArmed} made; undefined for any other. */
export function readArmed(text: string): Armed | undefined {
  const [hostname = '', variant = '', release = '', digest = ''] =
    /^#!ipxe\n# armed (.+)\n/.exec(text)?.[1]?.split(' ') ?? [];
  if (hostname === '' || !isVariant(variant) || !isDigest(release) || !isDigest(digest)) return undefined;
  return { hostname, variant, release, digest };
}

function isVariant(text: string): text is Variant {
  return ['bootstrap', 'join', 'agent', 'none'].includes(text);
}
