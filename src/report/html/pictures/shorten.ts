/** A text with as many characters as a picture has room for, the last one an ellipsis where it was longer. */
export function shorten(text: string, room: number): string {
  const characters = [...text];
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`;
}
