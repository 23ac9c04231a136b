import ipaddr from 'ipaddr.js';

/** An IPv4 address in four parts, as the inventory takes it. */
export function isIpv4(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) && !/(^|\.)0\d/.test(text);
}

/** A MAC address in the inventory's form, `98:fa:9b:1c:2d:01`; undefined for anything else. */
export function macOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^([0-9a-f]{2}(:[0-9a-f]{2}){5}|[0-9a-f]{2}(-[0-9a-f]{2}){5}|[0-9a-f]{12})$/i.test(trimmed))
    return undefined;
  const digits = trimmed.replace(/[:-]/g, '').toLowerCase();
  return digits.replace(/(?<=.)(?=(?:..)+$)/g, ':');
}

/** A K3s release in the inventory's form, with or without its `v`; undefined for anything else. */
export function k3sVersionOf(text: string): string | undefined {
  const version = text.startsWith('v') ? text : `v${text}`;
  return /^v\d+\.\d+\.\d+(-rc\d+)?\+k3s\d+$/.test(version) ? version : undefined;
}

/** A device path as the inventory takes it. */
export function isDevice(text: string): boolean {
  return /^\/dev\/[^\s/][^\s]*$/.test(text);
}
