/** What the catalogue knows of one code: enough to write its page in docs/findings. */
export interface CatalogueEntry {
  readonly severity: 'error' | 'warning';
  /** A noun phrase, as a heading: `Address already in use`. */
  readonly title: string;
  /** Why it matters: one or more sentences of Markdown. Sources of facts are named here. */
  readonly why: string;
  /** How to mend it: one or more sentences of Markdown. */
  readonly mend: string;
  /** Whether site.yaml's `rules` may change its severity or turn it off. Errors without which no release can be made may not. */
  readonly configurable?: boolean;
  /** Whether what stands at its place may be a secret: no report shows a line that has such a finding. */
  readonly secret?: boolean;
}

/** Keeps the literal keys of a family of codes while checking each entry's type. */
export function entries<const T extends Record<string, CatalogueEntry>>(
  family: T,
): { readonly [K in keyof T]: CatalogueEntry } {
  return family;
}
