import { networkGrowth, networkRegions } from '../../network/index.ts'
import { type Maker, type Making, said, type Told } from '../book.ts'
import type { Point } from '../content.ts'

/** How the network of the place has grown, and on which page that is told. */
async function networkOf({ ask, place }: Making) {
  if (place.ecosystem) {
    const { growth, members, at } = await ask(networkRegions, { key: place.ecosystem })
    return { growth, actors: members.length, at, origin: `/ecosystems/${place.ecosystem}/regions` }
  }
  const region = place.regions[0]
  const found = await ask(networkGrowth, { ...(region && { region }) })
  return { ...found, origin: region ? `/network?region=${region}` : '/network' }
}

/** Who works together in the place, by half-year: measured from projects, agreements and stated ties. */
export const networkTile: Maker = async (making) => {
  const { book, tile, place } = making
  const { growth, actors, at, origin } = await networkOf(making)
  if (!at || actors === 0) return null
  const told: Omit<Told, 'label' | 'unit' | 'method'> = {
    decimals: 0,
    sources: [
      {
        key: 'network',
        name: { fi: 'Verkoston kuva', sv: 'Bilden av nätverket', en: 'Picture of the network' },
        path: '/network',
        asOf: at.toISOString(),
      },
    ],
    origin,
  }
  const last = growth.at(-1)
  const points = (value: (g: (typeof growth)[number]) => number): Point[] =>
    growth.map((g) => ({ period: halfYear(g.first), value: String(value(g)) }))
  return {
    figures: [
      book.figure(`${tile.id}.members`, {
        label: said((t) => (place.ecosystem ? t.members : t.actors)),
        unit: 'count',
        ...told,
        method: place.ecosystem ? 'members' : 'actors',
        value: String(actors),
      }),
      ...(last
        ? [
            book.figure(`${tile.id}.tied`, {
              label: said((t) => t.tied),
              unit: 'count',
              ...told,
              method: place.ecosystem ? 'tied' : 'tiedHere',
              value: String(last.actors),
              period: halfYear(last.first),
            }),
            book.figure(`${tile.id}.pairs`, {
              label: said((t) => t.pairs),
              unit: 'count',
              ...told,
              method: 'pairs',
              value: String(last.pairs),
              period: halfYear(last.first),
            }),
            book.figure(`${tile.id}.across`, {
              label: said((t) => t.across),
              unit: 'share',
              ...told,
              method: 'across',
              value: last.pairs === 0 ? null : last.acrossShare.toFixed(4),
              period: halfYear(last.first),
            }),
          ]
        : []),
    ],
    ...(growth.length > 1 && {
      chart: {
        form: 'lines' as const,
        series: [
          book.series(`${tile.id}.pairs-by-half-year`, {
            label: said((t) => t.pairs),
            unit: 'count',
            ...told,
            method: 'pairs',
            points: points((g) => g.pairs),
          }),
          book.series(`${tile.id}.tied-by-half-year`, {
            label: said((t) => t.tied),
            unit: 'count',
            ...told,
            method: place.ecosystem ? 'tied' : 'tiedHere',
            points: points((g) => g.actors),
          }),
        ],
      },
    }),
  }
}

/** "2026-01-01" is "1/2026", "2026-07-01" is "2/2026". */
const halfYear = (first: string): string => `${Number(first.slice(5, 7)) > 6 ? 2 : 1}/${first.slice(0, 4)}`
