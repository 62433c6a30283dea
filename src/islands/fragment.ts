/**
 * Fetches an address and takes one element out of it. `fragment=ID` tells the server that this element is enough;
 * a server that answers the whole page is understood as well.
 */
export async function fetchFragment(
  href: string,
  id: string,
  signal?: AbortSignal,
): Promise<HTMLElement | null> {
  const url = new URL(href, location.href)
  url.searchParams.set('fragment', id)
  const response = await fetch(url, {
    headers: { accept: 'text/html' },
    credentials: 'same-origin',
    signal: signal ?? null,
  })
  if (!response.ok) throw new Error(`${response.status}`)
  const found = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(id)
  return found && document.importNode(found, true)
}

export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError'
