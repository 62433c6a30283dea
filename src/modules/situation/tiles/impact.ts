import { chainAction } from '../../impact/index.ts'
import { type Maker, said } from '../book.ts'

const levels = ['input', 'activity', 'output', 'actors', 'society'] as const
const evidences = ['measured', 'reported', 'story', 'none'] as const
const wordOf = { measured: 'measured', reported: 'reported', story: 'story', none: 'noEvidence' } as const

/** How the claims of the impact chain are known, level by level. */
export const impactTile: Maker = async ({ ask, book, tile, place, now }) => {
  if (!place.ecosystem) return null
  const { items } = await ask(chainAction, { key: place.ecosystem })
  const claims = items.filter(({ kind }) => kind !== 'clinic')
  if (claims.length === 0) return null
  const path = `/ecosystems/${place.ecosystem}/impact`
  return {
    figures: [],
    table: {
      head: said((t) => t.heads.level),
      columns: evidences.map((evidence) => said((t) => t[wordOf[evidence]])),
      rows: levels.map((level) => ({
        label: said((t) => t.levels[level]),
        path,
        cells: evidences.map((evidence) =>
          book.figure(`${tile.id}.${level}.${evidence}`, {
            label: said((t) => `${t.levels[level]}: ${t[wordOf[evidence]]}`),
            unit: 'count',
            decimals: 0,
            method: 'claims',
            sources: [
              {
                key: 'impact',
                name: { fi: 'Vaikuttavuusketju', sv: 'Effektkedjan', en: 'Impact chain' },
                path,
                asOf: now.toISOString(),
              },
            ],
            origin: path,
            value: String(
              claims.filter(
                ({ kind, content }) => kind === level && (content.evidence ?? 'none') === evidence,
              ).length,
            ),
          }),
        ),
      })),
    },
  }
}
