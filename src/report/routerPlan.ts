import type { RouterPlan } from '../router/plan/routerPlan.ts';
import { byteSize } from './bytes.ts';
import { jsonText } from './jsonText.ts';
import { type Palette, palette } from './palette.ts';
import { probeLines, problemLines } from './routerProblems.ts';
import type { RouterOutcome, RouterReport } from './routerReport.ts';
import { changeCounts, changeText } from './uciChanges.ts';
import { visible } from './visible.ts';
import { warningLines } from './warnings.ts';

/** What will be done to a router, as a person reads it: packages, each section that changes, files, and what is in the way. */
export function routerPlanText({ site, plan }: Pick<RouterReport, 'site' | 'plan'>, colour: boolean): string {
  const colours = palette(colour);
  const parts = [
    packageText(plan, colours),
    changeText(plan.changes, colours),
    fileText(plan, colours),
    problemLines(plan.problems, colours),
  ].filter((part) => part !== '');
  return [
    `${colours.strong(visible(site))} → ${visible(`${plan.target} · ${plan.system || 'an unknown system'}`)}\n`,
    ...parts.map((part) => `\n${part}`),
    `\n${planSummary(plan)}\n`,
  ].join('');
}

function packageText({ packages, system }: RouterPlan, colours: Palette): string {
  if (packages.length === 0) return '';
  const lines = packages.map(
    ({ name, why }) => `${colours.added(`+ package ${visible(name)}`)}  ${colours.faint(visible(why))}\n`,
  );
  return `${lines.join('')}  ${visible(installLine(packages, system))}\n`;
}

/** How they are installed by hand: apk came with 25.12, and with snapshots. */
export function installLine(packages: RouterPlan['packages'], system: string): string {
  const names = packages.map(({ name }) => name).join(' ');
  const year = Number(/(\d\d)\.\d\d/.exec(system)?.[1] ?? Number.NaN);
  const opkg = `opkg update && opkg install ${names}`;
  const apk = `apk update && apk add ${names}`;
  if (Number.isNaN(year)) return `${opkg}, or ${apk}; or --install-packages`;
  return `${year >= 25 ? apk : opkg}; or --install-packages`;
}

function fileText({ files }: RouterPlan, colours: Palette): string {
  return files
    .filter(({ action }) => action === 'upload')
    .map(
      ({ path, bytes }) =>
        `${colours.added(`+ ${visible(path)}`)}${bytes === 0 ? '' : `  ${byteSize(bytes)}`}\n`,
    )
    .join('');
}

/** `sections: 12 added, 1 changed · 3 files · taken back by rpcd unless everything answers` */
export function planSummary({ packages, changes, files, method, problems }: RouterPlan): string {
  const uploads = files.filter(({ action }) => action === 'upload').length;
  if (packages.length === 0 && changes.length === 0 && uploads === 0) {
    return problems.length === 0 ? 'nothing to do' : 'nothing to change';
  }
  const by = method === 'rpcd' ? 'rpcd' : 'a timer on the router';
  return [
    ...(packages.length === 0 ? [] : [`packages: ${packages.length}`]),
    changeCounts(changes),
    `files: ${uploads}`,
    ...(changes.length === 0 ? [] : [`taken back by ${by} unless everything answers`]),
  ].join(' · ');
}

/** What became of a plan. */
export function routerOutcomeText(report: RouterReport, outcome: RouterOutcome, colour: boolean): string {
  const colours = palette(colour);
  const words = outcomeWords(report, outcome);
  return [
    probeLines(outcome.probes, colours),
    warningLines(outcome.warnings, colour),
    words === undefined ? '' : `${colours.good('✓')} ${visible(words)}\n`,
  ].join('');
}

/** One sentence for what went well; nothing for what did not: a failure says that. */
export function outcomeWords(
  { plan, site }: RouterReport,
  { result, installed }: RouterOutcome,
): string | undefined {
  if (result === 'confirmed') return `the router of ${site} is set up, and the change is confirmed`;
  if (result !== 'unchanged') return undefined;
  const uploads = plan.files.filter(({ action }) => action === 'upload').length;
  if (uploads > 0) return `the router of ${site} serves ${uploads} new ${uploads === 1 ? 'file' : 'files'}`;
  return installed.length > 0
    ? `the router of ${site} is set up`
    : `nothing to do: the router of ${site} is set up`;
}

/** A plan and what became of it, as data. */
export function routerPlanJson({ site, plan, outcome }: RouterReport): string {
  return jsonText({
    version: 1,
    site,
    plan: {
      ...plan,
      changes: plan.changes.map((change) =>
        'options' in change
          ? { ...change, options: Object.fromEntries(change.options) }
          : change.kind === 'set'
            ? { ...change, from: change.from ?? null }
            : change,
      ),
    },
    outcome: outcome === undefined ? null : outcomeJson(outcome),
  });
}

function outcomeJson({ failure, ...outcome }: RouterOutcome) {
  return {
    ...outcome,
    failure: failure === undefined ? null : { message: failure.message, next: failure.next ?? null },
  };
}
