import { deployMarkdown } from '../report/deployPlanMarkdown.ts';
import type { DeployReport } from '../report/deployReport.ts';
import { imagesLockMarkdown } from '../report/imagesLockMarkdown.ts';
import { changeState } from '../report/jobSummary.ts';
import { markdownBlock } from '../report/markdown.ts';
import { siteDiagram } from '../report/mermaid.ts';
import { nodeStatusMarkdown } from '../report/nodeStatusMarkdown.ts';
import { reimageMarkdown } from '../report/reimageMarkdown.ts';
import { reimageTimeLine } from '../report/reimageTimeLine.ts';
import { storageStatusMarkdown } from '../report/storageStatusMarkdown.ts';
import type { Picture, ReimageOfSite, Result, StatusOfSite } from './result.ts';

/** What was done, and seen, on routers and nodes, for the job summary. */
export function doneSections(result: Result): string[] {
  const { deploys = [], reimage, statuses = [], locks } = result;
  return [
    ...deploys.map((report) => deploySection(report, result)),
    ...(reimage === undefined ? [] : [reimageSection(reimage)]),
    ...statuses.map(statusSection),
    ...(locks === undefined ? [] : [`## Pilotlight: images\n\n${imagesLockMarkdown(locks)}`]),
  ];
}

function deploySection(report: DeployReport, { sites }: Result): string {
  const manifest = sites.find(({ name }) => name === report.site)?.manifest;
  const nodes = (manifest?.nodes ?? []).map(({ hostname, role, address }) => {
    const change = report.nodes?.nodes.find((node) => node.hostname === hostname)?.change;
    const node = { hostname, role, address };
    return change === undefined ? node : { ...node, state: changeState(change) };
  });
  const router = manifest?.site.router.address;
  return `${deployMarkdown(report)}${pictureSection(router === undefined ? undefined : { router, nodes })}`;
}

function reimageSection({ report, picture }: ReimageOfSite): string {
  const line = report.outcome === undefined ? '' : `\n${reimageTimeLine(report.outcome)}`;
  return `${reimageMarkdown(report)}${pictureSection(picture)}${line}`;
}

function statusSection({ report, picture }: StatusOfSite): string {
  const nodes = report.nodes === undefined ? '' : `\n### Nodes\n\n${nodeStatusMarkdown(report.nodes)}`;
  return `${storageStatusMarkdown(report)}${nodes}${pictureSection(picture)}`;
}

function pictureSection(picture: Picture | undefined): string {
  const diagram =
    picture === undefined || picture.nodes.length === 0
      ? undefined
      : siteDiagram(picture.router, picture.nodes);
  return diagram === undefined ? '' : `\n${markdownBlock(diagram, 'mermaid')}`;
}
