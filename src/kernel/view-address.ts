/** Words of a list's address that say where in the list one stands, not what the list holds. */
const places = new Set(['offset', 'fragment'])

/**
 * The same view with some words changed: `undefined` takes a word out, an array repeats it. Going back to the first
 * page is part of every change of what is shown.
 */
export function changed(
  path: string,
  now: URLSearchParams,
  change: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const next = new URLSearchParams()
  for (const [name, value] of now)
    if (!places.has(name) && !(name in change) && value) next.append(name, value)
  for (const [name, value] of Object.entries(change)) {
    for (const v of typeof value === 'string' ? [value] : (value ?? [])) next.append(name, v)
  }
  const query = next.toString()
  return query ? `${path}?${query}` : path
}

/** The view without one of the values of a repeated word. */
export const without = (path: string, now: URLSearchParams, name: string, value: string): string =>
  changed(path, now, { [name]: now.getAll(name).filter((v) => v !== value) })

/** Words of the address that a form must carry along, those that it asks itself left out. */
export const kept = (now: URLSearchParams, own: readonly string[]): [string, string][] =>
  [...now].filter(([name, value]) => value !== '' && !places.has(name) && !own.includes(name))

/** Where a view is saved under a name. */
export const keepAddress = (link: (path: string) => string, address: string): string =>
  `${link('/saved/new')}?address=${encodeURIComponent(address)}`
