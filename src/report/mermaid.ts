/** A node of the diagram. */
export interface DiagramNode {
  readonly hostname: string;
  readonly role: string;
  readonly address: string;
  /** How it is, or what becomes of it. */
  readonly state?: DiagramState;
}

export interface DiagramState {
  readonly words: string;
  /** Which colour its frame has: nothing to do, something to do, something wrong. */
  readonly tone: 'good' | 'todo' | 'bad';
}

/** Most nodes that a diagram shows: beyond, it is no picture any more. */
const mostNodes = 30;

/** Frames alone are coloured: text has the page's own colour, in its light and its dark form. */
const tones: Readonly<Record<DiagramState['tone'], string>> = {
  good: '#2da44e',
  todo: '#bf8700',
  bad: '#cf222e',
};

/**
 * The site as a Mermaid diagram: the router, and the nodes that it boots, by role, each with its state where that is known. Answers
 * undefined when there are more nodes than a picture helps with. Names are reduced to harmless characters, since Mermaid has no quoting
 * to trust.
 */
export function siteDiagram(router: string, nodes: readonly DiagramNode[]): string | undefined {
  if (nodes.length > mostNodes) return undefined;
  const roles = [...new Set(nodes.map(({ role }) => role))];
  const numbered = nodes.map((node, index) => ({ ...node, id: `n${index}` }));
  const groups = roles.map((role, index) => {
    const lines = numbered.filter((node) => node.role === role).map(nodeLine);
    return `  subgraph g${index}["${label(role === 'none' ? 'without K3s' : `${role}s`)}"]\n${lines.join('')}  end\n`;
  });
  const arrows = roles.map((_role, index) => `  router --> g${index}\n`);
  const used = new Set(nodes.flatMap(({ state }) => state?.tone ?? []));
  const classes = [...used]
    .sort()
    .map((tone) => `  classDef ${tone} stroke:${tones[tone]},stroke-width:2px\n`);
  return `flowchart LR\n  router["router<br>${label(router)}"]\n${groups.join('')}${arrows.join('')}${classes.join('')}`;
}

function nodeLine({ id, hostname, address, state }: DiagramNode & { readonly id: string }): string {
  const words = state === undefined ? '' : `<br>${label(state.words)}`;
  const tone = state === undefined ? '' : `:::${state.tone}`;
  return `    ${id}["${label(hostname)}<br>${label(address)}${words}"]${tone}\n`;
}

/** A text of which only harmless characters are left. */
export function label(text: string): string {
  return text.replace(/[^A-Za-z0-9 ./_-]/g, '?');
}
