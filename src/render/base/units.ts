import type { ButaneUnit } from '../butane/config.ts';
import { freshPath } from './fresh.ts';

/** What the scripts leave when a step is done. */
const stamps = ['first-boot-reported', 'k3s-fetched', 'k3s-installed', 'reported'];

/** Where the scripts that units run stand. */
const programs = '/usr/local/bin';

/**
 * Gives the scripts the SELinux label of programs before anything runs them: systemd refuses to run them with another.
 * `restorecon` does what the policy says; `chcon` has the last word where the policy does not know /var/usrlocal.
 */
function labelUnit(scripts: readonly string[]): ButaneUnit {
  const paths = scripts.map((name) => `${programs}/${name}`).join(' ');
  return {
    name: 'pilotlight-labels.service',
    enabled: true,
    contents: `[Unit]
Description=Give Pilotlight's scripts the SELinux label of programs
ConditionSecurity=selinux

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=-/usr/sbin/restorecon -F ${paths}
ExecStart=/usr/bin/chcon -t bin_t ${paths}

[Install]
WantedBy=multi-user.target
`,
  };
}

/**
 * Forgets what an earlier installation did, where /var outlived this one: its stamps would say that all is done. Ignition, which runs once
 * an installation, writes the file that asks for it.
 */
const freshUnit: ButaneUnit = {
  name: 'pilotlight-fresh.service',
  enabled: true,
  contents: `[Unit]
Description=Forget what an earlier installation did
ConditionPathExists=${freshPath}

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/rm -f ${stamps.map((name) => `/var/lib/pilotlight/${name}`).join(' ')}
ExecStart=/usr/bin/rm -f ${freshPath}

[Install]
WantedBy=multi-user.target
`,
};

/**
 * Tells the gate that the node is up, with the key of its SSH server. Nothing waits for it: a node without a gate that hears it comes up
 * all the same. `sshd-keygen.target` is ordered, not wanted: the SSH server wants it, and without one there is no key to tell.
 */
const firstBootUnit: ButaneUnit = {
  name: 'pilotlight-first-boot.service',
  enabled: true,
  contents: `[Unit]
Description=Tell the router that this node is up, and its SSH host key
ConditionPathExists=!/var/lib/pilotlight/first-boot-reported
Wants=network-online.target pilotlight-fresh.service pilotlight-labels.service
After=network-online.target pilotlight-fresh.service pilotlight-labels.service sshd-keygen.target
StartLimitIntervalSec=0

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${programs}/pilotlight-report first-boot
Restart=on-failure
RestartSec=60
TimeoutStartSec=infinity

[Install]
WantedBy=multi-user.target
`,
};

/**
 * Fetches K3s. A unit that requires this one would not come back when this one fails once, so it starts the next step itself, and that
 * step looks whether the files are there. Nor does `OnFailure=` work together with `Restart=`: what ended badly is told by `ExecStopPost=`.
 */
const fetchUnit: ButaneUnit = {
  name: 'pilotlight-k3s-fetch.service',
  enabled: true,
  contents: `[Unit]
Description=Fetch K3s and check it
ConditionPathExists=!/var/lib/pilotlight/k3s-fetched
Wants=network-online.target pilotlight-fresh.service pilotlight-labels.service
After=network-online.target pilotlight-fresh.service pilotlight-labels.service
StartLimitIntervalSec=0

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${programs}/pilotlight-k3s-fetch
ExecStartPost=-/usr/bin/systemctl start --no-block pilotlight-k3s-install.service
ExecStopPost=-${programs}/pilotlight-report failed %n
Restart=on-failure
RestartSec=30
TimeoutStartSec=infinity

[Install]
WantedBy=multi-user.target
`,
};

/**
 * Installs K3s once: the script writes the stamp only when all went well, and is started again until then.
 * It waits for no unit of K3s, as K3s's own installer writes that one.
 */
const installUnit: ButaneUnit = {
  name: 'pilotlight-k3s-install.service',
  enabled: true,
  contents: `[Unit]
Description=Install K3s and found or join its cluster
ConditionPathExists=/var/lib/pilotlight/k3s-fetched
ConditionPathExists=!/var/lib/pilotlight/k3s-installed
Wants=network-online.target pilotlight-fresh.service pilotlight-labels.service
After=network-online.target pilotlight-fresh.service pilotlight-labels.service pilotlight-k3s-fetch.service
StartLimitIntervalSec=0

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${programs}/pilotlight-k3s-install
ExecStartPost=-/usr/bin/systemctl start --no-block pilotlight-ready.service
ExecStopPost=-${programs}/pilotlight-report failed %n
Restart=on-failure
RestartSec=30
TimeoutStartSec=infinity

[Install]
WantedBy=multi-user.target
`,
};

/** Tells the gate that the node is all that it should be; with K3s once that is installed, which is when the installation starts it. */
function readyUnit(k3s: boolean): ButaneUnit {
  const condition = k3s ? 'ConditionPathExists=/var/lib/pilotlight/k3s-installed\n' : '';
  return {
    name: 'pilotlight-ready.service',
    enabled: true,
    contents: `[Unit]
Description=Tell the router that this node is done
${condition}Wants=network-online.target pilotlight-fresh.service pilotlight-labels.service
After=network-online.target pilotlight-fresh.service pilotlight-labels.service${k3s ? ' pilotlight-k3s-install.service' : ''}
StartLimitIntervalSec=0

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${programs}/pilotlight-report done
Restart=on-failure
RestartSec=60
TimeoutStartSec=infinity

[Install]
WantedBy=multi-user.target
`,
  };
}

/** The units of the first boot of a node with K3s. */
export const k3sUnits: readonly ButaneUnit[] = [
  freshUnit,
  labelUnit(['pilotlight-report', 'pilotlight-k3s-fetch', 'pilotlight-k3s-install']),
  firstBootUnit,
  fetchUnit,
  installUnit,
  readyUnit(true),
];

/** The units of the first boot of a node without K3s. */
export const plainUnits: readonly ButaneUnit[] = [
  freshUnit,
  labelUnit(['pilotlight-report']),
  firstBootUnit,
  readyUnit(false),
];
