/**
 * A path of ours with its query, without a language's prefix being touched; undefined for anything that a browser
 * would take elsewhere ("//host", "/\\host", a tab between the slashes).
 */
export function ownPath(asked: string | null | undefined): string | undefined {
  if (!asked?.startsWith('/')) return undefined
  try {
    const here = 'http://here.invalid'
    const url = new URL(asked, here)
    // A path may resolve to "//host" too: "/.//host" does.
    if (url.origin !== here || url.pathname.startsWith('//')) return undefined
    return `${url.pathname}${url.search}`
  } catch {
    return undefined
  }
}
