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

/** The same view from a later row on, as a pager asks for it. */
export const fromRow =
  (path: string, now: URLSearchParams) =>
  (offset: number): string =>
    changed(path, now, { offset: offset > 0 ? String(offset) : undefined })

/**
 * The same view sorted by a column, and which way it is sorted now. A minus before the name is descending; pressing a
 * column again turns the order round.
 */
export function sortedBy(
  path: string,
  now: URLSearchParams,
  { name, sort, first = name }: { name: string; sort: string; first?: string },
): { href: string; direction: 'ascending' | 'descending' | undefined } {
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined
  const turned = first === name ? `-${name}` : name
  return { href: changed(path, now, { sort: sort === first ? turned : first }), direction }
}

/** Words of the address that a form must carry along, those that it asks itself left out. */
export const kept = (now: URLSearchParams, own: readonly string[]): [string, string][] =>
  [...now].filter(([name, value]) => value !== '' && !places.has(name) && !own.includes(name))

/** Where a view is saved under a name. */
export const keepAddress = (link: (path: string) => string, address: string): string =>
  `${link('/saved/new')}?address=${encodeURIComponent(address)}`
