import { at, type IpxeRule } from '../context.ts';
import { factsOf } from '../imageFacts.ts';

/** PL3026: the root file system is not loaded as an initrd. */
export const rootfsInitrd: IpxeRule = (context) =>
  context.boots.flatMap(({ initrds, isCoreos }) =>
    initrds
      .filter(({ uri }) => factsOf(context, uri.text).kind === 'rootfs' && (isCoreos || initrds.length > 1))
      .map(({ uri }) =>
        at(
          context,
          'PL3026',
          uri,
          'the root file system is loaded as an initrd',
          `use coreos.live.rootfs_url=${uri.text} instead`,
        ),
      ),
  );
