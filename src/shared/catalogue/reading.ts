import { entries } from './entry.ts';

/** Reading files and YAML. */
export const readingCodes = entries({
  PL1001: {
    severity: 'error',
    title: 'YAML syntax error',
    why: 'The file is not valid YAML 1.2, so nothing in it can be used.',
    mend: 'Mend the syntax at the place shown. An editor with a YAML plug-in shows it while you type.',
  },
  PL1002: {
    severity: 'error',
    title: 'Duplicate key',
    why: 'A mapping has the same key twice. YAML 1.2 (section 3.2.1.3) forbids it; many readers silently take the last one, so that what a reviewer sees first is not what happens.',
    mend: 'Delete one of the two, or join their values.',
  },
  PL1003: {
    severity: 'error',
    title: 'Tab in the indentation',
    why: 'YAML 1.2 (section 6.1) allows spaces only: how far a tab indents depends on the editor.',
    mend: 'Indent with spaces. The `.editorconfig` of the repository makes most editors do it.',
  },
  PL1004: {
    severity: 'error',
    title: 'File that is not UTF-8',
    why: 'All files of the inventory are UTF-8. Other encodings look right on one machine and break host names, comments and keys on the next.',
    mend: 'Save the file as UTF-8. A byte order mark at its beginning is accepted and ignored.',
  },
  PL1005: {
    severity: 'error',
    title: 'Control character',
    why: 'YAML 1.2 (section 5.1) allows no control characters but tab, line feed and carriage return. Invisible ones make a file mean something else than what is seen.',
    mend: 'Delete the character. Where a value needs one, write it as an escape in double quotes.',
  },
  PL1006: {
    severity: 'error',
    title: 'File too large',
    why: 'YAML files are read up to 1 MiB, other files up to 16 MiB: an inventory is written by people, and a larger file is a mistake or an attack.',
    mend: 'Split the file. Large binaries belong on the router, not in the inventory.',
  },
  PL1007: {
    severity: 'error',
    title: 'Nesting too deep',
    why: 'Lists and mappings may be nested 100 deep. Nothing that the inventory describes comes near; deeper nesting is a slip or an attack on the reader.',
    mend: 'Look for brackets or hyphens that were repeated by mistake.',
  },
  PL1008: {
    severity: 'error',
    title: 'Alias that leads nowhere',
    why: 'An alias (`*name`) repeats the value that an anchor (`&name`) marked earlier in the same file. Without such an anchor, or inside of the marked value itself, it has no value.',
    mend: 'Put the anchor before the alias, mend its spelling, or put a text that begins with `*` in quotes.',
  },
  PL1009: {
    severity: 'error',
    title: 'Too many aliases',
    why: 'Aliases of aliases grow without bound: a few lines can stand for billions of values ("billion laughs"). A file may have 1,000 aliases, and none of them may stand for more than that.',
    mend: 'Set what nodes share in `defaults` or `groups` of site.yaml.',
  },
  PL1010: {
    severity: 'error',
    title: 'YAML tag',
    why: 'A tag (`!name`, `!!binary`) asks the reader for a type that the inventory does not have. Only the tags of the core schema, such as `!!str`, mean something.',
    mend: 'Delete the tag. Put a text that begins with an exclamation mark in quotes.',
  },
  PL1011: {
    severity: 'error',
    title: 'Key that is not a text',
    why: 'Keys are names. YAML also allows lists, mappings and nothing at all as keys, which no other format can carry.',
    mend: 'Write `name: value`. A line that only begins with a colon, or a `{{ … }}` without quotes, is the usual cause.',
  },
  PL1012: {
    severity: 'error',
    title: 'Several documents in one file',
    why: 'A file of the inventory describes one thing. What stands after a second `---` would be lost.',
    mend: 'Put each document in a file of its own. Only files in `manifests/` may hold several.',
  },
  PL1013: {
    severity: 'error',
    title: 'No keys at the top of the file',
    why: 'The top of a file must be a mapping: lines of the form `key: value`. A list or a single text is usually a forgotten space after a colon.',
    mend: 'Write `key: value`, with a colon and a space.',
  },
  PL1014: {
    severity: 'error',
    title: 'Empty file',
    why: 'The file has nothing but comments and white space, so it says nothing about what it is named after.',
    mend: 'Fill it in, or delete it.',
  },
  PL1015: {
    severity: 'error',
    title: 'Merge key without a mapping',
    why: 'The key `<<` merges the keys of another mapping, or of a list of mappings, into this one. Anything else has no keys to merge.',
    mend: 'Write `<<: *name` where `&name` marks a mapping. Put a key that is really named `<<` in quotes.',
  },
  PL1020: {
    severity: 'error',
    title: 'No inventory',
    why: 'There is no such folder, or it has no `site.yaml`: neither itself nor in a folder right below it.',
    mend: 'Run the command in the root of the repository, or name the folder. The example in `inventory/` is a good beginning.',
  },
  PL1021: {
    severity: 'error',
    title: 'Link that leaves the inventory',
    why: 'A symbolic link whose target lies outside of the inventory would bring files of the machine that runs this into the release: on a runner, that of anybody who opens a pull request.',
    mend: 'Replace the link by a copy of the file, or by a link to a file inside of the inventory.',
  },
  PL1022: {
    severity: 'error',
    title: 'Link that leads nowhere',
    why: 'The target of a symbolic link does not exist, or the link leads to itself or to a folder around it.',
    mend: 'Mend the link, or delete it.',
  },
  PL1023: {
    severity: 'error',
    title: 'Not a file',
    why: 'The inventory holds files and folders. Reading a pipe, a socket or a device would wait for ever, or never end.',
    mend: 'Move it out of the inventory.',
  },
  PL1024: {
    severity: 'error',
    title: 'File that cannot be read',
    why: 'The operating system refused to read the file, so the inventory is not complete.',
    mend: 'Mend its permissions; on a runner, check that the checkout was complete.',
  },
  PL1025: {
    severity: 'error',
    title: 'Inventory too large',
    why: 'An inventory may have 50,000 files and 256 MiB in all. More is usually a folder that does not belong there, such as build output.',
    mend: 'Move what is not part of the inventory out of the folder.',
  },
  PL1026: {
    severity: 'error',
    title: 'Name that cannot be used',
    why: 'A file name with control characters, backslashes or bytes that are not UTF-8 cannot be named in YAML, in a URL or on every operating system.',
    mend: 'Rename the file.',
  },
});
