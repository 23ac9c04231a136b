import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A comment or an issue, as GitHub tells of it. */
export interface ModelText {
  id: number;
  number: number;
  title?: string;
  body: string;
  state: 'open' | 'closed';
  state_reason?: string;
  user: { login: string; id: number };
  pull_request?: object;
}

/** A small server that behaves as GitHub's API does where Pilotlight asks it. */
export class GithubModel {
  /** Of pull request 12. */
  comments: ModelText[] = [];
  issues: ModelText[] = [];
  /** Bundles by digest. */
  readonly attestations = new Map<string, unknown[]>();
  /** `GET /repos/lerenn/lab/issues/12/comments?per_page=100` */
  readonly asked: string[] = [];
  /** Who the token is. */
  viewer = { login: 'github-actions[bot]', databaseId: 41_898_282 };
  /** Whether the token may write. */
  mayWrite = true;
  /** Status that everything is answered with. */
  broken: number | undefined;
  readonly #server: Server;
  #next = 5000;

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Somebody's text that is there already. */
  text(body: string, by = this.viewer.login, more: Partial<ModelText> = {}): ModelText {
    const id = this.#next++;
    const user = { login: by, id: by === this.viewer.login ? this.viewer.databaseId : id };
    return { id, number: id, body, state: 'open', user, ...more };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://model');
    this.asked.push(`${request.method} ${request.url}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const say = (status: number, value?: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...this.#links(url) });
      response.end(value === undefined ? '' : JSON.stringify(value));
    };
    if (request.headers.authorization !== 'token a-token') return say(401, { message: 'Bad credentials' });
    if (this.broken !== undefined) return say(this.broken, { message: 'Unicorn!' });
    if (url.pathname === '/graphql') return say(200, { data: { viewer: this.viewer } });
    const path = url.pathname.replace(/^\/repos\/lerenn\/lab\//, '');
    if (request.method !== 'GET' && !this.mayWrite)
      return say(403, { message: 'Resource not accessible by integration' });
    const [status, value] = this.#do(request.method ?? '', path, url, text);
    say(status, value);
  }

  #do(method: string, path: string, url: URL, text: string): [number, unknown?] {
    const sent = (text === '' ? {} : JSON.parse(text)) as Partial<ModelText>;
    if (sent.body !== undefined && [...sent.body].length > 65_536)
      return [422, { message: 'Validation Failed: body is too long (maximum is 65536 characters)' }];
    if (path.startsWith('attestations/')) return this.#attested(decodeURIComponent(path));
    if (path === 'issues/12/comments') {
      if (method === 'GET') return [200, page(this.comments, url)];
      this.comments.push(this.text(sent.body ?? ''));
      return [201, this.comments.at(-1)];
    }
    if (path === 'issues') {
      if (method === 'GET')
        return [
          200,
          page(
            this.issues.filter(({ state }) => state === 'open'),
            url,
          ),
        ];
      this.issues.push(this.text(sent.body ?? '', undefined, { title: sent.title ?? '' }));
      return [201, this.issues.at(-1)];
    }
    const [, comment] = /^issues\/comments\/(\d+)$/.exec(path) ?? [];
    if (comment !== undefined && method === 'DELETE') {
      this.comments = this.comments.filter(({ id }) => id !== Number(comment));
      return [204];
    }
    const id = Number(comment ?? /^issues\/(\d+)$/.exec(path)?.[1]);
    const one = [...this.comments, ...this.issues].find((each) => each.id === id);
    if (one === undefined) return [404, { message: 'Not Found' }];
    Object.assign(one, sent);
    return [200, one];
  }

  #attested(path: string): [number, unknown] {
    const digest = /^attestations\/sha256:([0-9a-f]{64})$/.exec(path)?.[1] ?? '';
    const found = this.attestations.get(digest);
    if (found === undefined) return [404, { message: 'Not Found' }];
    return [200, { attestations: found.map((bundle) => ({ bundle, repository_id: 1 })) }];
  }

  /** GitHub tells of further pages in a header. */
  #links(url: URL): Record<string, string> {
    const all = url.pathname.endsWith('comments') ? this.comments : this.issues;
    const at = Number(url.searchParams.get('page') ?? 1);
    if (!/\/(comments|issues)$/.test(url.pathname) || all.length <= at * 100) return {};
    const address = this.#server.address() as AddressInfo;
    const next = new URL(url.href.replace('http://model', `http://127.0.0.1:${address.port}`));
    next.searchParams.set('page', String(at + 1));
    return { link: `<${next.href}>; rel="next"` };
  }
}

function page(all: readonly ModelText[], url: URL): readonly ModelText[] {
  const at = Number(url.searchParams.get('page') ?? 1);
  const size = Number(url.searchParams.get('per_page') ?? 30);
  return all.slice((at - 1) * size, at * size);
}
