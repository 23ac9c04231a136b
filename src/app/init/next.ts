import type { InitReport, NextLine } from '../../report/initReport.ts';

/** What is left to do after an inventory was written, in order. */
export function nextLines(
  folder: string,
  left: InitReport['left'],
  {
    pinned,
    storage,
    around,
    router,
  }: {
    readonly pinned: boolean;
    readonly storage: boolean;
    readonly around: boolean;
    /** Its address. */
    readonly router: string;
  },
): NextLine[] {
  const pilotlight = (command: string): string =>
    `pilotlight${folder === 'inventory' ? '' : ` -i ${folder}`} ${command}`;
  const withoutDisk = left
    .filter(({ code }) => code === 'PL1248')
    .map(({ place }) => place.replace(/:\d+$/, ''));
  const unlocked = left.some(({ code }) => code === 'PL1264' || code === 'PL1270');
  return [
    ...withoutDisk.map((file) => ({
      command: `edit ${file}`,
      what: 'name the disk that is erased: installDisk',
    })),
    ...(unlocked
      ? [
          {
            command: pilotlight('images lock'),
            what: 'pin Fedora CoreOS, K3s and iPXE by hash; asks the internet',
          },
        ]
      : []),
    { command: pilotlight('check'), what: 'find every mistake; works without a network' },
    ...(around ? [{ command: 'see SECRETS.md', what: 'which secrets to give, and where' }] : []),
    ...(pinned
      ? []
      : [
          {
            command: `ssh-keyscan ${router}`,
            what: 'what to pin under router.ssh.hostKeys, compared with the router itself',
          },
        ]),
    ...(storage
      ? []
      : [{ command: 'plug in a USB storage', what: 'ext4 is best; the router serves the images from it' }]),
    { command: pilotlight('router plan'), what: 'what setting the router up would change on it' },
    {
      command: pilotlight('router apply --install-packages'),
      what: 'set it up; it takes the change back unless all answers',
    },
    { command: pilotlight('images fetch'), what: 'fetch what machines are installed from' },
    { command: pilotlight('deploy'), what: 'bring the release to the router' },
    { command: pilotlight('doctor'), what: 'what is still missing, at any time, in order' },
  ];
}
