import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeyPair, newKeys } from '../../../router/lab/keys.ts';
import { Api } from './api.ts';
import { writeCertificates } from './certificates.ts';
import { K3sControllers } from './controller.ts';
import { type Hardware, Machine } from './machine.ts';
import { LabNetwork } from './network.ts';
import { type Ask, administrator } from './requests.ts';
import { Server } from './server.ts';

/** What a machine is made with first: files by their paths, as it was installed before. */
export type FirstFiles = (hardware: Hardware) => Readonly<Record<string, string>>;

/** Servers with a real control plane in a network of their own. Everything ends with it. */
export class ClusterLab {
  readonly servers: readonly Server[];
  readonly api: Api;
  readonly controllers: K3sControllers;
  /** Whoever may log in to machines. */
  readonly login: KeyPair;
  readonly ask: Ask;
  readonly #folder: string;
  readonly #close: () => Promise<void>;

  private constructor(
    servers: readonly Server[],
    ask: Ask,
    login: KeyPair,
    folder: string,
    close: () => Promise<void>,
  ) {
    this.servers = servers;
    this.ask = ask;
    this.api = this.apis();
    this.login = login;
    this.#folder = folder;
    this.#close = close;
    this.controllers = new K3sControllers((except) => this.apis(except), servers);
  }

  /** Makes the machines, and founds a cluster of them. */
  static async start(machines: readonly Hardware[], files: FirstFiles): Promise<ClusterLab> {
    const folder = mkdtempSync(join(tmpdir(), 'pilotlight-cluster-'));
    const pki = join(folder, 'pki');
    mkdirSync(pki);
    const [login, network] = await Promise.all([
      newKeys(),
      LabNetwork.start(folder),
      writeCertificates(pki, machines),
    ]);
    const hosts = [
      '127.0.0.1 localhost',
      ...machines.map(({ address, hostname }) => `${address} ${hostname}`),
      '',
    ];
    const { ask, close } = administrator(network, pki);
    const servers = await Promise.all(
      machines.map(async (hardware) => {
        const root = join(folder, hardware.hostname);
        const around = { network, root, pki, hosts: hosts.join('\n'), login: `${login.public}\n` };
        const machine = await Machine.make(hardware, around);
        await machine.install(files(hardware));
        await machine.start();
        return new Server(machine, ask);
      }),
    );
    const lab = new ClusterLab(servers, ask, login, folder, async () => {
      close();
      await network.end();
    });
    try {
      await Server.found(servers);
    } catch (error) {
      const words = servers.flatMap(({ machine }) =>
        ['etcd', 'api-server', 'kubelet'].map((part) => `${part}: ${machine.lastWords(part)}`),
      );
      await lab.end();
      throw new Error(`no cluster came up\n${words.join('\n')}`, { cause: error });
    }
    return lab;
  }

  /** The API through whichever server answers, for somebody who asks on their own; through any but one. */
  apis(except?: string): Api {
    const all = this.servers.map(({ machine }) => machine.hardware);
    return new Api(
      this.ask,
      all.filter(({ hostname }) => hostname !== except),
    );
  }

  /** The API through each server. */
  eachApi(): readonly Api[] {
    return this.servers.map(({ machine }) => new Api(this.ask, [machine.hardware]));
  }

  server(hostname: string): Server {
    const found = this.servers.find(({ machine }) => machine.hardware.hostname.startsWith(hostname));
    if (found === undefined) throw new Error(hostname);
    return found;
  }

  async end(): Promise<void> {
    await this.controllers.end();
    for (const { machine } of this.servers) await machine.end();
    await this.#close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
