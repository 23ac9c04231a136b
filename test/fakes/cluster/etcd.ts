import type { EtcdQuestions, ToldMembers } from '../../../src/ports/kubectl.ts';
import type { Model, ModelMember } from './model.ts';

/** Whether etcd still takes writes. */
export function hasQuorum({ members }: Model): boolean {
  const voters = members.filter(({ learner }) => !learner);
  return voters.filter(({ up }) => up).length >= Math.floor(voters.length / 2) + 1;
}

/** What etcd says of the removal of a member: undefined when it did it. */
export function removeFromEtcd(model: Model, member: ModelMember): string | undefined {
  if (!hasQuorum(model)) return 'etcdserver: request timed out';
  const rest = model.members.filter((each) => each !== member);
  const voters = rest.filter(({ learner }) => !learner);
  if (voters.length === 0) return 'etcdserver: re-configuration failed due to not enough started members';
  if (!hasQuorum({ ...model, members: rest })) return 'etcdserver: unhealthy cluster';
  model.members = rest;
  return undefined;
}

/** The questions of a server of the model. `silent` says why it does not answer; `lies` changes what it says. */
export function modelEtcd(
  model: Model,
  faults: { silent?: string; lies?: (told: ToldMembers) => ToldMembers } = {},
): EtcdQuestions {
  return {
    members: async () => {
      if (faults.silent !== undefined) return { kind: 'silent', why: faults.silent };
      const members = model.members.map(({ id, name, address, learner, up }) => {
        return { id, name, peerUrls: [`https://${address}:2380`], learner, healthy: up && hasQuorum(model) };
      });
      const told: ToldMembers = { kind: 'members', members };
      return faults.lies === undefined ? told : faults.lies(told);
    },
  };
}
