import type { ToldMember } from '../../ports/kubectl.ts';

/** A member of etcd before it was asked for its health. */
export interface ListedMember extends Omit<ToldMember, 'healthy'> {
  /** Where it answers clients; undefined while it has not started. */
  readonly clientUrl: string | undefined;
}

/** What etcd's gateway answers to /v3/cluster/member/list; what is false or empty is left out. */
interface Answer {
  readonly members?: readonly {
    /** Decimal, as a text: it has 64 bits. */
    readonly ID?: string;
    readonly name?: string;
    readonly peerURLs?: readonly string[];
    readonly clientURLs?: readonly string[];
    readonly isLearner?: boolean;
  }[];
}

/** Reads a list of members; undefined where it is none. */
export function readMemberList(text: string): readonly ListedMember[] | undefined {
  try {
    const { members } = JSON.parse(text) as Answer;
    if (!Array.isArray(members) || members.length === 0) return undefined;
    return (members as NonNullable<Answer['members']>).map((member) => ({
      id: BigInt(member.ID ?? '').toString(16),
      name: member.name ?? '',
      peerUrls: member.peerURLs ?? [],
      learner: member.isLearner === true,
      clientUrl: member.clientURLs?.find((url) => /^https?:\/\/[\w.:[\]-]+$/.test(url)),
    }));
  } catch {
    return undefined;
  }
}
