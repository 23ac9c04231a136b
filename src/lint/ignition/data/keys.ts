const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Keys of Butane (fcos 1.x) and of Ignition (3.x), for did-you-mean. Source: their specifications. */
export const configurationKeys: readonly string[] = words(`
  variant version ignition config merge replace source compression http_headers httpHeaders verification hash
  timeouts http_response_headers httpResponseHeaders http_total httpTotal security tls certificate_authorities
  certificateAuthorities proxy http_proxy httpProxy https_proxy httpsProxy no_proxy noProxy
  storage disks device wipe_table wipeTable partitions label number size_mib sizeMiB start_mib startMiB type_guid
  typeGuid guid wipe_partition_entry wipePartitionEntry should_exist shouldExist resize raid level devices spares
  options filesystems format path wipe_filesystem wipeFilesystem uuid mount_options mountOptions with_mount_unit
  files overwrite contents inline local mode user group id name append directories links target hard luks key_file
  keyFile wipe_volume wipeVolume discard open_options openOptions clevis tang url thumbprint advertisement tpm2
  threshold custom pin needs_network needsNetwork cex enabled trees
  systemd units mask contents_local dropins
  passwd users password_hash passwordHash ssh_authorized_keys sshAuthorizedKeys ssh_authorized_keys_local uid gecos
  home_dir homeDir no_create_home noCreateHome primary_group primaryGroup groups no_user_group noUserGroup
  no_log_init noLogInit shell system gid
  kernel_arguments kernelArguments should_not_exist shouldNotExist boot_device layout mirror grub
`);
