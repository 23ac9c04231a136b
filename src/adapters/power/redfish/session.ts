import { Failure } from '../../../shared/failure.ts';
import { type RedfishClient, type RedfishPlace, redfishClient } from './client.ts';
import { RedfishRefusal } from './refusal.ts';
import { linkBelow } from './resource.ts';

/** How a controller is to know who asks. */
export type RedfishLogin =
  | { readonly kind: 'none' }
  | {
      /** `usual`: a session, or Basic where the controller has none. */
      readonly kind: 'usual' | 'session' | 'basic';
      readonly user: string;
      readonly password: string;
    };

/** Where every controller begins (DSP0266). */
export const rootPath = '/redfish/v1/';
const usualSessions = '/redfish/v1/SessionService/Sessions';

/** Uses a controller as somebody, and logs out: a controller has room for few sessions. */
export async function withRedfish<T>(
  place: RedfishPlace,
  login: RedfishLogin,
  use: (client: RedfishClient) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  if (login.kind === 'none') return use(redfishClient(place, {}, signal));
  const basic = {
    authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`,
  };
  if (login.kind === 'basic') return use(redfishClient(place, basic, signal));
  const session = await openSession(place, login, signal);
  if (session === undefined) {
    if (login.kind === 'usual') return use(redfishClient(place, basic, signal));
    throw new Failure('world', `${place.origin} has no sessions`, {
      next: 'Set `authentication: basic`, or leave it out.',
    });
  }
  const headers = { 'x-auth-token': session.token };
  try {
    return await use(redfishClient(place, headers, signal));
  } finally {
    // It ends by itself in some minutes where this fails. Also after an abort: then nobody else would.
    if (session.path !== undefined) {
      await redfishClient({ ...place, timeoutMilliseconds: 5_000 }, headers)
        .send('DELETE', session.path)
        .catch(() => {});
    }
  }
}

interface Session {
  readonly token: string;
  /** Where it is ended. */
  readonly path: string | undefined;
}

/** Logs in; undefined where the controller has no sessions. */
async function openSession(
  place: RedfishPlace,
  { user, password }: { readonly user: string; readonly password: string },
  signal: AbortSignal | undefined,
): Promise<Session | undefined> {
  const stranger = redfishClient(place, {}, signal);
  const path = await sessionsPath(stranger);
  if (path === undefined) return undefined;
  try {
    const { headers } = await stranger.send('POST', path, { UserName: user, Password: password });
    const token = headers['x-auth-token'];
    if (typeof token !== 'string') return undefined;
    return { token, path: pathOf(headers.location, place.origin) };
  } catch (error) {
    if (error instanceof RedfishRefusal && [404, 405, 501].includes(error.status)) return undefined;
    throw error;
  }
}

/** Where sessions are made, as the root tells. Some controllers show even that to nobody whom they do not know. */
async function sessionsPath(stranger: RedfishClient): Promise<string | undefined> {
  try {
    const { resource } = await stranger.get(rootPath);
    const told = linkBelow(resource, 'Links', 'Sessions');
    return told ?? (linkBelow(resource, 'SessionService') === undefined ? undefined : usualSessions);
  } catch (error) {
    if (error instanceof RedfishRefusal && [401, 403].includes(error.status)) return usualSessions;
    throw error;
  }
}

/** The path of a location: a controller may know itself by another name than we do. */
function pathOf(location: string | undefined, origin: string): string | undefined {
  return location !== undefined && URL.canParse(location, origin)
    ? new URL(location, origin).pathname
    : undefined;
}
