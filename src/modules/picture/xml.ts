const special: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as it may stand in XML 1.0: the five special characters escaped, control characters left out. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (c) => special[c] ?? c)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these characters
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
