import { entries } from '../entry.ts';

/** Files, groups, secrets and rules of an inventory. */
export const contentsCodes = entries({
  PL1250: {
    secret: true,
    severity: 'warning',
    title: 'Secret in clear',
    why: 'Whatever stands in the inventory is known to all who can read the repository, its forks and its history.',
    mend: 'Write `{ secret: NAME }`, or `{{ secret.NAME }}` in an overlay, and change the secret: it must be taken as known.',
    configurable: true,
  },
  PL1251: {
    severity: 'error',
    title: 'Damaged SSH key',
    why: 'The data of a public key begins with its type once more and consists of fields with their lengths (RFC 4253, section 6.6). A key that was cut short or mixed up lets nobody in, which shows only after the machine was reinstalled.',
    mend: 'Copy the whole line of the `.pub` file again.',
    configurable: true,
  },
  PL1254: {
    severity: 'error',
    title: 'Secret with two versions',
    why: 'A version says which value of a secret is meant. One name has one value, so all references to it have one version.',
    mend: 'Give all references the same version.',
  },
  PL1259: {
    severity: 'error',
    title: 'File that is not read',
    why: 'The file looks like a part of the inventory, but its name or folder is not the one that is read: what it says would silently have no effect.',
    mend: 'Rename or move it as the hint says.',
    configurable: true,
  },
  PL1260: {
    severity: 'error',
    title: 'Unknown overlay',
    why: 'Overlays are files below `overlays/`; the name leads to none.',
    mend: 'Mend the name, or add the file.',
  },
  PL1261: {
    severity: 'error',
    title: 'Overlay outside the overlays folder',
    why: 'Overlays are read below their folder only, so that no inventory can bring other files of the machine that runs this into a release.',
    mend: 'Move the file to `overlays/`, and name it without `..`.',
  },
  PL1263: {
    severity: 'warning',
    title: 'Unused overlay',
    why: 'No site, group or node names the overlay, so it has no effect.',
    mend: 'Name it under `overlays`, or delete it.',
    configurable: true,
  },
  PL1285: {
    severity: 'warning',
    title: 'Group without nodes',
    why: 'The group matches no node, so its settings have no effect. Groups match by what nodes and defaults say, not by what other groups set.',
    mend: 'Mend `match`, or remove the group.',
    configurable: true,
  },
  PL1286: {
    severity: 'error',
    title: 'Group name already in use',
    why: 'Findings and `show` name groups; two of one name cannot be told apart.',
    mend: 'Rename one of the groups.',
    configurable: true,
  },
  PL1287: {
    severity: 'error',
    title: 'Unknown node in a group',
    why: 'The group names a node that has no file, so the settings do not reach the machine that was meant.',
    mend: "Mend the name: that of the node's file, or its host name.",
    configurable: true,
  },
  PL1288: {
    severity: 'error',
    title: 'Unknown rule',
    why: '`rules` sets severities by the codes of findings, and there is no such code.',
    mend: 'Mend the code; docs/findings has all of them.',
  },
  PL1289: {
    severity: 'error',
    title: 'Rule that cannot be changed',
    why: 'Without this rule no sound release could be made.',
    mend: 'Remove the line from `rules`, and mend what the rule finds.',
  },
  PL1297: {
    severity: 'error',
    title: 'Two sites of one name',
    why: 'Releases are put below the name of their site: the release of one would take the place of the other, and `--site` could not tell them apart.',
    mend: 'Give each site a `name` of its own. Without one it is the first label of its domain.',
  },
});
