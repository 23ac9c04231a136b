import { Document } from 'yaml';

/**
 * The one place that writes YAML of what a person answered: a document that parses back to the very value, with a comment above.
 *
 * @param schema what the first line names for editors
 * @param comments a line each; whatever is in them, they stay comments
 */
export function yamlText(value: object, schema: string, comments: readonly string[]): string {
  const document = new Document(value);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  return [`# yaml-language-server: $schema=${schema}`, ...comments.map(comment), text].join('\n');
}

/** A line of comment. Whatever would end the line, or hide what it says, is a space. */
export function comment(text: string): string {
  return `# ${text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')}`.trimEnd();
}
