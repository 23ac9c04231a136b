import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const program = fileURLToPath(
  new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url),
);

/** A diagnostic as the Language Server Protocol has it; lines count from 0. */
export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The real YAML language server over its standard streams, as an editor drives it, without any network. */
export class LanguageServer {
  readonly #child: ChildProcess;
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #diagnostics = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;

  constructor() {
    const nowhere = 'http://127.0.0.1:9';
    this.#child = spawn(process.execPath, [program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, http_proxy: nowhere, https_proxy: nowhere },
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** The handshake of an editor that has this folder open. */
  async start(folder: string): Promise<void> {
    await this.request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: { workspace: { configuration: true }, textDocument: { completion: {} } },
    });
    this.#send({ method: 'initialized', params: {} });
  }

  /** Opens a file with a text and answers the first diagnostics for it. */
  open(file: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = pathToFileURL(file).href;
    const diagnostics = new Promise<readonly Diagnostic[]>((resolve) => this.#diagnostics.set(uri, resolve));
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    this.#send({ method: 'textDocument/didOpen', params: { textDocument } });
    return diagnostics;
  }

  /** Labels of what the server offers at a place of an opened file. */
  async complete(file: string, line: number, character: number): Promise<string[]> {
    const result = await this.request('textDocument/completion', {
      textDocument: { uri: pathToFileURL(file).href },
      position: { line, character },
    });
    const { items } = result as { items: readonly { label: string }[] };
    return items.map(({ label }) => label);
  }

  /** What the server shows when the pointer rests on a place. */
  async hover(file: string, line: number, character: number): Promise<string> {
    const result = await this.request('textDocument/hover', {
      textDocument: { uri: pathToFileURL(file).href },
      position: { line, character },
    });
    return JSON.stringify(result);
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = new Promise<unknown>((resolve) => this.#answers.set(id, resolve));
    this.#send({ id, method, params });
    return answer;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('close', resolve));
    await this.request('shutdown', null);
    this.#send({ method: 'exit' });
    await ended;
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, end))?.[1]);
      if (this.#received.length < end + 4 + length) return;
      const body = this.#received.toString('utf8', end + 4, end + 4 + length);
      this.#received = this.#received.subarray(end + 4 + length);
      this.#dispatch(JSON.parse(body) as Message);
    }
  }

  #dispatch({ id, method, params, result }: Message): void {
    if (method === undefined) this.#answers.get(id ?? 0)?.(result);
    else if (id !== undefined) this.#answer(id, method, params);
    else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Diagnostic[] };
      this.#diagnostics.get(uri)?.(diagnostics);
    }
  }

  /** Requests of the server to the editor. Schemas come from the modeline alone. */
  #answer(id: number, method: string, params: unknown): void {
    const yaml = { completion: true, hover: true, validate: true, schemaStore: { enable: false } };
    const settings: Record<string, unknown> = { yaml };
    const items =
      method === 'workspace/configuration' ? (params as { items: { section?: string }[] }).items : [];
    this.#send({ id, result: items.map(({ section = '' }) => settings[section] ?? null) });
  }
}
