/** What sections are made of: cards, badges, tables, things that fold. */
export const parts = `
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
`;
