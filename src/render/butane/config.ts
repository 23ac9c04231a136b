/**
 * A Butane configuration of the variant `fcos` as plain data: the sections that the built-in base writes are typed,
 * what overlays add is carried as it is. Source: the Butane specification fcos 1.7.0.
 */
export interface ButaneConfig {
  variant: 'fcos';
  version: '1.7.0';
  kernel_arguments?: { should_exist?: string[]; should_not_exist?: string[] };
  passwd?: { users?: ButaneUser[]; groups?: ButaneGroup[] };
  storage?: {
    directories?: ButaneDirectory[];
    disks?: ButaneDisk[];
    files?: ButaneFile[];
    filesystems?: ButaneFilesystem[];
    links?: ButaneLink[];
    [section: string]: unknown;
  };
  systemd?: { units?: ButaneUnit[] };
  [section: string]: unknown;
}

export interface ButaneUser {
  name: string;
  ssh_authorized_keys?: string[];
  groups?: string[];
  password_hash?: string;
}

export interface ButaneGroup {
  name: string;
  gid?: number;
  system?: boolean;
}

export interface ButaneFile {
  path: string;
  mode?: number;
  overwrite?: boolean;
  user?: { name?: string; id?: number };
  group?: { name?: string; id?: number };
  contents?: { inline?: string; local?: string; source?: string };
}

export interface ButaneDirectory {
  path: string;
  mode?: number;
}

export interface ButaneLink {
  path: string;
  target: string;
  hard?: boolean;
  overwrite?: boolean;
}

export interface ButaneUnit {
  name: string;
  enabled?: boolean;
  mask?: boolean;
  contents?: string;
  dropins?: { name: string; contents?: string }[];
}

export interface ButaneDisk {
  device: string;
  wipe_table?: boolean;
  partitions?: { label?: string; number?: number; size_mib?: number; start_mib?: number; resize?: boolean }[];
}

export interface ButaneFilesystem {
  device: string;
  format: string;
  label?: string;
  path?: string;
  wipe_filesystem?: boolean;
  with_mount_unit?: boolean;
}
