/** Pictures, and the time line of a reimage. */
export const pictures = `
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
`;
