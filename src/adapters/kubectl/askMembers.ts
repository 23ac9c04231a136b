import { kubectlScripts } from '../../generated/kubectlScripts.ts';
import type { ToldMembers } from '../../ports/kubectl.ts';
import type { RemoteShell } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';
import { lastLine } from '../lastLine.ts';
import { readMemberHealth } from './memberHealth.ts';
import { type ListedMember, readMemberList } from './memberList.ts';
import { serverFailure } from './serverFailure.ts';

/** Asks etcd of a server for its members, and each member whether it works. Two commands. */
export async function askMembers(
  shell: RemoteShell,
  hostname: string,
  dataFolder: string,
  signal?: AbortSignal,
): Promise<ToldMembers> {
  const run = async (script: string, parameters: readonly string[]): Promise<string> => {
    const words = [kubectlScripts.ask + script, 'pilotlight', dataFolder, ...parameters];
    const result = await shell.run(kubectlScripts['as-root'], words, signal === undefined ? {} : { signal });
    const failure = serverFailure(hostname, result);
    if (failure !== undefined) throw failure;
    if (result.status !== 0)
      throw new Failure(
        'world',
        `${hostname}: etcd cannot be asked: ${lastLine(result.stderr) || `exit code ${result.status}`}`,
      );
    return Buffer.from(result.stdout).toString('utf8').trim();
  };

  const told = await run(kubectlScripts.members, []);
  if (told === 'none') return { kind: 'none' };
  const listed = told.startsWith('list ') ? readMemberList(told.slice('list '.length)) : undefined;
  if (listed === undefined) return { kind: 'silent', why: lastLine(told.replace(/^(silent|list) /, '')) };
  const urls = [...new Set(listed.flatMap(({ clientUrl }) => clientUrl ?? []))];
  const healthy = readMemberHealth(urls.length === 0 ? '' : await run(kubectlScripts.health, urls));
  return { kind: 'members', members: listed.map((member) => withHealth(member, healthy)) };
}

function withHealth({ clientUrl, ...member }: ListedMember, healthy: ReadonlySet<string>) {
  return { ...member, healthy: clientUrl !== undefined && healthy.has(clientUrl) };
}
