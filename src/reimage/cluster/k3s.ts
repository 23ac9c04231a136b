/** Names that K3s gives to what it keeps on its Nodes. Source: k3s pkg/etcd and pkg/nodepassword. */
export const k3sNames = {
  /** Label of Nodes whose servers run etcd. */
  etcdLabel: 'node-role.kubernetes.io/etcd',
  /** The member of etcd that runs on a Node, by its name. */
  memberName: 'etcd.k3s.cattle.io/node-name',
  memberAddress: 'etcd.k3s.cattle.io/node-address',
  /** With the value `true`: the member is to leave etcd. */
  remove: 'etcd.k3s.cattle.io/remove',
  /** The member that left, by its name. */
  removed: 'etcd.k3s.cattle.io/removed-node-name',
  /** Condition of a Node whose member votes. */
  voter: 'EtcdIsVoter',
} as const;

/** The secret that holds the password a node has shown when it joined: one of another password may not join by its name. */
export function passwordSecretName(node: string): string {
  return `${node}.node-password.k3s`.toLowerCase();
}
