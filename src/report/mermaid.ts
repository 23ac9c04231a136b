/** A node of the diagram. */
export interface DiagramNode {
  readonly hostname: string;
  readonly role: string;
  readonly address: string;
}

/** Most nodes that a diagram shows: beyond, it is no picture any more. */
const mostNodes = 30;

/**
 * The site as a Mermaid diagram: the router, and the nodes that it boots, by role. Answers undefined when there are more
 * nodes than a picture helps with. Names are reduced to harmless characters, since Mermaid has no quoting to trust.
 */
export function siteDiagram(router: string, nodes: readonly DiagramNode[]): string | undefined {
  if (nodes.length > mostNodes) return undefined;
  const roles = [...new Set(nodes.map(({ role }) => role))];
  const numbered = nodes.map((node, index) => ({ ...node, id: `n${index}` }));
  const groups = roles.map((role, index) => {
    const members = numbered.filter((node) => node.role === role);
    const lines = members.map(
      ({ id, hostname, address }) => `    ${id}["${label(hostname)}<br>${label(address)}"]\n`,
    );
    return `  subgraph g${index}["${label(role === 'none' ? 'without K3s' : `${role}s`)}"]\n${lines.join('')}  end\n`;
  });
  const arrows = roles.map((_role, index) => `  router --> g${index}\n`);
  return `flowchart LR\n  router["router<br>${label(router)}"]\n${groups.join('')}${arrows.join('')}`;
}

function label(text: string): string {
  return text.replace(/[^A-Za-z0-9 ./_-]/g, '?');
}
