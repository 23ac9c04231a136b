import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/inventory/model/site.ts';
import { releaseReport } from '../../../src/report/html/releaseReport.ts';
import { runReport } from '../../../src/report/html/runReport.ts';
import { requireTool } from '../../tools/tools.ts';
import { accessibilityProblems, type Look, type OpenPage, overflow, TestBrowser } from './browser.ts';
import { poisoned } from './hostile.ts';
import { labSite, releaseSample, runSample } from './sample.ts';

let site: Site;
let browser: TestBrowser | undefined;

beforeAll(async () => {
  site = await labSite();
});
afterAll(() => browser?.close());

/** Opens a page in the one browser, looks at it, and closes it: whatever it was, it asked nobody for anything and complained of nothing. */
async function look(
  context: Parameters<typeof requireTool>[1],
  text: string,
  how: Look,
  see: (open: OpenPage) => Promise<void>,
): Promise<void> {
  browser ??= new TestBrowser(requireTool('chromium', context));
  const open = await browser.open(text, how);
  try {
    await see(open);
    expect(open.requests).toEqual([]);
    expect(open.complaints).toEqual([]);
  } finally {
    await open.close();
  }
}

/** Every page that there is. */
const pages = (): readonly (readonly [name: string, text: string])[] => [
  ['release', releaseReport(releaseSample(site))],
  ['run that is done', runReport(runSample(false))],
  ['run that failed', runReport(runSample(true))],
];

/** Words of ours, which decide what is shown: nobody outside chooses them. */
const ours = new Set([
  'kind',
  'severity',
  'code',
  'change',
  'about',
  'status',
  'step',
  'phase',
  'outcome',
  'event',
  'role',
  'variant',
  'state',
  'method',
  'gate',
  'target',
  'cni',
  'provider',
  'strategy',
  'localBoot',
  'unknownMachines',
  'mode',
  'source',
  'upgrade',
  'proof',
  'what',
  'storage',
  'release',
  'wanted',
  'hostname',
  'sha256',
]);
const isOurs = (_text: string, key: string): boolean => ours.has(key);

describe('pages in a browser', () => {
  test('are accessible in the light and in the dark', async (context) => {
    for (const [name, text] of pages()) {
      for (const scheme of ['light', 'dark'] as const) {
        await look(context, text, { scheme }, async (open) => {
          expect(await accessibilityProblems(open), `${name}, ${scheme}`).toEqual([]);
        });
      }
    }
  });

  test('fit a phone, whatever is opened in them', async (context) => {
    for (const [name, text] of pages()) {
      await look(context, text, { phone: true }, async (open) => {
        expect(await overflow(open), name).toBe(0);
        expect(await accessibilityProblems(open), name).toEqual([]);
        expect(await overflow(open), `${name}, opened`).toBe(0);
      });
    }
  });

  test('find words: what does not have them is gone, and a file that has them is open', async (context) => {
    await look(context, releaseReport(releaseSample(site)), {}, async ({ page }) => {
      const row = page.locator('#nodes tbody tr');
      await page.getByLabel('Look for').fill('LENOVO2 192.168');
      await expect.poll(() => row.filter({ visible: true }).count()).toBe(1);
      expect(await row.filter({ visible: true }).textContent()).toContain('lenovo2');
      await page.getByLabel('Look for').fill('needle in');
      const file = page.locator('#files details.file').filter({ visible: true });
      await expect.poll(() => file.count()).toBe(1);
      expect(await page.getByRole('status').textContent()).toBe('1 found');
      await page.getByLabel('Look for').fill('no such thing');
      await expect.poll(() => page.getByRole('status').textContent()).toBe('Nothing found');
      await page.getByLabel('Look for').press('Escape');
      await expect.poll(() => row.filter({ visible: true }).count()).toBe(3);
    });
  });

  test('open and close all files', async (context) => {
    await look(context, releaseReport(releaseSample(site)), {}, async ({ page }) => {
      const code = page.locator('#files pre').first();
      expect(await code.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Open all' }).click();
      expect(await code.isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Close all' }).click();
      expect(await code.isVisible()).toBe(false);
    });
  });

  test('change their colours where somebody chooses, by the keyboard, without a script', async (context) => {
    await look(context, runReport(runSample(false)), { scheme: 'dark', script: false }, async ({ page }) => {
      const paper = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
      const dark = await paper();
      await page.getByLabel('As the system').focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.getByLabel('Light', { exact: true }).isChecked()).toBe(true);
      const light = await paper();
      expect(light).not.toBe(dark);
      await page.keyboard.press('ArrowRight');
      expect(await paper()).toBe(dark);
    });
  });

  test('can be read without a script: only what needs one is missing', async (context) => {
    await look(context, releaseReport(releaseSample(site)), { script: false }, async ({ page }) => {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('lab');
      expect(await page.locator('#search').isVisible()).toBe(false);
      await page.getByText('The difference of its Butane file').first().click();
      expect(await page.locator('.diff').first().isVisible()).toBe(true);
    });
  });

  test('are printed with everything that matters open, light, and without what is to be pressed', async (context) => {
    await look(context, releaseReport(releaseSample(site)), { scheme: 'dark' }, async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.locator('.top nav').isVisible()).toBe(false);
      expect(await page.locator('.diff').first().isVisible()).toBe(true);
      const ink = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
      expect(ink).toBe('rgb(28, 32, 38)');
    });
  });

  test('show hostile values, and do nothing that those say', async (context) => {
    const texts = [
      releaseReport(poisoned(releaseSample(site), isOurs)),
      runReport(poisoned(runSample(true), isOurs)),
    ];
    for (const text of texts) {
      await look(context, text, { phone: true }, async (open) => {
        const { page } = open;
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        await page.mouse.move(100, 300);
        expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false);
        expect(
          await page
            .locator(
              'img, iframe, object, embed, form, base, script[src], [onload], [onerror], [onclick], [onfocus], [onmouseover]',
            )
            .count(),
        ).toBe(0);
        expect(await page.locator('script').count()).toBe(1);
        expect(await page.locator('a:not([href^="#"]):not([href^="https://github.com/"])').count()).toBe(0);
        expect(await overflow(open)).toBe(0);
      });
    }
  });
});
