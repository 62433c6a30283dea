/**
 * How long a text is, for its limit and for the counter beside it: Unicode characters (code points), a line end
 * counted as one however it was sent, without the blanks at the ends.
 */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text.replaceAll('\r\n', '\n').trim()) count++
  return count
}
