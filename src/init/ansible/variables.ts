/** What a variable says of a machine or a site, by the names that inventories for K3s, Debian and network boot use. */
export type Meaning = 'mac' | 'address' | 'installDisk' | 'architecture' | 'k3sVersion' | 'authorizedKeys';

const meanings: Readonly<Record<Meaning, readonly string[]>> = {
  mac: [
    'mac',
    'macs',
    'mac_address',
    'mac_addresses',
    'macaddress',
    'hwaddr',
    'hw_address',
    'pxe_mac',
    'boot_mac',
    'ansible_mac',
  ],
  address: [
    'ip',
    'ip_address',
    'ipv4',
    'ipv4_address',
    'address',
    'node_ip',
    'static_ip',
    'ansible_host',
    'ansible_ssh_host',
  ],
  installDisk: [
    'install_disk',
    'installdisk',
    'install_dev',
    'coreos_install_dev',
    'root_disk',
    'boot_disk',
    'system_disk',
    'disk',
  ],
  architecture: ['arch', 'architecture'],
  k3sVersion: ['k3s_version', 'k3s_release_version', 'k3s_version_tag'],
  authorizedKeys: ['ssh_authorized_keys', 'authorized_keys', 'ssh_public_keys', 'ssh_keys'],
};

/** The best comes first: of two addresses, the one that says more plainly what it is. */
const order = new Map(
  Object.values(meanings).flatMap((names) => names.map((name, index) => [name, index] as const)),
);

const byName = new Map(
  Object.entries(meanings).flatMap(([meaning, names]) =>
    names.map((name) => [name, meaning as Meaning] as const),
  ),
);

/** What a variable means here; undefined where nothing is made of it. */
export function meaningOf(name: string): Meaning | undefined {
  return byName.get(name.toLowerCase());
}

/** How plainly a name says what it means: less is better. */
export function plainness(name: string): number {
  return order.get(name.toLowerCase()) ?? Number.POSITIVE_INFINITY;
}

/** Why a variable is not carried over. Only its name is looked at, so that nothing secret is told. */
export function reasonAgainst(name: string): string {
  if (/^ansible_/.test(name)) return 'it says how Ansible connects, which nothing needs here';
  if (/token|password|passwd|secret|_key$|become_pass/i.test(name))
    return 'it may be a secret: give it by name, as SECRETS.md says';
  if (/^(k3s_|extra_|server_|agent_|cluster_|flannel|metal_lb|kube_vip|cilium|calico)/.test(name)) {
    return 'look for its counterpart among the settings of k3s in site.yaml';
  }
  return 'nothing here has that meaning';
}
