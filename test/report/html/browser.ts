import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** A browser that talks to nobody by itself. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How a page is looked at. */
export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly phone?: boolean;
  readonly script?: boolean;
}

/** A page with all that it tried to do. */
export interface OpenPage {
  readonly page: Page;
  /** URLs that it asked for, itself not among them. */
  readonly requests: readonly string[];
  /** Errors of scripts, and what the policy of the page forbade. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** One browser for all tests of a file: it starts once, with a profile that is thrown away. */
export class TestBrowser {
  readonly #folder = mkdtempSync(join(tmpdir(), 'pilotlight-browser-'));
  readonly #program: string;
  #browser: Promise<Browser> | undefined;

  constructor(program: string) {
    this.#program = program;
  }

  /** Opens a text as a page of this machine, without a network. */
  async open(text: string, { scheme = 'light', phone = false, script = true }: Look = {}): Promise<OpenPage> {
    this.#browser ??= chromium.launch({
      executablePath: this.#program,
      args: flags,
      env: { ...process.env, HOME: this.#folder },
    });
    const browser = await this.#browser;
    const context = await browser.newContext({
      viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
      javaScriptEnabled: script,
      offline: true,
      bypassCSP: false,
    });
    return openIn(context, text);
  }

  async close(): Promise<void> {
    await (await this.#browser)?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const address = 'http://report.invalid/';

async function openIn(context: BrowserContext, text: string): Promise<OpenPage> {
  const requests: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === address) {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: text });
      return;
    }
    requests.push(url);
    await route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, requests, complaints, close: () => context.close() };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page: rules with the elements that break them. Everything that folds is opened first. */
export async function accessibilityProblems({ page }: OpenPage): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  // The page's own policy lets no script in: what the test runs comes in by the debugger.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: {
        run(
          where: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await checker.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
    );
  });
}

/** Pixels by which a page is wider than its window. */
export function overflow({ page }: OpenPage): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
