import { html, type Markup } from './markup.ts';

/** What a role is called. */
export function roleName(role: string): string {
  return role === 'none' ? 'without K3s' : role;
}

/** A role with its colour beside it. Only known roles have one, so that no text becomes a class. */
export function roleWord(role: string): Markup {
  return html`<span class="role-word ${roleClass(role)}">${roleName(role)}</span>`;
}

/** The class of a role's colour. */
export function roleClass(role: string): 'server' | 'agent' | 'none' {
  return role === 'server' || role === 'agent' ? role : 'none';
}
