/** The page: type, spacing, and what stands at its top and bottom. */
export const base = `
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
`;
