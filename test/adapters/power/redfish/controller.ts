import type { TestCertificate } from '../web/certificate.ts';
import { type Received, type Reply, startServer, type TestServer } from '../web/server.ts';

/** What is odd about a controller. */
export interface Oddities {
  /** Answers that are given in place of the usual ones, each once, to requests that begin so: `PATCH /redfish/v1/Systems/1`. */
  readonly once?: [string, Reply][];
  /** The same, each time. */
  readonly always?: [string, Reply][];
  readonly system?: Readonly<Record<string, unknown>>;
  readonly systems?: readonly string[];
  readonly sessions?: boolean;
  /** The tag of the system, which a change has to name. */
  readonly etag?: string;
}

export interface TestController extends TestServer {
  /** `POST /redfish/v1/…`, without what only reads. */
  changes(): { readonly request: string; readonly body: unknown; readonly headers: Received['headers'] }[];
}

export const login = { user: 'admin', password: 'correct horse' };
export const token = 'the-token';
const sessionsPath = '/redfish/v1/SessionService/Sessions';
const actions = '/redfish/v1/Systems/1/Actions/ComputerSystem.Reset';

/** A controller as DSP0266 has it: sessions, one system, ETags where it is told one. */
export async function startController(
  { once = [], always = [], system = {}, systems = ['1'], sessions = true, etag }: Oddities = {},
  certificate?: TestCertificate,
): Promise<TestController> {
  let power = 'Off';
  let boot: Record<string, unknown> = {
    BootSourceOverrideEnabled: 'Disabled',
    BootSourceOverrideTarget: 'None',
    BootSourceOverrideMode: 'UEFI',
    'BootSourceOverrideTarget@Redfish.AllowableValues': ['None', 'Pxe', 'Hdd', 'UefiHttp'],
  };
  const systemResource = (id: string): object => ({
    '@odata.id': `/redfish/v1/Systems/${id}`,
    Id: id,
    Name: `System ${id}`,
    Manufacturer: 'Example',
    Model: 'Blade 3',
    PowerState: power,
    Boot: boot,
    Actions: {
      '#ComputerSystem.Reset': {
        target: actions,
        'ResetType@Redfish.AllowableValues': ['On', 'ForceOff', 'ForceRestart', 'GracefulRestart'],
      },
    },
    ...system,
  });
  const basic = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const isKnown = ({ headers }: Received): boolean =>
    headers['x-auth-token'] === token || headers.authorization === basic;

  const reset = (type: unknown): Reply => {
    power = type === 'ForceOff' ? 'Off' : 'On';
    return { status: 204 };
  };
  const patch = ({ headers, body }: Received): Reply => {
    if (etag !== undefined && headers['if-match'] !== etag) return { status: 412 };
    boot = { ...boot, ...(JSON.parse(body) as { Boot: object }).Boot };
    return { status: 200, body: {} };
  };
  const root = (): Reply => {
    const links = sessions ? { Links: { Sessions: { '@odata.id': sessionsPath } } } : {};
    return { body: { Systems: { '@odata.id': '/redfish/v1/Systems' }, ...links } };
  };
  const logIn = ({ body }: Received): Reply => {
    const { UserName, Password } = JSON.parse(body) as Record<string, string>;
    if (UserName !== login.user || Password !== login.password) return { status: 401 };
    // It knows itself by another name.
    const location = `https://192.0.2.9${sessionsPath}/7`;
    return { status: 201, headers: { 'x-auth-token': token, location }, body: {} };
  };
  const missing: Reply = { status: 404, body: { error: { message: 'no such resource' } } };
  const known: readonly (readonly [RegExp, (request: Received, id: string) => Reply])[] = [
    [/^DELETE \S+\/Sessions\/7$/, () => ({ status: 204 })],
    [
      /^GET \/redfish\/v1\/Systems$/,
      () => ({ body: { Members: systems.map((id) => ({ '@odata.id': `/redfish/v1/Systems/${id}` })) } }),
    ],
    [
      /^GET \/redfish\/v1\/Systems\/([^/]+)$/,
      (_request, id) =>
        systems.includes(id)
          ? { body: systemResource(id), headers: etag === undefined ? {} : { etag } }
          : missing,
    ],
    [/^PATCH \/redfish\/v1\/Systems\//, patch],
    [
      new RegExp(`^POST ${actions}$`),
      ({ body }) => reset((JSON.parse(body) as { ResetType: unknown }).ResetType),
    ],
  ];
  const usual = (request: Received): Reply => {
    const at = `${request.method} ${request.path}`;
    if (at === 'GET /redfish/v1/') return root();
    if (at === `POST ${sessionsPath}` && sessions) return logIn(request);
    if (!isKnown(request)) return { status: 401 };
    for (const [pattern, answer] of known) {
      const match = pattern.exec(at);
      if (match !== null) return answer(request, match[1] ?? '');
    }
    return missing;
  };
  const left = [...once];
  const server = await startServer((request) => {
    const at = `${request.method} ${request.path}`;
    const index = left.findIndex(([start]) => at.startsWith(start));
    if (index >= 0) return left.splice(index, 1)[0]?.[1] ?? {};
    return always.find(([start]) => at.startsWith(start))?.[1] ?? usual(request);
  }, certificate);
  return {
    ...server,
    changes: () =>
      server.received
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path, body, headers }) => ({
          request: `${method} ${path}`,
          body: body === '' ? undefined : (JSON.parse(body) as unknown),
          headers,
        })),
  };
}
