/** Whether a text is a label as in RFC 1123: what stands between the full stops of a host name, at most 63 characters. */
export function isLabel(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(text);
}

/** Whether a text is a subdomain as in RFC 1123: labels with full stops between them, at most 253 characters. */
export function isSubdomain(text: string): boolean {
  return (
    text.length <= 253 && text.split('.').every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))
  );
}

/** Kinds whose names Kubernetes checks less strictly than others. */
const freeKinds = new Set(['certificates.k8s.io/CertificateSigningRequest', 'networking.k8s.io/IPAddress']);

/** Kinds whose names become a part of a host name. */
const labelKinds = new Set(['/Namespace', '/Service']);

/**
 * Why a name is none for objects of a kind; undefined when it is one. Source: the Kubernetes documents, "Object Names and IDs", and
 * the validation of the kinds that differ (roles may be called `system:node`).
 * @param group What stands before the slash of `apiVersion`; empty for the core group.
 */
export function nameFault(group: string, kind: string, name: string): string | undefined {
  const full = `${group}/${kind}`;
  if (group === 'rbac.authorization.k8s.io' || freeKinds.has(full))
    return /[/%]/.test(name) || name === '.' || name === '..' ? 'it may have neither / nor %' : undefined;
  if (labelKinds.has(full))
    return isLabel(name) ? undefined : 'it is made of small letters, digits and -, at most 63 of them';
  return isSubdomain(name)
    ? undefined
    : 'it is made of small letters, digits, - and ., and begins and ends with a letter or digit';
}
