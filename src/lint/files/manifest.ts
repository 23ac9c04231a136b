import type { Finding } from '../../shared/finding.ts';
import { readSource } from '../ignition/sourceDocument.ts';

/**
 * Findings of a file of Kubernetes manifests: each document is YAML. What the objects must have beside that is looked at where the
 * inventory is read, as it depends on the other files. Documents are told apart as K3s does, by lines that begin with `---`.
 */
export function lintManifest(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  let line = 0;
  for (const document of text.split(/^(?=---(?:\s|$))/m)) {
    const content = document.replace(/^---/, '   ');
    const before = line;
    const moved = readSource(file, content).findings.map((each) => ({
      ...each,
      place: { ...each.place, line: each.place.line + before },
    }));
    findings.push(...moved);
    line += document.split('\n').length - 1;
  }
  return findings;
}
