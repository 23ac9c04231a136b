import { each, html, type Markup } from '../markup.ts';
import { roleClass } from '../roles.ts';
import { shorten } from './shorten.ts';

/** A machine in the picture, or many of one kind. */
export interface PicturedNode {
  readonly name: string;
  /** Its address, or what else is to be said. */
  readonly line: string;
  readonly role: string;
  /** More than one: they are drawn as a stack. */
  readonly count?: number;
}

/** What is drawn around the nodes. */
export interface PicturedRouter {
  readonly address: string;
  readonly line: string;
  /** `192.168.26.0/24` */
  readonly network: string;
}

const card = { width: 226, height: 66, gap: 34 };

/** Router, switch and nodes: four nodes beside each other for wide screens, one for narrow ones. */
export function networkPicture(router: PicturedRouter, nodes: readonly PicturedNode[]): Markup {
  const description = `The router ${router.address} and ${nodes.reduce((sum, { count = 1 }) => sum + count, 0)} nodes on the network ${router.network}`;
  return html`${drawn(router, nodes, 4, description, 'wide')}${drawn(router, nodes, 1, description, 'narrow')}`;
}

function drawn(
  router: PicturedRouter,
  nodes: readonly PicturedNode[],
  most: number,
  description: string,
  kind: string,
): Markup {
  const columns = Math.max(1, Math.min(most, nodes.length));
  const pitch = card.width + card.gap;
  const width = most === 1 ? 300 : 4 * pitch;
  const left = (width - columns * pitch) / 2 + (most === 1 ? 0 : card.gap / 2);
  const first = 150;
  const rows = Math.ceil(nodes.length / columns);
  const height = first + rows * (card.height + 20);
  const middle = width / 2;
  return html`<svg class="picture ${kind} network" viewBox="0 0 ${width} ${height}" role="img" aria-label="${description}">
<rect class="box router" x="${middle - 120}" y="6" width="240" height="60" rx="12"/>
<text class="name" x="${middle}" y="31" text-anchor="middle">router ${shorten(router.address, 20)}</text>
<text class="line" x="${middle}" y="51" text-anchor="middle">${shorten(router.line, 34)}</text>
<path class="cable" d="M${middle} 66V94"/>
<rect class="box switch" x="${left - 8}" y="94" width="${columns * pitch - card.gap + 40}" height="26" rx="8"/>
<text class="line" x="${left + 8}" y="112">switch · ${shorten(router.network, 22)}</text>
${each(Array.from({ length: columns }), (_none, column) => trunk(left + 4 + column * pitch, nodes.length, columns, column, first))}
${each(nodes, (node, index) => nodeCard(node, left + 22 + (index % columns) * pitch, first + Math.floor(index / columns) * (card.height + 20)))}
</svg>`;
}

/** The cable of a column of nodes. */
function trunk(x: number, count: number, columns: number, column: number, first: number): Markup {
  const own = Math.ceil((count - column) / columns);
  if (own <= 0) return html``;
  const ends = Array.from(
    { length: own },
    (_none, row) => first + row * (card.height + 20) + card.height / 2,
  );
  return html`<path class="cable" d="M${x} 120V${ends.at(-1) ?? first}${each(ends, (y) => html`M${x} ${y}h18`)}"/>`;
}

function nodeCard({ name, line, role, count = 1 }: PicturedNode, x: number, y: number): Markup {
  return html`${count > 1 ? html`<rect class="box node" x="${x + 7}" y="${y + 7}" width="${card.width}" height="${card.height}" rx="12"/>` : ''}<rect class="box node" x="${x}" y="${y}" width="${card.width}" height="${card.height}" rx="12"/><rect class="role ${roleClass(role)}" x="${x + 12}" y="${y + 14}" width="6" height="38" rx="3"/><text class="name" x="${x + 30}" y="${y + 29}">${shorten(name, 23)}</text><text class="line" x="${x + 30}" y="${y + 49}">${shorten(line, 27)}</text>`;
}
