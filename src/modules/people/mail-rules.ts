/** How often a mail is tried. */
export const mailTries = 6

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const address = /https?:\/\/[^\s<>"]+/g

/** The same mail for readers that show HTML: paragraphs, and addresses that can be pressed. No pictures, no tracking. */
export function htmlOf(text: string, language: string): string {
  const paragraphs = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      let at = 0
      let html = ''
      for (const found of line.matchAll(address)) {
        const url = escaped(found[0])
        html += `${escaped(line.slice(at, found.index))}<a href="${url}">${url}</a>`
        at = found.index + found[0].length
      }
      return `<p>${html}${escaped(line.slice(at))}</p>`
    })
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"></head><body>${paragraphs.join('')}</body></html>`
}

/** A text without the secrets of the links in it: what is kept of a mail that has gone out. */
export const withoutTokens = (text: string): string => text.replaceAll(/([?&]token=|\/off\/)[\w-]+/g, '$1…')

/** A server that says 5xx will say it again; anything else may pass. */
export const isFinal = (error: unknown): boolean => {
  const code = (error as { responseCode?: number }).responseCode
  return code !== undefined && code >= 500 && code < 600
}
