import type { ButaneUnit } from '../butane/config.ts';

/**
 * Gives the scripts the SELinux label of programs before anything runs them: systemd refuses to run them with another.
 * `restorecon` does what the policy says; `chcon` has the last word where the policy does not know /var/usrlocal.
 */
export const labelUnit: ButaneUnit = {
  name: 'pilotlight-labels.service',
  enabled: true,
  contents: `[Unit]
Description=Give Pilotlight's scripts the SELinux label of programs
ConditionSecurity=selinux
Before=k3s-install.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=-/usr/sbin/restorecon -F /usr/local/bin/pilotlight-k3s-install /usr/local/bin/pilotlight-k3s-fetch
ExecStart=/usr/bin/chcon -t bin_t /usr/local/bin/pilotlight-k3s-install /usr/local/bin/pilotlight-k3s-fetch

[Install]
WantedBy=multi-user.target
`,
};

/**
 * Installs K3s once: the script writes the stamp only when all went well, and is started again until then.
 * It waits for no unit of K3s, as K3s's own installer writes and starts that one.
 */
export const installUnit: ButaneUnit = {
  name: 'k3s-install.service',
  enabled: true,
  contents: `[Unit]
Description=Install K3s and bootstrap or join its cluster
ConditionPathExists=!/var/lib/pilotlight/k3s-installed
Wants=network-online.target
Requires=pilotlight-labels.service
After=network-online.target pilotlight-labels.service
StartLimitIntervalSec=0

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/local/bin/pilotlight-k3s-install
Restart=on-failure
RestartSec=30
TimeoutStartSec=infinity
StandardOutput=journal
StandardError=journal

[Install]
WantedBy=multi-user.target
`,
};
