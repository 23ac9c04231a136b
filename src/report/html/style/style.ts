import { base } from './base.ts';
import { code } from './code.ts';
import { palette } from './palette.ts';
import { parts } from './parts.ts';
import { pictures } from './pictures.ts';

/** On paper everything is open, and nothing is there to be pressed. */
const print = `
@media print{
html{font-size:11pt}
.top{position:static;border:0}
.top nav,.search,.theme,.actions,.skip{display:none}
details::details-content{content-visibility:visible;display:block;height:auto}
details.file:not([open])::details-content{display:none}
pre{max-height:none;white-space:pre-wrap;overflow-wrap:anywhere}
.scroll{overflow:visible;border:0}
.fold,.card,tr,.finding{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
`;

/** All that a report looks like. */
export const style = `${palette}${base}${parts}${code}${pictures}${print}`.replace(/\n+/g, '\n');
