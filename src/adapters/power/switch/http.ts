import type { PoweredMachine, PowerState, PowerTools } from '../../../ports/power.ts';
import { Failure } from '../../../shared/failure.ts';
import { numberSetting, revealedMap, type Settings, secretSetting, textSetting } from '../settings.ts';
import { exchange, type WebAnswer } from '../web/exchange.ts';
import { trustOf } from '../web/trust.ts';
import type { MachineSwitch } from './switch.ts';

/** Seconds for an answer, and between off and on, where nothing else is said. */
const usual = { timeoutSeconds: 10, offSeconds: 10 };

/** A switched socket, or anything else that takes requests of HTTP. */
export function httpSwitch(
  settings: Settings,
  { hostname }: PoweredMachine,
  { reveal }: PowerTools,
): MachineSwitch {
  const trust = trustOf(settings);
  const send = async (request: Settings, signal?: AbortSignal): Promise<WebAnswer> => {
    const url = new URL(textSetting(request, 'url', ''));
    const method = textSetting(request, 'method', 'GET');
    const headers = { ...basicLogin(settings, reveal), ...revealedMap(request.headers, reveal) };
    const body = textSetting(request, 'body');
    const timeoutMilliseconds = numberSetting(request, 'timeoutSeconds', usual.timeoutSeconds) * 1000;
    const answer = await exchange({ url, method, headers, body, timeoutMilliseconds }, trust, signal);
    if (isSuccess(answer.status, request.statuses)) return answer;
    throw new Failure(
      'world',
      `${hostname}: ${method} ${url.origin}${url.pathname} is answered by status ${answer.status}`,
      {
        next: 'Try the request by hand; `statuses` lists what counts as done, where it is not 200 to 299.',
      },
    );
  };
  return {
    method: 'http',
    has: (action) => requests(settings[action]).length > 0,
    hasStatus: requests(settings.status).length > 0,
    pauseSeconds: numberSetting(settings, 'offSeconds', usual.offSeconds),
    tell: async (action, signal) => {
      for (const request of requests(settings[action])) await send(request, signal);
    },
    status: async (signal) => {
      const [request = {}] = requests(settings.status);
      return stateIn((await send(request, signal)).text, request);
    },
  };
}

function requests(written: unknown): readonly Settings[] {
  const all: readonly unknown[] = Array.isArray(written) ? written : [written];
  return all.filter((each): each is Settings => each !== null && typeof each === 'object');
}

function isSuccess(status: number, statuses: unknown): boolean {
  return Array.isArray(statuses) ? statuses.includes(status) : status >= 200 && status < 300;
}

/** What an answer tells, by the texts that the inventory expects in it. */
function stateIn(text: string, request: Settings): PowerState {
  const has = (key: 'on' | 'off'): boolean => {
    const wanted = textSetting(request, key);
    return wanted !== undefined && text.includes(wanted);
  };
  if (has('on') === has('off')) return 'unknown';
  return has('on') ? 'on' : 'off';
}

function basicLogin(settings: Settings, reveal: (secret: string) => string): Record<string, string> {
  const secret = secretSetting(settings, 'password');
  const user = textSetting(settings, 'user');
  if (secret === undefined || user === undefined) return {};
  return { authorization: `Basic ${Buffer.from(`${user}:${reveal(secret)}`).toString('base64')}` };
}
