import { kubectlScripts } from '../../generated/kubectlScripts.ts';
import type { K3sServer } from '../../ports/kubectl.ts';
import type { RemoteShell } from '../../ports/remoteShell.ts';
import { askMembers } from './askMembers.ts';
import { serverFailure } from './serverFailure.ts';

/** What is known of a server beforehand. */
export interface K3sServerOptions {
  /** FQDN. */
  readonly hostname: string;
  /** K3s's own setting `data-dir`; where it puts its data else. */
  readonly dataFolder?: string;
}

/** The API server may take its time for a call, and kubectl waits by itself when it is told to come back later. */
const idleMilliseconds = 180_000;

/** kubectl and etcd of the server that a shell reaches, whoever is logged in: what has to be root goes through sudo. */
export function overSsh(
  shell: RemoteShell,
  { hostname, dataFolder = '/var/lib/rancher/k3s' }: K3sServerOptions,
): K3sServer {
  return {
    kubectl: {
      name: hostname,
      run: async (arguments_, options = {}) => {
        const result = await shell.run(kubectlScripts.kubectl, arguments_, { idleMilliseconds, ...options });
        const failure = serverFailure(hostname, result);
        if (failure !== undefined) throw failure;
        const { status, stdout, stderr } = result;
        return { status, stdout: Buffer.from(stdout).toString('utf8'), stderr };
      },
      reconnect: (signal) => shell.reconnect(signal),
      close: () => shell.close(),
    },
    etcd: { members: (signal) => askMembers(shell, hostname, dataFolder, signal) },
  };
}
