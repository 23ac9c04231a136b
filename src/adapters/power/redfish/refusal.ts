import { Failure } from '../../../shared/failure.ts';
import type { WebAnswer } from '../web/exchange.ts';
import { below, type Resource, textBelow } from './resource.ts';

/** A status that is no success, with what the controller says about it. */
export class RedfishRefusal extends Failure {
  readonly status: number;

  constructor(what: string, answer: WebAnswer) {
    super('world', `${what}: ${reasonOf(answer)}`, { next: nextOf(answer.status) });
    this.name = 'RedfishRefusal';
    this.status = answer.status;
  }
}

/** Bytes of a controller's words that are passed on. */
const longest = 400;

/** What the controller says, from @Message.ExtendedInfo where it is there; its words are fit to be printed. */
function reasonOf({ status, text }: WebAnswer): string {
  const error = below(parsed(text), 'error');
  const extended = below(error, '@Message.ExtendedInfo');
  const infos: unknown[] = Array.isArray(extended) ? extended : extended === undefined ? [] : [extended];
  const all = (key: string): string => infos.flatMap((info) => textBelow(info, key) ?? []).join(' ');
  const words = all('Message') || textBelow(error, 'message') || all('MessageId');
  const printable = words
    .replaceAll(/[^\x21-\x7e]+/g, ' ')
    .trim()
    .slice(0, longest);
  return printable === '' ? `status ${status}` : `${printable} (status ${status})`;
}

function nextOf(status: number): string {
  switch (status) {
    case 401:
    case 403:
      return 'Check the user and the password, and that the user may operate the machine (role Operator).';
    case 404:
      return 'Check `url`, and that Redfish is switched on in the controller.';
    default:
      return 'Look at the event log of the controller, or add another power method behind this one.';
  }
}

/** JSON, or nothing where it is none. */
export function parsed(text: string): Resource | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as Resource) : undefined;
  } catch {
    return undefined;
  }
}
