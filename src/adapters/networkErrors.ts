/** What an error of a socket or of a name's look-up means, in words; undefined for other errors. */
export function explainNetworkError(error: unknown): string | undefined {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? networkErrors[code] : undefined;
}

const networkErrors: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused: nothing listens there',
  ECONNRESET: 'the connection was reset by the other side',
  ECONNABORTED: 'the connection was aborted',
  EPIPE: 'the connection was closed by the other side',
  ETIMEDOUT: 'there was no answer in time',
  EHOSTUNREACH: 'there is no route to it, or it is switched off',
  ENETUNREACH: 'there is no route to its network',
  ENETDOWN: 'the network is down',
  EADDRNOTAVAIL: 'this machine has no address to reach it from',
  EACCES: 'this machine may not connect there: a firewall forbids it',
  EPERM: 'this machine may not connect there: a firewall forbids it',
  ENOTFOUND: 'its name cannot be found',
  EAI_AGAIN: 'its name cannot be looked up now: the name server does not answer',
};
