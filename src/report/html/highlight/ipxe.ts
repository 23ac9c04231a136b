import type { LanguageFn } from 'highlight.js';

/** Commands of iPXE that its scripts here use, and those that people write. Source: ipxe.org/cmd. */
const commands =
  'boot chain config cpair console colour choose dhcp echo exit form goto ifclose ifconf ifopen ifstat imgargs imgextract imgfetch imgfree imgselect imgstat imgtrust imgverify inc initrd iseq isset item kernel login menu module nslookup ntp param params ping pciscan poweroff present prompt read reboot route sanboot sanhook sanunhook set shell show sleep sync time vcreate vdestroy';

/** The scripts of iPXE: highlight.js knows none. */
export const ipxe: LanguageFn = (hljs) => ({
  name: 'iPXE',
  contains: [
    { scope: 'meta', begin: /^#!ipxe/ },
    hljs.COMMENT('^\\s*#', '$'),
    { scope: 'title', begin: /^\s*:[\w.-]+/ },
    { scope: 'variable', begin: /\$\{/, end: /\}/ },
    {
      scope: 'keyword',
      begin: new RegExp(`(?<=^\\s*|&&\\s|\\|\\|\\s)(?:${commands.replaceAll(' ', '|')})\\b`),
    },
    { scope: 'operator', begin: /\|\||&&/ },
    { scope: 'link', begin: /\bhttps?:\/\/[^\s$]+/ },
    { scope: 'attr', begin: /(?<=\s)(?:--?[a-z][a-z-]*|[a-z][\w.-]*(?==))/ },
  ],
});
