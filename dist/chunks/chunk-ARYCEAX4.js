import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;
import{a as g,c as j,e as T}from"./chunk-KFL7QTIT.js";import{a as P}from"./chunk-KIDK7WEC.js";import{a as C}from"./chunk-EZLA65CF.js";var m=class{text;constructor(r){this.text=r}},k=4e3;function o(e,...r){let t=e[0]??"";for(let[n,a]of r.entries())t+=`${y(a)}${e[n+1]??""}`;return new m(t)}function p(e){return new m(e)}function l(e,r){return new m(e.map((t,n)=>y(r(t,n))).join(""))}function O(e){return $(P(e))}function $(e){return U.test(e)?e:e.replace(/[&<>"'`]/g,r=>`&#${r.charCodeAt(0)};`)}var U=/^[^&<>"'`]*$/;function y(e){return e===void 0?"":e instanceof m?e.text:typeof e=="number"?String(e):typeof e=="string"?Z(e):e.map(y).join("")}function Z(e){return e.length<=k?O(e):`${O(e.slice(0,k))}\u2026 (${e.length-k} more characters)`}var R={good:'<circle cx="8" cy="8" r="7"/><path d="M4.8 8.3 7 10.5l4.2-4.7"/>',warn:'<path d="M8 1.5 15 14H1z"/><path d="M8 6v4M8 12v.2"/>',bad:'<path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z"/><path d="m5.5 5.5 5 5m0-5-5 5"/>',info:'<circle cx="8" cy="8" r="7"/><path d="M8 7.2v4M8 4.6v.2"/>',quiet:'<circle cx="8" cy="8" r="7"/><path d="M5 8h6"/>'};function _(e){return X[e]}var X=Object.fromEntries(Object.keys(R).map(e=>[e,p(`<svg class="icon" aria-hidden="true" focusable="false"><use href="#i-${e}"/></svg>`)])),N=p(`<svg width="0" height="0" aria-hidden="true" focusable="false" style="position:absolute">${Object.entries(R).map(([e,r])=>`<symbol id="i-${e}" viewBox="0 0 16 16">${r}</symbol>`).join("")}</svg>`);function ke(e,r){return o`<span class="badge ${e}">${_(e)}${r}</span>`}var M=`
'use strict';
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const field = document.getElementById('search');
  const status = document.getElementById('found');
  const texts = new WeakMap();
  const opened = new Set();
  const textOf = (element) => {
    if (!texts.has(element)) texts.set(element, element.textContent.toLowerCase());
    return texts.get(element);
  };
  const mark = (elements, words) => {
    if (!globalThis.Highlight || !CSS.highlights) return;
    CSS.highlights.delete('found');
    const ranges = [];
    if (words.length > 0) for (const element of elements) {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && ranges.length < 2000; node = walker.nextNode()) {
        const text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (const word of words) for (let at = text.indexOf(word); at >= 0 && ranges.length < 2000; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          ranges.push(range);
        }
      }
    }
    if (ranges.length > 0) CSS.highlights.set('found', new Highlight(...ranges));
  };
  const look = () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const hits = [];
    for (const element of all('[data-find]')) {
      const isHit = words.every((word) => textOf(element).includes(word));
      element.hidden = !isHit;
      if (isHit) hits.push(element);
    }
    for (const group of all('[data-group]')) group.hidden = words.length > 0 && !all('[data-find]:not([hidden])', group).length;
    for (const group of opened) group.open = false;
    opened.clear();
    if (words.length > 0) for (const group of all('details[data-group]:not([hidden]):not([open])')) { group.open = true; opened.add(group); }
    mark(hits, words);
    status.textContent = words.length === 0 ? '' : hits.length === 0 ? 'Nothing found' : hits.length + ' found';
  };
  let timer;
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 80); });
  field.addEventListener('keydown', (event) => { if (event.key === 'Escape') { field.value = ''; look(); } });
  for (const button of all('button[data-open]')) button.addEventListener('click', () => {
    for (const each of all('details', document.getElementById(button.dataset.open))) each.open = button.dataset.to === 'open';
  });
  addEventListener('beforeprint', () => { for (const each of all('details:not(.file)')) each.open = true; });
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let each = target; each; each = each.parentElement) if (each.tagName === 'DETAILS') each.open = true;
    if (target && target.scrollIntoView) target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  for (const each of all('[data-scripted]')) each.hidden = false;
  if (location.hash) reveal();
})();
`;var E=`
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
html{font:16px/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Inter,Roboto,"Noto Sans","Liberation Sans",sans-serif;-webkit-text-size-adjust:100%;scroll-padding-top:4.5rem}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.2;letter-spacing:-.012em;margin:0;font-weight:650;text-wrap:balance}
h1{font-size:clamp(1.9rem,5vw,2.8rem);letter-spacing:-.025em}
h2{font-size:1.4rem}
h3{font-size:1.05rem}
p{margin:.4rem 0 0}
a{color:var(--accent);text-underline-offset:.15em}
code,pre,.mono{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em;unicode-bidi:isolate}
bdi,td,dd,li{unicode-bidi:isolate}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--card);padding:.6rem 1rem;z-index:3;border-radius:0 0 8px 8px}
.skip:focus{top:0}
.soft{color:var(--soft)}
.small{font-size:.875rem}
.top{position:sticky;top:0;z-index:2;background:color-mix(in srgb,var(--paper) 92%,transparent);backdrop-filter:blur(10px);border-bottom:1px solid var(--line)}
.bar{max-width:72rem;margin:auto;padding:.5rem 1.25rem;display:flex;gap:.4rem 1rem;align-items:center}
.brand{display:inline-flex;gap:.5rem;align-items:center;font-weight:650;white-space:nowrap}
.brand svg{width:1.15rem;height:1.15rem;flex:none}
.top nav{display:flex;gap:.1rem;overflow-x:auto;flex:1;scrollbar-width:none}
.top nav a{color:var(--soft);text-decoration:none;padding:.35rem .6rem;border-radius:7px;white-space:nowrap;font-size:.9rem}
.top nav a:hover{color:var(--ink);background:var(--quietPaper)}
.search input{font:inherit;font-size:.9rem;width:11rem;padding:.35rem .7rem;border:1px solid var(--strong);border-radius:8px;background:var(--card);color:var(--ink)}
.search input::placeholder{color:var(--soft);opacity:1}
.theme{display:inline-flex;border:1px solid var(--strong);border-radius:8px;padding:2px;margin:0;min-width:0}
.theme label{display:grid;place-items:center;width:1.75rem;height:1.6rem;border-radius:6px;cursor:pointer;color:var(--soft)}
.theme input{position:absolute;opacity:0;width:1.75rem;height:1.6rem;margin:0;cursor:pointer}
.theme label:has(:checked){background:var(--quietPaper);color:var(--ink)}
.theme label:has(:focus-visible){outline:3px solid var(--accent);outline-offset:1px}
.theme svg{width:1rem;height:1rem;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round}
main{max-width:72rem;margin:auto;padding:0 1.25rem 3rem}
main>section{padding-top:2.75rem}
main>section>h2{display:flex;flex-wrap:wrap;gap:.2rem .7rem;align-items:baseline;margin-bottom:.9rem}
h2 .count{font-size:.95rem;font-weight:450;color:var(--soft);letter-spacing:0}
main>.hero{padding-top:2.5rem}
.hero .lede{font-size:1.1rem;color:var(--soft);margin-top:.5rem;max-width:46rem}
.verdicts{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1rem}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
footer>div{max-width:72rem;margin:auto;padding:1.25rem}
@media (max-width:48rem){
.bar{flex-wrap:wrap;padding:.45rem 1rem}
.top nav{order:3;flex-basis:100%;margin:0 -.5rem}
.search{flex:1;min-width:0}.search input{width:100%}
main,footer>div{padding-left:1rem;padding-right:1rem}
main>section{padding-top:2.1rem}
html{scroll-padding-top:6.5rem}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;var A=`
pre{margin:.5rem 0 0;padding:.8rem 1rem;background:var(--sunk);border:1px solid var(--line);border-radius:10px;overflow:auto;max-height:34rem;line-height:1.5;font-size:.82rem;tab-size:4;overflow-wrap:normal}
pre code{font-size:1em}
pre.wrap{white-space:pre-wrap;overflow-wrap:anywhere}
.hljs-attr,.hljs-attribute,.hljs-section{color:var(--codeKey)}
.hljs-string,.hljs-symbol,.hljs-link{color:var(--codeText)}
.hljs-number,.hljs-literal{color:var(--codeNumber)}
.hljs-keyword,.hljs-built_in,.hljs-title,.hljs-operator{color:var(--codeWord)}
.hljs-variable,.hljs-template-variable,.hljs-subst{color:var(--flame)}
.hljs-comment,.hljs-meta{color:var(--codeNote)}
.excerpt{white-space:pre;padding:.5rem .8rem;margin-top:.4rem}
.excerpt .gutter{color:var(--soft);user-select:none}
.excerpt mark{background:none;color:inherit;text-decoration:underline wavy 1.5px;text-underline-offset:.25em;text-decoration-skip-ink:none}
.finding.error .excerpt mark{text-decoration-color:var(--bad)}
.finding.warning .excerpt mark{text-decoration-color:var(--warn)}
.diff span{display:block;min-width:max-content}
.diff .add{color:var(--good);background:var(--goodPaper)}
.diff .del{color:var(--bad);background:var(--badPaper)}
.diff .at{color:var(--info)}
`;var G={paper:["#f6f5f1","#121419"],card:["#ffffff","#1a1d24"],sunk:["#f4f2ec","#14171d"],ink:["#1c2026","#e8eaef"],soft:["#565d69","#a4acb9"],line:["#e0ddd4","#2d323c"],strong:["#c9c5b9","#434a57"],accent:["#1f55c4","#93b4ff"],flame:["#ad450a","#ff9a52"],found:["#ffe08a","#6b5200"],good:["#16693d","#72d6a0"],goodPaper:["#e5f3ea","#14301f"],warn:["#7d5200","#efc060"],warnPaper:["#fbf0d7","#33270d"],bad:["#a8201a","#ff9d94"],badPaper:["#fbe9e7","#3d1a18"],info:["#1f4fae","#9dbdff"],infoPaper:["#e7eefb","#1a2746"],quiet:["#565d69","#a9b1bd"],quietPaper:["#eeece6","#262a32"],server:["#3b4cc0","#9aa8ff"],agent:["#0f6f75","#5fd0d3"],none:["#6b7280","#9aa2af"],onStop:["#ffffff","#121419"],codeKey:["#8a3a10","#f0a875"],codeText:["#1c6a3d","#8fd6a8"],codeNumber:["#6f3bab","#c9a4ff"],codeWord:["#1750ad","#8fb4ff"],codeNote:["#5f6672","#98a1ae"]},L=`
:root{color-scheme:light;${u(0)}}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;${u(1)}}}
:root:has(#theme-light:checked){color-scheme:light;${u(0)}}
:root:has(#theme-dark:checked){color-scheme:dark;${u(1)}}
@media print{:root,:root:has(#theme-dark:checked){color-scheme:light;${u(0)}}}
`;function u(e){return Object.entries(G).map(([r,t])=>`--${r}:${t[e]}`).join(";")}var q=`
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1.1rem 1.25rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11.5rem),1fr));gap:.8rem}
.tile h3{font-size:.8rem;font-weight:550;letter-spacing:.02em;color:var(--soft)}
.tile .big{font-size:1.45rem;font-weight:650;letter-spacing:-.02em;line-height:1.25;margin-top:.3rem}
.tile .big.text{font-size:1.15rem;letter-spacing:-.01em}
.tile p{font-size:.875rem;color:var(--soft);margin-top:.15rem}
.badge{overflow-wrap:normal;display:inline-flex;align-items:center;gap:.35rem;padding:.12rem .6rem .12rem .45rem;border-radius:99px;font-size:.82rem;font-weight:550;line-height:1.5;max-width:100%}
.icon{width:.95em;height:.95em;flex:none;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.badge.good{color:var(--good);background:var(--goodPaper)}
.badge.warn{color:var(--warn);background:var(--warnPaper)}
.badge.bad{color:var(--bad);background:var(--badPaper)}
.badge.info{color:var(--info);background:var(--infoPaper)}
.badge.quiet{color:var(--quiet);background:var(--quietPaper)}
.role-word{display:inline-flex;align-items:center;gap:.45rem;white-space:nowrap}
.role-word::before{content:"";width:.35rem;height:1rem;border-radius:3px;background:var(--none)}
.role-word.server::before{background:var(--server)}.role-word.agent::before{background:var(--agent)}
.secret{display:inline;padding:0 .45em;border-radius:6px;border:1px dashed currentColor;color:var(--flame);background:var(--card);font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em;font-style:normal;line-height:1.35}
.secret::before{content:"secret ";opacity:.85;font-size:.85em}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:14px;background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.6rem .9rem;border-bottom:1px solid var(--line)}
thead th{font-size:.8rem;font-weight:550;color:var(--soft);white-space:nowrap;background:var(--sunk)}
tbody th{font-weight:600;min-width:11.5rem}
td{min-width:6.5rem}
td.disk{min-width:16rem}
td.words{min-width:11rem}td.step{min-width:8.5rem}td.outcome{min-width:17rem}
td.num,td.tight{min-width:0}
tbody tr:last-child>*{border-bottom:0}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.wrapless{white-space:nowrap}
.under{display:block;font-weight:400;color:var(--soft);font-size:.85em}
details>summary{cursor:pointer;list-style:none;display:flex;gap:.3rem .7rem;align-items:center;flex-wrap:wrap}
details>summary::-webkit-details-marker{display:none}
details>summary::before{content:"";width:.42rem;height:.42rem;border:solid currentColor;border-width:0 2px 2px 0;transform:rotate(-45deg);flex:none;color:var(--soft);margin:0 .2rem}
details[open]>summary::before{transform:rotate(45deg)}
@media (prefers-reduced-motion:no-preference){details>summary::before{transition:transform .12s}}
.fold{background:var(--card);border:1px solid var(--line);border-radius:12px;margin-top:.6rem}
.fold>summary{padding:.65rem .9rem;border-radius:12px}
.fold>summary:hover{background:var(--sunk)}
.fold>.inside{padding:.2rem .95rem .95rem}
.fold .fold{background:var(--paper)}
summary .right{margin-left:auto;color:var(--soft);font-size:.85rem;font-weight:400}
.facts{display:grid;grid-template-columns:minmax(7rem,max-content) minmax(0,1fr);gap:.35rem 1.2rem;margin:0;font-size:.92rem}
h3+.facts{margin-top:.6rem}
.facts dt{color:var(--soft)}.facts dd{margin:0}
ul{margin:.4rem 0 0;padding-left:1.4rem}
.note{border-radius:12px;padding:.75rem 1rem;margin-top:.8rem;background:var(--quietPaper);color:var(--ink)}
.note.warn{background:var(--warnPaper)}.note.bad{background:var(--badPaper)}.note.good{background:var(--goodPaper)}
.note .icon{vertical-align:-.12em;margin-right:.35rem}
.note.bad .icon{color:var(--bad)}.note.warn .icon{color:var(--warn)}.note.good .icon{color:var(--good)}
.finding{padding:.8rem 0;border-top:1px solid var(--line)}
.finding:first-child{border-top:0;padding-top:.2rem}
.finding .place{font-size:.85rem;color:var(--soft)}
.finding p{margin-top:.15rem}
.hint{color:var(--soft);font-size:.92rem}
.hint b{color:var(--ink);font-weight:600}
h4{font-size:.9rem;margin:1.1rem 0 .2rem}
.spaced{margin:.7rem 0 0}
.rules{margin-top:.8rem}
.failure+.failure{margin-top:.8rem}
.failure h3{display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center}
.failure .picture{margin-top:1.4rem}
.two{margin-top:.8rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:.8rem}
button{font:inherit;font-size:.875rem;padding:.3rem .8rem;border:1px solid var(--strong);border-radius:8px;background:var(--card);color:var(--ink);cursor:pointer}
button:hover{background:var(--quietPaper)}
.actions{display:flex;gap:.5rem;margin-left:auto}
::highlight(found){background:var(--found);color:var(--ink)}
@media (max-width:48rem){.card{padding:.9rem 1rem}.tiles{grid-template-columns:1fr 1fr;gap:.6rem}.tile .big.text{font-size:1.02rem}th,td{padding:.5rem .7rem}.facts{grid-template-columns:minmax(0,1fr);gap:0}.facts dd{margin-bottom:.5rem}}
`;var B=`
.picture{display:block;width:100%;height:auto;font-family:inherit}
.picture.narrow{display:none;max-width:24rem;margin:auto}
.picture .box{fill:var(--card);stroke:var(--strong);stroke-width:1.5}
.picture .box.router{fill:var(--infoPaper);stroke:var(--info)}
.picture .box.switch{fill:var(--quietPaper)}
.picture .cable{stroke:var(--strong);stroke-width:2;fill:none}
.picture .name{font-size:15px;font-weight:600;fill:var(--ink)}
.picture .line{font-size:12.5px;fill:var(--soft)}
.picture .role.server{fill:var(--server)}.picture .role.agent{fill:var(--agent)}.picture .role.none{fill:var(--none)}
.picture .track{stroke:var(--accent);stroke-width:3;fill:none}
.picture .track.ahead{stroke:var(--strong);stroke-dasharray:2 6;stroke-linecap:round}
.picture .track.done{stroke:var(--good)}
.picture .branch{stroke:var(--strong);stroke-width:2;stroke-dasharray:2 5;stroke-linecap:round;fill:none}
.picture .stop{fill:var(--card);stroke:var(--accent);stroke-width:3}
.picture .stop.done{fill:var(--good);stroke:var(--good)}
.picture .stop.failed{fill:var(--bad);stroke:var(--bad)}
.picture .stop.here{stroke:var(--warn)}
.picture .stop.ahead,.picture .stop.aside{stroke:var(--strong)}
.picture .number{font-size:14px;font-weight:650;fill:var(--accent)}
.picture .number.here{fill:var(--warn)}.picture .number.ahead{fill:var(--soft)}
.picture .sign{stroke:var(--onStop);stroke-width:2.6;fill:none;stroke-linecap:round;stroke-linejoin:round}
.figure{margin:0;padding:1.4rem 1.25rem}
.figure+.figure{margin-top:.8rem}
.figure figcaption{font-size:.875rem;color:var(--soft);margin-top:1rem}
@media (max-width:48rem){.picture.wide{display:none}.picture.narrow{display:block}}
.gantt{display:grid;gap:.55rem;margin-top:.3rem}
.gantt .row{display:grid;grid-template-columns:minmax(0,9rem) minmax(0,1fr) 6.2rem;gap:.2rem 1rem;align-items:center;font-size:.9rem}
.gantt .bars{position:relative;height:1.5rem;border-radius:7px;background:var(--quietPaper);overflow:hidden}
.gantt .bars i{position:absolute;top:0;bottom:0;min-width:2px;border-right:1px solid var(--card)}
.gantt .time{text-align:right;color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}
.phase-leave{background:var(--none)}.phase-arm{background:var(--warn)}.phase-boot{background:var(--accent)}
.phase-install{background:var(--flame)}.phase-first{background:var(--agent)}.phase-verify{background:var(--good)}
.phase-failed{background:repeating-linear-gradient(135deg,var(--bad) 0 6px,var(--badPaper) 6px 10px)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:1rem 0 0;padding:0;list-style:none;font-size:.85rem;color:var(--soft)}
.legend i{display:inline-block;width:.8rem;height:.8rem;border-radius:3px;margin-right:.4rem;vertical-align:-.08rem}
.axis{position:relative;height:1.2rem;font-size:.78rem;color:var(--soft);font-variant-numeric:tabular-nums}
.axis span{position:absolute;transform:translateX(-50%);white-space:nowrap}
.axis span:first-child{transform:none}.axis span:last-child{transform:translateX(-100%)}
.story{list-style:none;margin:.4rem 0 0;padding:0}
.story li{display:grid;grid-template-columns:4.6rem 1.1rem minmax(0,1fr);gap:.1rem .6rem;padding:.14rem 0;font-size:.92rem}
.story .when{text-align:right;color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}
.story .dot{position:relative}
.story .dot::before{content:"";position:absolute;left:.3rem;top:.5rem;width:.5rem;height:.5rem;border-radius:50%;background:var(--strong)}
.story .dot::after{content:"";position:absolute;left:.5rem;top:1.1rem;bottom:-.55rem;width:1.5px;background:var(--line)}
.story li:last-child .dot::after{display:none}
.story .good .dot::before{background:var(--good)}.story .bad .dot::before{background:var(--bad)}.story .info .dot::before{background:var(--accent)}
@media (max-width:48rem){.gantt .row{grid-template-columns:minmax(0,1fr) max-content}.gantt .bars{grid-row:2;grid-column:1/-1}.gantt .axis{grid-column:1/-1}.gantt .row[aria-hidden] span:empty{display:none}.story li{grid-template-columns:3.6rem 1rem minmax(0,1fr)}}
`;var J=`
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
`,H=`${L}${E}${q}${A}${B}${J}`.replace(/\n+/g,`
`);function We({title:e,hero:r,sections:t,origin:n}){let a=`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${te(C(M))}'; img-src data:; base-uri 'none'; form-action 'none'`;return o`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${p(a)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Pilotlight ${n.version}">
<title>${e}</title>
<link rel="icon" href="data:,">
<style>${p(H)}</style>
</head>
<body>
${N}
<a class="skip" href="#main">Skip to the report</a>
<header class="top"><div class="bar">
<span class="brand">${ee}Pilotlight</span>
<nav aria-label="Sections">${l(t,({id:i,title:s})=>o`<a href="#${i}">${s}</a>`)}</nav>
<div class="search" role="search" data-scripted hidden><label class="sr" for="search">Look for</label><input id="search" type="search" placeholder="Look for…" autocomplete="off" spellcheck="false"><span id="found" class="sr" role="status"></span></div>
${re}
</div></header>
<main id="main" tabindex="-1">
<section class="hero" aria-labelledby="title">${r}</section>
${l(t,Q)}
</main>
<footer><div>${Y(n)}</div></footer>
<script>${p(M)}</script>
</body>
</html>
`.text}function Q({id:e,title:r,count:t,content:n}){return o`<section id="${e}" aria-labelledby="${e}-title"><h2 id="${e}-title">${r}${t===void 0?"":o` <span class="count">${t}</span>`}</h2>
${n}</section>
`}function Y({version:e,at:r,commit:t}){return o`Made by <a href="${j}">Pilotlight</a> ${e}${r===void 0?"":` on ${T(r)}`}${t===void 0?"":o` from commit <code>${t.slice(0,12)}</code>`}. Values of secrets are in no report: <span class="secret">NAME</span> stands for them.`}var ee=p('<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path fill="var(--flame)" d="M10.6 1c.5 3.2-1 4.6-2.6 6.4C6.4 9.2 5 10.8 5 13.300A5.6 5.6 0 0 0 10.6 19c3.2 0 5.4-2.5 5.4-5.5 0-2.8-1.5-4.5-2.7-6.3-.3 1.3-.9 2-1.7 2.5.4-3.2-.2-6.4-1-8.700Z"/><path fill="var(--accent)" d="M10.4 11.500c-1.4 1.2-2.4 2.2-2.4 3.9 0 1.5 1.1 2.6 2.5 2.600s2.5-1.1 2.5-2.600c0-1.5-1.1-2.6-2.6-3.900Z"/></svg>'),re=p(`<fieldset class="theme"><legend class="sr">Colours</legend>${[["auto","As the system",'<path d="M8 1.500a6.5 6.5 0 0 1 0 13z" fill="currentColor" stroke="none"/><circle cx="8" cy="8" r="6.5"/>'],["light","Light",'<circle cx="8" cy="8" r="3"/><path d="M8 1v1.600M8 13.400V15M1 8h1.600M13.4 8H15M3 3l1.2 1.200M11.8 11.8 13 13M3 13l1.2-1.200M11.8 4.2 13 3"/>'],["dark","Dark",'<path d="M13.8 9.600A6 6 0 0 1 6.4 2.200a6 6 0 1 0 7.4 7.400Z"/>']].map(([e,r,t])=>`<label title="${r}"><input type="radio" name="theme" id="theme-${e}"${e==="auto"?" checked":""}><span class="sr">${r}</span><svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${t}</svg></label>`).join("")}</fieldset>`);function te(e){return Buffer.from(e,"hex").toString("base64")}var oe=/@@pilotlight:secret:([A-Za-z_][A-Za-z0-9_]{0,99}):(\d{1,9})@@/g,v=57344,ne=63743,I=/[\ue000-\uf8ff]/g;function Ke(e){let r=[];return{hidden:e.replace(I,ae).replace(oe,(n,a,i)=>{let s=i==="1"?a:`${a} v${i}`,c=r.indexOf(s);return c>=0?String.fromCharCode(v+c):v+r.length>ne?n:(r.push(s),String.fromCharCode(v+r.length-1))}),names:r}}function Ue(e,r){return r.length===0?e:e.replace(I,t=>S(r[t.charCodeAt(0)-v]??""))}function S(e){return`<span class="secret" title="a secret: its value is in no report and no release">${$(e)}</span>`}function ae(e){return`<U+${e.charCodeAt(0).toString(16).toUpperCase()}>`}function z(e){return e==="none"?"without K3s":e}function Xe(e){return o`<span class="role-word ${ie(e)}">${z(e)}</span>`}function ie(e){return e==="server"||e==="agent"?e:"none"}function rr(e){let{cluster:r,network:t,router:n}=e;return{id:"overview",title:"At a glance",content:o`<div class="tiles">
${h("Nodes",String(e.nodes.length),pe(e))}
${h("Fedora CoreOS",me(e)||"none locked",e.nodes.some(({images:a})=>a===void 0)?"some nodes have no image set in the lock":fe(e),!0)}
${r===void 0?h("K3s","none","no node has a role in a cluster",!0):h("K3s",r.version,`${g(r.servers.length,"server")}, ${r.cni}, from ${r.source==="router"?"the router":"get.k3s.io"}`,!0)}
${h("Router",n.address,`${le[n.target]}, ${de[n.gate]}`,!0)}
</div>
<div class="two">
<div class="card"><h3>Network</h3><dl class="facts">
${d("Addresses",o`<code>${t.cidr}</code>`)}
${d("Gateway",o`<code>${t.gateway}</code>`)}
${d("DNS",V(t.dns))}
${t.ntp.length===0?"":d("NTP",V(t.ntp))}
${t.dhcpPool===void 0?"":d("DHCP pool",o`<code>${t.dhcpPool.from}</code> to <code>${t.dhcpPool.to}</code>`)}
${d("Unknown machines",se[e.unknownMachines])}
${d("Served from",o`<code>${n.url}</code>`)}
</dl></div>
<div class="card">${r===void 0?ce(e):o`<h3>Cluster</h3><dl class="facts">
${d("First server",o`<code>${r.firstServer}</code>`)}
${d("Pods, services",o`<code>${r.clusterCidr}</code>, <code>${r.serviceCidr}</code>`)}
${d("Volumes",r.storage)}
${d("Another version",r.upgrade==="inPlace"?"replaced in place":"by reimage")}
${r.disable.length===0?"":d("Left out",r.disable.join(", "))}
${r.endpoint===void 0?"":d("Endpoint",o`<code>${r.endpoint.provider==="dns"?r.endpoint.name:r.endpoint.address}</code>`)}
${d("Secrets",W(e))}
</dl>`}</div></div>`}}var se={ignore:"are left alone",localBoot:"boot their own disk",discover:"are noted, and boot their own disk"},de={cgi:"with a gate",static:"with static boot files"},le={openwrt:"OpenWrt",posix:"a POSIX host",directory:"a folder"};function h(e,r,t,n=!1){return o`<div class="card tile"><h3>${e}</h3><div class="big${n?" text":""}">${r}</div><p>${t}</p></div>`}function d(e,r){return o`<dt>${e}</dt><dd>${r}</dd>`}function V(e){return o`${l(e,(r,t)=>o`${t===0?"":", "}<code>${r}</code>`)}`}function ce(e){return o`<h3>Secrets</h3><p>${W(e)}</p>`}function W({secrets:e}){return e.length===0?o`none`:o`${l(e,({secret:r,version:t=1})=>o`${p(S(t===1?r:`${r} v${t}`))} `)}`}function pe({nodes:e}){return["server","agent","none"].map(t=>[t,e.filter(n=>n.role===t).length]).filter(([,t])=>t>0).map(([t,n])=>t==="none"?`${n} ${z(t)}`:g(n,t)).join(", ")}function me({nodes:e}){return[...new Set(e.flatMap(({images:r})=>r?.version??[]))].join(", ")}function fe({nodes:e}){return[...new Set(e.map(({stream:t,architecture:n})=>`${t}, ${n}`))].join("; ")}function ar(e,r,t){return e<=0?o``:o`<p class="soft small">… and ${g(e,`more ${r}`)}: ${t}</p>`}var sr={nodes:2e3,nodeDetails:200,findingsOfCode:50,findings:1e3,changes:500,diffs:50,diffCharacters:2e5,reasons:40,pictured:12,runNodes:200,toldRows:100};function b(e,r){let t=[...e];return t.length<=r?e:`${t.slice(0,r-1).join("")}\u2026`}var F=1040,f=40;function mr(e,r){return o`${ge(e,r)}${he(e,r)}`}function ge(e,r){let t=F/e.length,n=i=>Math.round(t*(i+.5)),a=e.some(({aside:i})=>i!==void 0);return o`<svg class="picture wide boot" viewBox="0 0 ${F} ${a?208:128}" role="img" aria-label="${r}">
${l(e.slice(1),({state:i},s)=>o`<path class="track ${K(i)}" d="M${n(s)+22} ${f}H${n(s+1)-22}"/>`)}
${l(e,(i,s)=>{let c=n(s);return o`${i.aside===void 0?"":ue(i.aside,c)}${D(i,s,c,f)}
<text class="name" x="${c}" y="${f+46}" text-anchor="middle">${i.name}</text>
${l(i.lines,(x,w)=>o`<text class="line" x="${c}" y="${f+65+w*17}" text-anchor="middle">${b(x,25)}</text>`)}`})}
</svg>`}function ue([e,r],t){let n=f+134;return o`<path class="branch" d="M${t} ${f+88}V${n-14}"/><circle class="stop aside" cx="${t}" cy="${n}" r="9"/><text class="name" x="${t+18}" y="${n-2}">${e}</text><text class="line" x="${t+18}" y="${n+15}">${b(r,30)}</text>`}function he(e,r){let t=[],n=30;for(let a of e)t.push({station:a,y:n}),n+=34+a.lines.length*17+(a.aside===void 0?14:40);return o`<svg class="picture narrow boot" viewBox="0 0 340 ${n-14}" role="img" aria-label="${r}">
${l(t.slice(1),({station:a,y:i},s)=>o`<path class="track ${K(a.state)}" d="M30 ${(t[s]?.y??0)+22}V${i-22}"/>`)}
${l(t,({station:a,y:i},s)=>{let c=i+21+a.lines.length*17+8;return o`${D(a,s,30,i)}
<text class="name" x="64" y="${i+5}">${a.name}</text>
${l(a.lines,(x,w)=>o`<text class="line" x="64" y="${i+24+w*17}">${b(x,36)}</text>`)}
${a.aside===void 0?"":o`<path class="branch" d="M30 ${c}H62"/><circle class="stop aside" cx="70" cy="${c}" r="7"/><text class="line" x="84" y="${c+5}">${b(`${a.aside[0]}: ${a.aside[1]}`,36)}</text>`}`})}
</svg>`}function D({state:e},r,t,n){let a=e??"plain";return o`<circle class="stop ${a}" cx="${t}" cy="${n}" r="17"/>${be(a,r,t,n)}`}function be(e,r,t,n){return e==="done"?o`<path class="sign" d="M${t-6} ${n}l4.5 5 8-9"/>`:e==="failed"?o`<path class="sign" d="M${t-5} ${n-5}l10 10m0-10-10 10"/>`:o`<text class="number ${e}" x="${t}" y="${n+5}" text-anchor="middle">${r+1}</text>`}function K(e){return e==="ahead"?"ahead":e===void 0?"plain":"done"}export{o as a,p as b,l as c,$ as d,Ke as e,Ue as f,_ as g,ke as h,We as i,ar as j,sr as k,z as l,Xe as m,ie as n,rr as o,d as p,V as q,b as r,mr as s};
