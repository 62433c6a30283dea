/** What a parser of XML tells, one after the other. Names may have a prefix. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'close' }

/** Characters that no XML 1.0 document may hold (section 2.2), halves of pairs among them. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is dropped
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text without what XML cannot hold. */
export const cleaned = (text: string): string => text.replace(forbidden, '')

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A text as it stands in an element or between quotes. */
export const escaped = (text: string): string =>
  cleaned(text).replace(/[&<>"\t\n\r]/g, (sign) => escapes[sign]!)

/** The name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
