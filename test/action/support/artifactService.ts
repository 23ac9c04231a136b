import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** An artifact that was uploaded. */
export interface StoredArtifact {
  readonly name: string;
  /** When it goes, as the client said; undefined for the repository's own setting. */
  readonly expiresAt: string | undefined;
  readonly hash: string | undefined;
  readonly zip: Buffer;
}

/** GitHub's results service and its blob storage, as far as uploading an artifact goes. */
export interface ArtifactService {
  readonly environment: Readonly<Record<string, string>>;
  readonly artifacts: readonly StoredArtifact[];
  readonly signature: string;
}

const signature = 'c2lnbmF0dXJl+/=';
const token = ['{}', '{"scp":"Actions.Results:run-1:job-1"}', 'x']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

/**
 * Starts the service on the loopback interface until the test ends.
 *
 * @param taken names of artifacts that are there already
 */
export async function startArtifactService(taken: readonly string[] = []): Promise<ArtifactService> {
  const artifacts: StoredArtifact[] = [];
  const created = new Map<string, string | undefined>();
  const blocks = new Map<string, Map<string, Buffer>>();
  const blobs = new Map<string, Buffer>();
  let origin = '';

  function create(body: Readonly<Record<string, unknown>>): Answer {
    const name = String(body.name);
    if (taken.includes(name) || created.has(name)) {
      return { status: 409, body: { msg: 'an artifact with this name already exists on the workflow run' } };
    }
    created.set(name, body.expires_at as string | undefined);
    const query = new URLSearchParams({ sig: signature });
    return { body: { ok: true, signed_upload_url: `${origin}/blobs/${encodeURIComponent(name)}?${query}` } };
  }

  function finalize(body: Readonly<Record<string, unknown>>): Answer {
    const name = String(body.name);
    const zip = blobs.get(name);
    if (zip === undefined || Number(body.size) !== zip.length) return { status: 400, body: { msg: 'size' } };
    artifacts.push({ name, expiresAt: created.get(name), hash: body.hash as string | undefined, zip });
    return { body: { ok: true, artifact_id: String(100 + artifacts.length) } };
  }

  function store(url: URL, bytes: Buffer): Answer {
    if (url.searchParams.get('sig') !== signature) return { status: 403, body: {} };
    const name = decodeURIComponent(url.pathname.slice('/blobs/'.length));
    const parts = blocks.get(name) ?? new Map<string, Buffer>();
    blocks.set(name, parts);
    if (url.searchParams.get('comp') === 'block') {
      parts.set(url.searchParams.get('blockid') ?? '', bytes);
    } else {
      const ids = [...bytes.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id = '']) => id);
      blobs.set(name, Buffer.concat(ids.map((id) => parts.get(id) ?? Buffer.alloc(0))));
    }
    return { status: 201, body: undefined };
  }

  function answer(request: IncomingMessage, bytes: Buffer): Answer {
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname.startsWith('/blobs/')) return store(url, bytes);
    if (request.headers.authorization !== `Bearer ${token}`) return { status: 401, body: { msg: 'token' } };
    const body = JSON.parse(bytes.toString()) as Record<string, unknown>;
    return url.pathname.endsWith('/CreateArtifact') ? create(body) : finalize(body);
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status = 200, body } = answer(request, Buffer.concat(chunks));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  origin = await listen(server);
  return {
    environment: { ACTIONS_RESULTS_URL: `${origin}/`, ACTIONS_RUNTIME_TOKEN: token },
    artifacts,
    signature,
  };
}

interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
