import { entries } from './entry.ts';

/** What the cluster brings beside K3s: charts and manifests. */
export const manifestCodes = entries({
  PL1301: {
    severity: 'error',
    title: 'Chart without a version',
    why: 'The setting asks for something that comes as a Helm chart. Pilotlight takes no version of its own choice: the same inventory would then install something else next month.',
    mend: 'Add `charts` with the `version` of the chart, as the hint shows. Where a manifest of your own brings it in another way than by a HelmChart, turn this rule off.',
    configurable: true,
  },
  PL1302: {
    severity: 'warning',
    title: 'Chart that nothing asks for',
    why: 'A chart is installed when the setting that it belongs to asks for it: `cni: cilium`, `storage: longhorn`, `upgrade: inPlace`. This one has no effect.',
    mend: 'Set what the hint names, or remove the chart.',
    configurable: true,
  },
  PL1303: {
    severity: 'warning',
    title: 'Chart value that contradicts the cluster',
    why: 'K3s and the chart would go by two different values for one thing. Pods with addresses outside of `clusterCidr`, for one, are no pods to the rest of the cluster.',
    mend: 'Remove the value: it is set from the settings of the cluster. Change the setting where another value is meant.',
    configurable: true,
  },
  PL1304: {
    severity: 'error',
    title: 'Secret in the values of a chart',
    why: 'The values become a part of a manifest, and manifests are published with the release: no secret is put in there, so the chart would get the reference in place of the value.',
    mend: 'Make a Secret in the cluster, and name it in the values: most charts have one for that (`existingSecret`, `secretName`).',
  },
  PL1305: {
    severity: 'error',
    title: 'Manifest that is no Kubernetes object',
    why: 'K3s applies a file of manifests as a whole: one document that is no object, or whose name Kubernetes refuses, keeps all others of the file from being applied, and says so in an event that nobody looks at.',
    mend: 'Give each document `apiVersion`, `kind` and `metadata.name`. Names of most objects are subdomains as in RFC 1123: small letters, digits, `-` and `.`, at most 253 characters.',
    configurable: true,
  },
  PL1306: {
    severity: 'error',
    title: 'Object twice in the manifests',
    why: 'Two manifests describe one object. Each replaces what the other one says, in the order in which K3s happens to look at the files.',
    mend: 'Remove one of the two, or give one another name or namespace.',
    configurable: true,
  },
  PL1307: {
    severity: 'error',
    title: 'File name that K3s does not take',
    why: 'K3s makes an object of the kind AddOn for each file, named after what stands before the first full stop. That has to be a name that Kubernetes takes, and no two files may share it (K3s documents, "Managing Packaged Components"). The file also lies on the router, whose file system may not take spaces, other special characters, or names such as `aux`. Names that begin with `pilotlight-` belong to the manifests that Pilotlight writes.',
    mend: 'Rename the file: small letters, digits and `-`, as in `cert-manager.yaml`.',
  },
  PL1308: {
    severity: 'error',
    title: 'Manifest that K3s deletes',
    why: 'K3s deletes the files of disabled components from its folder, and all that they brought from the cluster. It goes by the name of the file alone, whoever put it there.',
    mend: 'Rename the file.',
    configurable: true,
  },
});
