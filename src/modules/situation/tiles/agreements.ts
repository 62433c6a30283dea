import { listEcosystems } from '../../ecosystems/index.ts'
import { type Maker, said } from '../book.ts'
import type { Content } from '../content.ts'
import { standardKey } from '../rules.ts'

/** The figures that are laid side by side, as "tile.figure" of the ecosystems' own pictures. */
const columns = [
  { of: 'decisions', figure: 'granted', label: 'grantedHere' },
  { of: 'indicators', figure: 'onTrack', label: 'onTrack' },
  { of: 'indicators', figure: 'ofIndicators', label: 'ofIndicators' },
  { of: 'risks', figure: 'behind', label: 'behind' },
  { of: 'network', figure: 'members', label: 'members' },
  { of: 'network', figure: 'pairs', label: 'pairs' },
  { of: 'projects', figure: 'projects', label: 'projects' },
  { of: 'projects', figure: 'granted', label: 'granted' },
] as const

/** The ecosystem agreements, or the ecosystems of a region: a row each, of what it shares of its own picture. */
export const agreementsTile: Maker = async ({ ask, book, tile, place, shared }) => {
  if (place.scope === 'ecosystem') return null
  const { items } = await ask(listEcosystems, {
    ...(place.scope === 'nation' ? { kind: ['agreement' as const] } : { region: [...place.regions] }),
    limit: 1000,
  })
  if (items.length === 0) return null
  const rows = items.map(({ key, name, short }) => {
    const content = shared.get(key)
    const path = `/situation/${standardKey('ecosystem', key)}`
    return {
      label: short ?? name,
      path,
      cells: columns.map(({ of, figure, label }) => {
        const found = sharedFigure(content, of, figure)
        return book.figure(`${tile.id}.${key}.${of}-${figure}`, {
          label: said((t, l) => `${t[label]}: ${(short ?? name)[l] ?? name.fi}`),
          unit: found?.unit ?? (figure === 'granted' ? 'euro' : 'count'),
          decimals: 0,
          method: 'shared',
          sources: [{ key: `picture:${key}`, name, path, asOf: null }],
          origin: found ? `${path}/figures/${encodeURIComponent(`${of}.${figure}`)}` : path,
          value: found?.value ?? null,
          ...(found?.period && { period: found.period }),
          ...(!found?.value && { missing: said((t) => (isApart(content, of) ? t.notShared : t.noFigure)) }),
        })
      }),
    }
  })
  const practised = items.some(({ key }) =>
    shared.get(key)?.tiles.some((t) => t.kind === 'decisions' && t.exercise),
  )
  return {
    ...(place.scope === 'region' && { title: said((t) => t.ecosystemsHere) }),
    figures: [],
    table: {
      head: said((t) => (place.scope === 'nation' ? t.heads.agreement : t.heads.ecosystem)),
      columns: columns.map(({ label }) => said((t) => t[label])),
      rows,
    },
    ...(practised && { exercise: true }),
  }
}

const isApart = (content: Content | undefined, tile: string): boolean =>
  content?.tiles.find(({ id }) => id === tile)?.apart === true

const sharedFigure = (content: Content | undefined, tile: string, figure: string) =>
  isApart(content, tile) ? undefined : content?.figures[`${tile}.${figure}`]
