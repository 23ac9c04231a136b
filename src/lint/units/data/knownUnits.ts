const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Units of systemd itself, as its packages install them. A name that ends in `@` before the suffix is a template. */
const systemd = words(`
  -.mount -.slice autovt@.service basic.target blockdev@.target bluetooth.target boot-complete.target
  boot-efi.mount boot.mount console-getty.service cryptsetup-pre.target cryptsetup.target
  ctrl-alt-del.target dbus.service dbus.socket debug-shell.service default.target dev-hugepages.mount
  dev-mqueue.mount emergency.service emergency.target etc.mount exit.target factory-reset-now.target
  factory-reset.target final.target first-boot-complete.target fstrim.service fstrim.timer
  getty-pre.target getty.target getty@.service graphical.target halt.target hibernate.target
  hybrid-sleep.target imports-pre.target imports.target initrd-fs.target initrd-root-fs.target
  initrd-switch-root.target initrd.target integritysetup-pre.target integritysetup.target kexec.target
  kmod-static-nodes.service ldconfig.service local-fs-pre.target local-fs.target machine.slice
  machines.target modprobe@.service multi-user.target network-online.target network-pre.target
  network.target nss-lookup.target nss-user-lookup.target paths.target polkit.service poweroff.target
  printer.target proc-sys-fs-binfmt_misc.automount proc-sys-fs-binfmt_misc.mount quotaon-root.service
  quotaon.service quotaon@.service reboot.target remote-cryptsetup.target remote-fs-pre.target
  remote-fs.target remote-integritysetup.target remote-veritysetup.target rescue.service rescue.target
  runlevel0.target runlevel1.target runlevel2.target runlevel3.target runlevel4.target runlevel5.target
  runlevel6.target serial-getty@.service shutdown.target sigpwr.target sleep.target slices.target
  smartcard.target sockets.target soft-reboot.target sound.target ssh-access.target sshd.target
  storage-target-mode.target suspend-then-hibernate.target suspend.target swap.target
  sys-fs-fuse-connections.mount sys-kernel-config.mount sys-kernel-debug.mount sys-kernel-tracing.mount
  sysinit.target syslog.socket sysroot.mount system-update-cleanup.service system-update-pre.target
  system-update.target system.slice systemd-ask-password-console.path systemd-ask-password-console.service
  systemd-ask-password-wall.path systemd-ask-password-wall.service systemd-ask-password.socket
  systemd-backlight@.service systemd-battery-check.service systemd-binfmt.service
  systemd-bless-boot.service systemd-boot-check-no-failures.service systemd-boot-random-seed.service
  systemd-boot-update.service systemd-bsod.service systemd-confext.service systemd-coredump.socket
  systemd-coredump@.service systemd-creds.socket systemd-creds@.service systemd-cryptsetup@.service
  systemd-exit.service systemd-firstboot.service systemd-fsck-root.service systemd-fsck@.service
  systemd-growfs-root.service systemd-growfs@.service systemd-halt.service systemd-hibernate-clear.service
  systemd-hibernate-resume.service systemd-hibernate.service systemd-homed.service
  systemd-hostnamed.service systemd-hostnamed.socket systemd-hwdb-update.service
  systemd-hybrid-sleep.service systemd-importd.service systemd-journal-catalog-update.service
  systemd-journal-flush.service systemd-journal-gatewayd.service systemd-journal-gatewayd.socket
  systemd-journal-remote.service systemd-journal-remote.socket systemd-journal-upload.service
  systemd-journald-audit.socket systemd-journald-dev-log.socket systemd-journald-varlink@.socket
  systemd-journald.service systemd-journald.socket systemd-journald@.service systemd-journald@.socket
  systemd-kexec.service systemd-localed.service systemd-logind-varlink.socket systemd-logind.service
  systemd-machine-id-commit.service systemd-machined.service systemd-makefs@.service
  systemd-mkswap@.service systemd-modules-load.service systemd-mountfsd.socket systemd-mute-console.socket
  systemd-network-generator.service systemd-networkd-wait-online.service systemd-networkd.service
  systemd-nspawn@.service systemd-nsresourced.socket systemd-oomd.service systemd-oomd.socket
  systemd-pcrlock.socket systemd-pcrmachine.service systemd-pcrphase-initrd.service
  systemd-pcrphase-sysinit.service systemd-pcrphase.service systemd-portabled.service
  systemd-poweroff.service systemd-pstore.service systemd-quotacheck-root.service
  systemd-quotacheck@.service systemd-random-seed.service systemd-reboot.service
  systemd-remount-fs.service systemd-repart.service systemd-resolved.service systemd-rfkill.service
  systemd-rfkill.socket systemd-soft-reboot.service systemd-storagetm.service
  systemd-suspend-then-hibernate.service systemd-suspend.service systemd-sysctl.service
  systemd-sysext.service systemd-sysext.socket systemd-sysupdate-reboot.service systemd-sysupdate.service
  systemd-sysupdate.timer systemd-sysusers.service systemd-time-wait-sync.service
  systemd-timedated.service systemd-timesyncd.service systemd-tmpfiles-clean.service
  systemd-tmpfiles-clean.timer systemd-tmpfiles-setup-dev-early.service systemd-tmpfiles-setup-dev.service
  systemd-tmpfiles-setup.service systemd-tpm2-setup-early.service systemd-tpm2-setup.service
  systemd-udev-load-credentials.service systemd-udev-settle.service systemd-udev-trigger.service
  systemd-udevd-control.socket systemd-udevd-kernel.socket systemd-udevd-varlink.socket
  systemd-udevd.service systemd-update-done.service systemd-update-utmp-runlevel.service
  systemd-update-utmp.service systemd-user-sessions.service systemd-userdbd.service systemd-userdbd.socket
  systemd-vconsole-setup.service systemd-veritysetup@.service systemd-volatile-root.service
  systemd-zram-setup@.service time-set.target time-sync.target timers.target tmp.mount tpm2.target
  umount.target usb-gadget.target user-runtime-dir@.service user.slice user@.service usr.mount
  var-lib-nfs-rpc_pipefs.mount var.mount veritysetup-pre.target veritysetup.target
`);

