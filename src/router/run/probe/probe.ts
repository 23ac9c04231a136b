/** What a router that boots nodes has to answer, and where. */
export interface ProbeRequest {
  /** What iPXE asks first: `<router.url>/cgi-bin/boot`, or `<router.url>/tftp/boot.ipxe` in static mode; undefined where somebody else serves HTTP. */
  readonly bootUrl: string | undefined;
  /** A file that firmware loads: `snponly.efi`. */
  readonly tftp: { readonly host: string; readonly port?: number; readonly path: string } | undefined;
  /** Lines that dnsmasq's generated configuration has to have, each whole. */
  readonly dnsmasqLines: readonly string[];
  /** Services that have to run. */
  readonly services: readonly string[];
  /** Ports that have to be bound on the router: 67 and 69; the port of router.url. */
  readonly udpPorts: readonly number[];
  readonly tcpPorts: readonly number[];
}

/** What was probed. */
export type ProbeName = 'ssh' | 'services' | 'dnsmasq' | 'ports' | 'http' | 'tftp';

/** What a probe found. */
export interface ProbeResult {
  readonly name: ProbeName;
  /** `unknown`: it cannot be told from here, and what can be told on the router is right. Only `failed` keeps a change from being confirmed. */
  readonly state: 'ok' | 'failed' | 'unknown';
  /** One sentence. */
  readonly message: string;
}
