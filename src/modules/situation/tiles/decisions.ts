import { readRegister } from '../../decisions/index.ts'
import { type Maker, type Making, said, type Told } from '../book.ts'

/** What has been decided here, of real calls; of calls for practice where there is nothing else, and then it says so. */
export const decisionsTile: Maker = async (making) => {
  if (making.place.scope === 'region') return null
  return (await decided(making, '0')) ?? (await decided(making, '1'))
}

async function decided({ ask, book, tile, place, now }: Making, exercise: '0' | '1') {
  const ecosystem = place.ecosystem ?? undefined
  const { total, counts, granted } = await ask(readRegister, { ecosystem, exercise, limit: 1 })
  if (total === 0) return null
  const path = (more: Record<string, string> = {}) =>
    `/register?${new URLSearchParams({ ...(ecosystem && { ecosystem }), ...more, ...(exercise === '1' && { exercise }) })}`
  const told = (origin: string): Omit<Told, 'label' | 'unit'> => ({
    decimals: 0,
    method: 'decisions',
    sources: [
      {
        key: 'register',
        name: { fi: 'Päätösrekisteri', sv: 'Beslutsregistret', en: 'Register of decisions' },
        path: '/register',
        asOf: now.toISOString(),
      },
    ],
    origin,
  })
  const outcome = (value: string) => String(counts.outcome.find((c) => c.value === value)?.count ?? 0)
  return {
    figures: [
      book.figure(`${tile.id}.granted-to`, {
        label: said((t) => t.grantedTo),
        unit: 'count',
        ...told(path({ outcome: 'yes' })),
        value: outcome('yes'),
      }),
      book.figure(`${tile.id}.refused`, {
        label: said((t) => t.refused),
        unit: 'count',
        ...told(path({ outcome: 'no' })),
        value: outcome('no'),
      }),
      book.figure(`${tile.id}.granted`, {
        label: said((t) => t.grantedHere),
        unit: 'euro',
        ...told(path()),
        value: granted,
      }),
    ],
    ...(exercise === '1' && { exercise: true, notes: [said((t) => t.practice)] }),
  }
}
