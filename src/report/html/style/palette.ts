/** Colours by what they are for: in the light, and in the dark. Each text has a contrast of 4.5 or more to what it stands on. */
const colours = {
  paper: ['#f6f5f1', '#121419'],
  card: ['#ffffff', '#1a1d24'],
  sunk: ['#f4f2ec', '#14171d'],
  ink: ['#1c2026', '#e8eaef'],
  soft: ['#565d69', '#a4acb9'],
  line: ['#e0ddd4', '#2d323c'],
  strong: ['#c9c5b9', '#434a57'],
  accent: ['#1f55c4', '#93b4ff'],
  flame: ['#ad450a', '#ff9a52'],
  found: ['#ffe08a', '#6b5200'],
  good: ['#16693d', '#72d6a0'],
  goodPaper: ['#e5f3ea', '#14301f'],
  warn: ['#7d5200', '#efc060'],
  warnPaper: ['#fbf0d7', '#33270d'],
  bad: ['#a8201a', '#ff9d94'],
  badPaper: ['#fbe9e7', '#3d1a18'],
  info: ['#1f4fae', '#9dbdff'],
  infoPaper: ['#e7eefb', '#1a2746'],
  quiet: ['#565d69', '#a9b1bd'],
  quietPaper: ['#eeece6', '#262a32'],
  server: ['#3b4cc0', '#9aa8ff'],
  agent: ['#0f6f75', '#5fd0d3'],
  none: ['#6b7280', '#9aa2af'],
  onStop: ['#ffffff', '#121419'],
  codeKey: ['#8a3a10', '#f0a875'],
  codeText: ['#1c6a3d', '#8fd6a8'],
  codeNumber: ['#6f3bab', '#c9a4ff'],
  codeWord: ['#1750ad', '#8fb4ff'],
  codeNote: ['#5f6672', '#98a1ae'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** The palette as CSS variables: what the system asks for, unless somebody chose in the page. Paper is always light. */
export const palette = `
:root{color-scheme:light;${declared(0)}}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;${declared(1)}}}
:root:has(#theme-light:checked){color-scheme:light;${declared(0)}}
:root:has(#theme-dark:checked){color-scheme:dark;${declared(1)}}
@media print{:root,:root:has(#theme-dark:checked){color-scheme:light;${declared(0)}}}
`;

function declared(scheme: 0 | 1): string {
  return Object.entries(colours)
    .map(([name, values]) => `--${name}:${values[scheme]}`)
    .join(';');
}
