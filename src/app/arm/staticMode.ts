import type { ServedFile } from '../../deploy/run/putServed.ts';
import type { Router } from '../../inventory/model/site.ts';
import { renderArmed } from '../../render/ipxe/armed.ts';
import { hexhyp } from '../../render/ipxe/identify.ts';
import { secretsOf } from '../../render/secrets/fillSecrets.ts';
import { type Digest, shortDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { secretsIn } from '../../shared/secret.ts';
import { armedPath } from '../../shared/storageLayout.ts';
import type { DeployedRelease } from './deployed.ts';
import type { ArmOptions } from './options.ts';
import type { ReadyNode } from './ready.ts';
import type { RenderedNode } from './renderNode.ts';

/** Static mode gives up what makes arming safe, so it has to be asked for in words; and nobody else may ask for it. */
export function refuseOtherMode(site: string, { gate }: Router, { untilDisarmed }: ArmOptions): void {
  if (gate === 'static' && untilDisarmed !== true) {
    throw new Failure(
      'refused',
      `the router of ${site} has no gate (router.gate: static): a node that is armed there stays so, and EVERY network boot erases and installs it again, until it is disarmed; there is no time limit, no "once", and no record of what it did`,
      {
        next: 'say --until-disarmed where you want that; or set router.gate: cgi, then pilotlight router apply',
      },
    );
  }
  if (gate === 'cgi' && untilDisarmed === true) {
    throw new Failure('usage', `--until-disarmed is for router.gate: static, and ${site} has a gate`, {
      next: 'leave it out: the node is armed for one installation, and for the time that --for says',
    });
  }
}

/** What the nodes are installed with lies on the storage for everybody to read: none of it may be secret. */
export function secretProblems(rendered: readonly RenderedNode[]): string[] {
  return rendered.flatMap(({ node, configuration, ignition }) => {
    const names = new Set([
      ...secretsOf(configuration.merged),
      ...secretsIn(ignition).map(({ secret }) => secret),
    ]);
    if (names.size === 0) return [];
    const which = [...names].sort().join(', ');
    return [
      `${node.name}: its Ignition has secrets (${which}), and static mode has no place for them: the storage is readable for everybody. Set router.gate: cgi`,
    ];
  });
}

/** A script that arms a machine holds for the release that machines boot: it has to be the one that was looked at. */
export function followProblems({ id, state }: DeployedRelease): string[] {
  const booted = state.bootFile?.release;
  if (booted === id) return [];
  const what = booted === undefined ? 'get no boot file of ours' : `boot release ${shortDigest(booted)}`;
  return [`machines ${what}, and release ${shortDigest(id)} is current: deploy mends that`];
}

/** The file that arms a node. */
export function armingFile(url: string, release: Digest, { rendered, record }: ReadyNode): ServedFile {
  const { node, variant } = rendered;
  const [folder = '', path = ''] = armedPath(hexhyp(node.macs[0] ?? '')).split('/');
  const armed = { hostname: node.hostname, variant, release, digest: record.digest };
  return { folder, path, bytes: Buffer.from(renderArmed(url, armed, record)) };
}
