/** What a list held: the address of each thing, and a stamp that moves when the thing changes. */
export type Held = Readonly<Record<string, string>>

export type Difference = { added: string[]; changed: string[]; gone: number }

/** What is new in a list or has changed in it since it was last read. */
export function difference(before: Held, now: Held): Difference {
  const added: string[] = []
  const changed: string[] = []
  for (const [address, stamp] of Object.entries(now)) {
    const old = Object.hasOwn(before, address) ? before[address] : undefined
    if (old === undefined) added.push(address)
    else if (old !== stamp) changed.push(address)
  }
  return { added, changed, gone: Object.keys(before).filter((a) => !Object.hasOwn(now, a)).length }
}

/** The lists that can be saved; those that can be read again by a job may have an alert. */
export const listPaths = [
  '/projects',
  '/organisations',
  '/ecosystems',
  '/regions',
  '/search',
  '/discussion',
  '/calendar',
  '/funding',
  '/calls',
  '/forms',
  '/criteria',
  '/register',
  '/meetings',
] as const
export type WatchedPath = '/projects' | '/organisations' | '/ecosystems' | '/discussion'
export const watchedPaths: readonly string[] = ['/projects', '/organisations', '/ecosystems', '/discussion']

/** Words of an address that say where in a list one stands or what one sees of it, not what it holds. */
const passing = new Set(['offset', 'limit', 'fragment', 'open', 'lang'])

/** The list and the question of an address of ours; undefined for what is no list. */
export function viewOf(address: string): { path: string; question: string } | undefined {
  if (!/^\/(?![/\\])/.test(address) || !URL.canParse(address, 'http://x')) return undefined
  const url = new URL(address, 'http://x')
  const path = url.pathname.replace(/^\/(?:sv|en)(?=\/|$)/, '')
  const inEcosystem = /^\/ecosystems\/[a-z0-9-]+\/(?:discussion|calendar)$/.test(path)
  const ofCall = /^\/calls\/[^/]+\/(?:applications|assessment|decisions)$/.test(path)
  if (!inEcosystem && !ofCall && !(listPaths as readonly string[]).includes(path)) return undefined
  // A NUL can be written in an address and kept nowhere: nothing that is looked for has one.
  const words = [...url.searchParams].map(([k, v]) => [k, v.replaceAll('\0', '')] as [string, string])
  const question = new URLSearchParams(
    words.filter(([k, v]) => !passing.has(k) && !k.includes('\0') && v !== ''),
  )
  return { path, question: question.toString() }
}