/** Units of Fedora CoreOS: of its packages (manifests/ of coreos/fedora-coreos-config) and its overlays (overlay.d/). */
const coreos = words(`
  NetworkManager-config-initrd.service NetworkManager-dispatcher.service NetworkManager-initrd.service
  NetworkManager-wait-online.service NetworkManager.service afterburn-checkin.service
  afterburn-firstboot-checkin.service afterburn-sshkeys.target afterburn-sshkeys@.service
  afterburn.service audit-rules.service auditd.service auditd.target auth-rpcgss-module.service
  blk-availability.service bootloader-update.service bootupd.service bootupd.socket chrony-dnssrv@.service
  chrony-dnssrv@.timer chrony-wait.service chronyd-restricted.service chronyd.service
  clevis-luks-askpass.path clevis-luks-askpass.service console-login-helper-messages-gensnippet-if.service
  console-login-helper-messages-gensnippet-os-release.service
  console-login-helper-messages-gensnippet-ssh-keys.service console-login-helper-messages-issuegen.path
  console-login-helper-messages-issuegen.service containerd.service coreos-check-cgroups-version.service
  coreos-check-ssh-keys.service coreos-check-wireless-firmwares.service coreos-fix-selinux-labels.service
  coreos-generate-iscsi-initiatorname.service coreos-ignition-delete-config.service
  coreos-ignition-firstboot-complete.service coreos-ignition-write-issues.service
  coreos-installer-disable-device-auto-activation.service coreos-installer-noreboot.service
  coreos-installer-post.target coreos-installer-poweroff.service coreos-installer-pre.target
  coreos-installer-reboot.service coreos-installer.service coreos-installer.target
  coreos-liveiso-success.service coreos-platform-chrony-config.service coreos-populate-lvmdevices.service
  coreos-printk-quiet.service coreos-update-ca-trust.service dbus-broker.service dbus-daemon.service
  dm-event.service dm-event.socket dnsmasq.service docker.service docker.socket fwupd-refresh.service
  fwupd-refresh.timer fwupd.service gssproxy.service ignition-complete.target
  ignition-delete-config.service ignition-diskful.target ignition-firstboot-complete.service
  import-state.service irqbalance.service iscsi-init.service iscsi-onboot.service iscsi-starter.service
  iscsi.service iscsid.service iscsid.socket iscsiuio.service iscsiuio.socket kdump.service
  loadmodules.service logrotate.service logrotate.timer lvm-devices-import.path lvm-devices-import.service
  lvm2-lvmdbusd.service lvm2-lvmpolld.service lvm2-lvmpolld.socket lvm2-monitor.service
  mdadm-grow-continue@.service mdadm-last-resort@.service mdadm-last-resort@.timer
  mdcheck_continue.service mdcheck_continue.timer mdcheck_start.service mdcheck_start.timer mdmon@.service
  mdmonitor-oneshot.service mdmonitor-oneshot.timer mdmonitor.service multipathd-configure.service
  multipathd.service multipathd.socket netavark-dhcp-proxy.service netavark-dhcp-proxy.socket
  netavark-firewalld-reload.service nfs-blkmap.service nfs-client.target nfs-idmapd.service
  nfs-server.service nfs-utils.service nftables.service nis-domainname.service nm-cloud-setup.service
  nm-cloud-setup.timer nm-priv-helper.service nmstate.service nvmefc-boot-connections.service
  nvmf-autoconnect.service nvmf-connect-nbft.service nvmf-connect.target nvmf-connect@.service
  ostree-boot-complete.service ostree-finalize-staged-hold.service ostree-finalize-staged.path
  ostree-finalize-staged.service ostree-prepare-root.service ostree-remount.service
  ostree-state-overlay@.service plymouth-quit-wait.service plymouth-quit.service
  plymouth-read-write.service plymouth-start.service podman-auto-update.service podman-auto-update.timer
  podman-clean-transient.service podman-kube@.service podman-restart.service podman.service podman.socket
  raid-check.service raid-check.timer read-only-root.service rpc-gssd.service rpc-statd-notify.service
  rpc-statd.service rpc_pipefs.target rpcbind.service rpcbind.socket rpcbind.target
  rpm-ostree-bootstatus.service rpm-ostree-countme.service rpm-ostree-countme.timer
  rpm-ostree-fix-shadow-mode.service rpm-ostreed-automatic.service rpm-ostreed-automatic.timer
  rpm-ostreed.service rtas_errd.service selinux-autorelabel-mark.service selinux-autorelabel.service
  selinux-autorelabel.target selinux-check-proper-disable.service sshd-keygen.target sshd-keygen@.service
  sshd-unix-local.socket sshd.service sshd.socket sshd@.service sssd-autofs.socket sssd-kcm.service
  sssd-kcm.socket sssd-nss.service sssd-nss.socket sssd-pam.service sssd-ssh.socket sssd-sudo.socket
  sssd.service stalld.service tcsd.service tpm2-abrmd.service unbound-anchor.service unbound-anchor.timer
  wg-quick.target wg-quick@.service wpa_supplicant.service zincati.service zram-generator.service
`);

/** Units that K3s's install script writes at the first boot. */
const installedLater = words('k3s.service k3s-agent.service');

/** Units that exist on a Fedora CoreOS node without the configuration bringing them. */
export const knownUnits: ReadonlySet<string> = new Set([...systemd, ...coreos, ...installedLater]);
