import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { type Finding, finding, type Outcome } from '../../shared/finding.ts';
import { secretMarker } from '../../shared/secret.ts';
import type { Template } from './template.ts';
import { nodeView, siteView } from './templateContext.ts';
import { engine, longestText, UnprintableError } from './templateEngine.ts';
import { templateErrorSpan } from './templateError.ts';

/** Fills in a template for a node. For a secret its marker is printed, with the version that the site refers to. */
export function fillTemplate(template: Template, node: Node, site: Site): Outcome<string | undefined> {
  const scope = { node: nodeView(node), site: siteView(site), secret: secretMarkers(template, site) };
  try {
    const value: string = engine.renderSync([...template.parts], scope);
    if (value.length <= longestText) return { value, findings: [] };
    const message = `the template becomes a text of ${value.length} characters for ${node.name}`;
    return {
      value: undefined,
      findings: [finding('PL2010', template.placeOf({ begin: 0, end: 0 }), message)],
    };
  } catch (error) {
    return { value: undefined, findings: [fillingFinding(error, template, node)] };
  }
}

function secretMarkers({ secrets }: Template, site: Site): Readonly<Record<string, string>> {
  return Object.fromEntries(
    secrets.map((secret) => [
      secret,
      secretMarker(site.secrets.find((each) => each.secret === secret) ?? { secret }),
    ]),
  );
}

const undefinedVariable = /^undefined variable: (.*)$/;

function fillingFinding(error: unknown, template: Template, node: Node): Finding {
  const { message, span, cause } = templateErrorSpan(error);
  const place = template.placeOf(span);
  if (cause instanceof UnprintableError) {
    return finding('PL2012', place, `the template prints ${cause.message} for ${node.name}`, {
      hint: 'print its elements, or add a filter such as | join: "," or | json',
    });
  }
  const [, variable] = undefinedVariable.exec(message) ?? [];
  if (variable !== undefined) {
    return finding('PL2011', place, `${node.name} has no ${variable}`, {
      hint: `where it may be missing: {% if ${variable} %} or | default: "…"`,
    });
  }
  return finding('PL2010', place, `${message}, for ${node.name}`);
}
