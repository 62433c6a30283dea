import { unlessRefused } from '../../../kernel/supplement.ts'
import { dayIn } from '../../../kernel/time.ts'
import { listFollowed, risksOf } from '../../followup/index.ts'
import { type Maker, type Making, said, type Told } from '../book.ts'
import { countOf, indicatorsOf, isBehind, named } from './indicators.ts'

/** What is behind its target or past its day; for the office, also what endangers the projects that are followed. */
export const risksTile: Maker = async (making) => {
  const found = await indicatorsOf(making)
  const figures = found?.figures ?? []
  const withTarget = figures.filter(({ target }) => target)
  const behind = withTarget.filter(isBehind)
  const today = dayIn(making.now)
  const overdue = withTarget.filter(({ target, light }) => light !== 'met' && target!.dueOn < today)
  const followed = await followedFigures(making)
  if (withTarget.length + followed.length === 0) return null
  return {
    figures: [
      ...(withTarget.length > 0
        ? [
            countOf(making, 'behind', figures, behind.length),
            countOf(making, 'overdue', figures, overdue.length),
          ]
        : []),
      ...followed,
    ],
    list: behind.map((one) => ({
      label: named(one),
      path: one.source,
      note: said((t) => (one.light === 'red' ? t.farBehind : t.behind)),
    })),
    ...(withTarget.length > 0 && behind.length === 0 && { notes: [said((t) => t.nothingBehind)] }),
  }
}

/** Of followed projects, where the picture's readers may see all of them. */
async function followedFigures({ ask, book, tile, place, now }: Making): Promise<string[]> {
  if (!place.ecosystem) return []
  const listed = await ask(listFollowed, { key: place.ecosystem }).catch(unlessRefused)
  if (!listed || listed.items.length === 0) return []
  const { risks, lateMilestones, lateReports, waiting } = risksOf(place.ecosystem, listed.items)
  const counts = { highRisks: risks.high, lateMilestones, lateReports, waiting }
  const told: Omit<Told, 'label' | 'method' | 'origin'> = {
    unit: 'count',
    decimals: 0,
    sources: [
      {
        key: 'followup',
        name: { fi: 'Hankkeiden seuranta', sv: 'Uppföljningen av projekten', en: 'Following of projects' },
        path: `/ecosystems/${place.ecosystem}/followup`,
        asOf: now.toISOString(),
      },
    ],
  }
  return (Object.keys(counts) as (keyof typeof counts)[]).map((name) =>
    book.figure(`${tile.id}.${name}`, {
      label: said((t) => t[name]),
      ...told,
      method: name,
      origin: counts[name].path,
      value: String(counts[name].count),
    }),
  )
}
