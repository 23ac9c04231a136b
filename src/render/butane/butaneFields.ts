/** Every key that Butane knows anywhere, for suggestions. Source: the schemas base v0_7 and fcos v1_7 of Butane in Ignition 2.27.0. */
export const butaneFields: readonly string[] = (
  'advertisement append boot_device certificate_authorities cex clevis compression config ' +
  'contents contents_local custom device devices dir_mode directories discard disks dropins ' +
  'enabled file_mode files filesystems format gecos gid group groups grub guid hard hash ' +
  'home_dir http_headers http_proxy http_response_headers http_total https_proxy id ignition ' +
  'inline kernel_arguments key_file label layout level links local luks mask merge mirror ' +
  'mode mount_options name needs_network no_create_home no_log_init no_proxy no_user_group ' +
  'number open_options options overwrite partitions passwd password_hash path pin ' +
  'primary_group proxy raid replace resize security shell should_exist should_not_exist ' +
  'size_mib source spares ssh_authorized_keys ssh_authorized_keys_local start_mib storage ' +
  'system systemd tang target threshold thumbprint timeouts tls tpm2 trees type_guid uid ' +
  'units url user users uuid value variant verification version wipe_filesystem ' +
  'wipe_partition_entry wipe_table wipe_volume with_mount_unit'
).split(' ');
