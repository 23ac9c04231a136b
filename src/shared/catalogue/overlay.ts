import { entries } from './entry.ts';

/** Overlays: their header and sections, templates, merging, and what the official translator says of them. */
export const overlayCodes = entries({
  PL2001: {
    severity: 'error',
    title: 'Overlay is not a Butane configuration',
    why: 'An overlay is a Butane configuration: a mapping whose sections (`storage`, `systemd`, `passwd`, …) are merged into the configuration of each node that uses it. Something else stands where the mapping, a list or a list element should be, so it cannot be merged.',
    mend: 'Write the section as Butane has it; see [the Butane specification](https://coreos.github.io/butane/config-fcos-v1_7/).',
  },
  PL2002: {
    severity: 'error',
    title: 'Unsupported Butane variant',
    why: 'Nodes run Fedora CoreOS, so every overlay is of the variant `fcos`. Other variants know other sections and mean other things by some of them.',
    mend: 'Remove the `variant` line (an overlay needs none) or set it to `fcos`, and mend what the other variant had of its own.',
  },
  PL2003: {
    severity: 'error',
    title: 'Unsupported Butane version',
    why: 'The rendered configuration is of version 1.7.0, the newest stable one. Overlays of an older stable version are read as 1.7.0, which accepts all that they may hold; experimental versions may change their meaning at any time.',
    mend: 'Remove the `version` line (an overlay needs none) or set it to a stable version up to `1.7.0`.',
  },
  PL2004: {
    severity: 'error',
    title: 'Unknown section in an overlay',
    why: 'A section that Butane does not know would be dropped silently, and with it what was meant to be on the node.',
    mend: 'Mend the spelling. Known sections are those of Butane `fcos` 1.7.0.',
  },
  PL2005: {
    severity: 'error',
    title: 'Overlay element without its key',
    why: 'Lists are merged by key: a file by its `path`, a unit or user by its `name`, a disk or file system by its `device`. An element without one cannot be told from the others.',
    mend: 'Give the element its key.',
  },
  PL2006: {
    severity: 'error',
    title: 'Element twice in one overlay',
    why: 'Two elements of one list have the same key, so it is not clear which of them is meant.',
    mend: 'Join both into one element, or remove one.',
  },
  PL2010: {
    severity: 'error',
    title: 'Template error',
    why: 'Strings of an overlay are [Liquid](https://liquidjs.com) templates. This one cannot be read, or failed while it was filled in.',
    mend: 'Mend the template at the place shown. Text that has braces of its own, such as Go templates, goes between `{% raw %}` and `{% endraw %}`, or into a file that is read by `local:`, which is never expanded.',
  },
  PL2011: {
    severity: 'error',
    title: 'Unknown variable in a template',
    why: 'The template names something that this node or site does not have. It would become an empty text, and an empty text in a configuration is seldom what was meant.',
    mend: 'Mend the name. Where a value may be missing, say what stands in for it: `{{ node.labels.zone | default: "none" }}` or `{% if node.labels.zone %}`.',
  },
  PL2012: {
    severity: 'error',
    title: 'List or map printed by a template',
    why: 'A list or a map has no text of its own, so what Liquid would print is not what a configuration file expects.',
    mend: 'Print its elements with `{% for %}`, join a list with `| join: ","`, or print JSON with `| json`.',
  },
  PL2013: {
    severity: 'error',
    title: 'Secret used for more than printing',
    why: 'Rendering never sees the value of a secret: a marker stands for it, and the value is put in on the way to the node. So a filter, a condition or an assignment would work on the marker.',
    mend: 'Print it alone, as `{{ secret.NAME }}`. Where a derived value is needed (a hash, say), make that a secret of its own.',
  },
  PL2014: {
    severity: 'error',
    title: 'Template in a key',
    why: 'Only string values are expanded, so that an overlay has the same structure for every node.',
    mend: 'Write the key out, and use templates in the value. For something that only some nodes have, use an overlay of a group.',
  },
  PL2020: {
    severity: 'error',
    title: 'Contradicting configuration',
    why: 'Two overlays, or an overlay and the built-in configuration, set the same thing to different values. Nothing wins silently.',
    mend: 'Remove one of the two, or say in the inventory that the more specific overlay may replace what is there: `overlays: [{ file: x.bu, override: true }]`.',
  },
  PL2021: {
    severity: 'error',
    title: 'One path as two things',
    why: 'A path is a file in one place and a directory or a link in another. Only one of them can be on the node.',
    mend: 'Remove one of the two, or let the more specific overlay replace the other with `override: true`.',
  },
  PL2030: {
    severity: 'error',
    title: 'Refused by Butane or Ignition',
    why: 'The official translator refuses the configuration, so the node could not be installed with it. The message is its own.',
    mend: 'Mend the place shown, as the message says.',
  },
  PL2031: {
    severity: 'warning',
    title: 'Warned of by Butane or Ignition',
    why: 'The official translator accepts the configuration and warns of a likely mistake. With `strict: true`, the default, that is an error. The message is its own.',
    mend: 'Mend the place shown, as the message says, or set `strict: false` in site.yaml.',
  },
  PL2040: {
    severity: 'error',
    title: 'Local file not found',
    why: 'The overlay reads a file or folder of the inventory that is not there. Paths of `local:` are relative to the folder of the inventory.',
    mend: 'Mend the path, or add the file.',
  },
  PL2041: {
    severity: 'error',
    title: 'Local file outside the inventory',
    why: 'Only files below the folder of the inventory are read, so that a change of an overlay cannot bring other files of the machine into a release.',
    mend: 'Put the file below the folder of the inventory and name it relative to that folder.',
  },
});
