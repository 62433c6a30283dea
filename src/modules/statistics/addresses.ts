import type { Origin, Slice } from './rules.ts'

/** An address from which a table is fetched, and what it is. */
export type TableAddress = { origin: Exclude<Origin, 'file'>; address: string; table: string }

/** Words of an address that Eurostat's API takes which are no dimensions. */
const notDimensions = new Set([
  'format',
  'lang',
  'compressed',
  'time',
  'sincetimeperiod',
  'untiltimeperiod',
  'lasttimeperiod',
  'geolevel',
])

/**
 * The address of a table as people copy it: of PxWeb's API or of its page, of Eurostat's API or its Data Browser.
 * Undefined for anything else.
 */
export function tableAddress(typed: string): TableAddress | undefined {
  let url: URL
  try {
    url = new URL(typed.trim())
  } catch {
    return undefined
  }
  if (!/^https?:$/.test(url.protocol)) return undefined
  return pxAddress(url) ?? eurostatAddress(url)
}

function pxAddress(url: URL): TableAddress | undefined {
  const path = url.pathname.replace(/\/+$/, '')
  const api = /\/api\/v1\/[a-z]{2}\/.+\/([^/]+?)(?:\.px)?$/i.exec(path)
  if (api) return { origin: 'pxweb', address: `${url.origin}${path}`, table: api[1]!.toLowerCase() }
  // The page's "StatFin__tkke" is the API's "tkke" under "StatFin".
  const page = /^(.*)\/pxweb\/([a-z]{2})\/([^/]+)\/([^/]+)\/([^/]+\.px)$/i.exec(path)
  if (!page) return undefined
  const [, base, language, database, folders, file] = page
  const folder = folders!.split('__').slice(1).join('/')
  const address = `${url.origin}${base}/api/v1/${language}/${database}/${folder}${folder && '/'}${file}`
  return { origin: 'pxweb', address, table: file!.replace(/\.px$/i, '').toLowerCase() }
}

const eurostatApi = 'https://ec.europa.eu/eurostat/api/dissemination'

function eurostatAddress(url: URL): TableAddress | undefined {
  const api =
    /\/api\/dissemination\/(?:statistics\/1\.0\/data|sdmx\/(?:2\.1|3\.0)\/data)\/([A-Za-z]\w*)/.exec(
      url.pathname,
    )
  if (api) return { origin: 'eurostat', address: url.href, table: api[1]!.toLowerCase() }
  const page = /\/eurostat\/databrowser\/(?:view|bookmark|product\/view)\/([A-Za-z]\w*)/.exec(url.pathname)
  if (!page || url.hostname !== 'ec.europa.eu') return undefined
  const table = page[1]!.toLowerCase()
  return {
    origin: 'eurostat',
    address: `${eurostatApi}/statistics/1.0/data/${table}?format=JSON&lang=EN`,
    table,
  }
}

/** What to ask Eurostat's API for: the address itself, narrowed by a slice where there is one. */
export function eurostatRequest(address: string, slice: Slice | null): string {
  if (!slice) return address
  const url = new URL(address)
  for (const key of [...url.searchParams.keys()])
    if (!notDimensions.has(key.toLowerCase())) url.searchParams.delete(key)
  for (const { code, values } of slice.query) {
    if (code === slice.follows) url.searchParams.set('sinceTimePeriod', [...values].sort()[0] ?? '')
    else for (const value of values) url.searchParams.append(code, value)
  }
  return url.href
}

/** The same table with its newest period alone: what Eurostat's API has in the place of metadata. */
export function eurostatOutline(address: string): string {
  const url = new URL(address)
  url.searchParams.set('format', 'JSON')
  url.searchParams.set('lastTimePeriod', '1')
  url.searchParams.delete('sinceTimePeriod')
  return url.href
}
