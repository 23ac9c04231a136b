/** Files and differences. */
export const code = `
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
`;
