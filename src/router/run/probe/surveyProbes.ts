import type { RouterSurvey } from '../../../ports/router.ts';
import type { ProbeRequest, ProbeResult } from './probe.ts';

/** What the router says of itself: which services run, what dnsmasq was told, which ports are bound. */
export function surveyProbes(request: ProbeRequest, survey: RouterSurvey): ProbeResult[] {
  return [services(request, survey), dnsmasq(request, survey), ports(request, survey)].flat();
}

function services({ services: wanted }: ProbeRequest, { services: told }: RouterSurvey): ProbeResult[] {
  if (wanted.length === 0 || told.trim() === '') return [];
  const running = runningServices(told);
  const missing = wanted.filter((name) => !running.has(name));
  if (missing.length === 0) return [ok('services', `${wanted.join(' and ')} run`)];
  return [failed('services', `${missing.join(' and ')} does not run on the router`)];
}

/** Names in what `ubus call service list` prints, an object each time it was asked, whose instances say `running`. */
function runningServices(told: string): Set<string> {
  const names = new Set<string>();
  for (const text of told.split(/\n(?=\{)/)) {
    for (const [name, service] of Object.entries(parsed(text))) {
      const instances = Object.values((service as Services[string])?.instances ?? {});
      if (instances.some((instance) => instance?.running === true)) names.add(name);
    }
  }
  return names;
}

type Services = Record<string, { instances?: Record<string, { running?: boolean } | null> } | null>;

function parsed(text: string): Services {
  try {
    return (JSON.parse(text) as Services | null) ?? {};
  } catch {
    return {};
  }
}

function dnsmasq({ dnsmasqLines }: ProbeRequest, { dnsmasq: text }: RouterSurvey): ProbeResult[] {
  if (dnsmasqLines.length === 0) return [];
  const lines = new Set(text.split('\n').map((line) => line.trim()));
  const missing = dnsmasqLines.filter((line) => !lines.has(line));
  if (missing.length === 0) return [ok('dnsmasq', 'dnsmasq was started with our lines')];
  return [failed('dnsmasq', `dnsmasq was not started with the line \`${missing[0]}\``)];
}

function ports({ udpPorts, tcpPorts }: ProbeRequest, survey: RouterSurvey): ProbeResult[] {
  const missing = [
    ...udpPorts.filter((port) => !survey.udpPorts.includes(port)).map((port) => `UDP port ${port}`),
    ...tcpPorts.filter((port) => !survey.tcpPorts.includes(port)).map((port) => `TCP port ${port}`),
  ];
  if (missing.length > 0) return [failed('ports', `nothing on the router listens on ${missing.join(', ')}`)];
  if (udpPorts.length + tcpPorts.length === 0) return [];
  return [ok('ports', `the router listens on ${[...udpPorts, ...tcpPorts].join(', ')}`)];
}

function ok(name: ProbeResult['name'], message: string): ProbeResult {
  return { name, state: 'ok', message };
}

function failed(name: ProbeResult['name'], message: string): ProbeResult {
  return { name, state: 'failed', message };
}
