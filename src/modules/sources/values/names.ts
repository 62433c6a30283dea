import { oneLine } from '../cells.ts'

/**
 * Finnish compounds that share their end are parted by commas: "elinkeino-, liikenne- ja ympäristökeskus". Where
 * the comma was taken out upstream, two hyphens in a row before "ja" tell for certain where it stood.
 */
const lostComma = /(\p{L}-)[\s,]+(?=\p{L}+-\s+(?:ja|sekä|och|samt)\s)/gu

/** An organisation's name as it is written: one line, lost commas put back. */
export const organisationName = (text: string): string => oneLine(text).replace(lostComma, '$1, ')

/** A title on one line; `standIn` is a sign that stood in for commas. */
export function titleOf(text: string, standIn?: string): string {
  const title = oneLine(text)
  return standIn
    ? title.replace(new RegExp(`\\s*\\${standIn}\\s*`, 'g'), ', ').replace(/^, |, $/g, '')
    : title
}
