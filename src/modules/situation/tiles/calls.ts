import { inEach } from '../../../kernel/text.ts'
import { formatInstant } from '../../../kernel/time.ts'
import { type Call, callPath, lastDeadline, publicCalls } from '../../calls/index.ts'
import { listEcosystems } from '../../ecosystems/index.ts'
import { type Maker, type Making, said } from '../book.ts'

/** The ecosystems whose calls concern the place; undefined: all of them. */
async function ecosystemsOf({ ask, place }: Making): Promise<string[] | undefined> {
  if (place.ecosystem) return [place.ecosystem]
  if (place.scope === 'nation') return undefined
  const { items } = await ask(listEcosystems, { region: [...place.regions], limit: 1000 })
  return items.map(({ key }) => key)
}

/** Calls that are open or announced, the nearest day first. */
export const callsTile: Maker = async (making) => {
  const { ask, book, tile, now } = making
  const ecosystem = await ecosystemsOf(making)
  if (ecosystem?.length === 0) return null
  const found = async (state: 'open' | 'coming') =>
    (await ask(publicCalls, { ecosystem, state: [state], limit: 100 })).items as Call[]
  const [open, coming] = [await found('open'), await found('coming')]
  const path = (state: string) =>
    `/calls?${new URLSearchParams([...(ecosystem ?? []).map((key) => ['ecosystem', key]), ['state', state]])}`
  const count = (name: 'open' | 'coming', of: readonly Call[]) =>
    book.figure(`${tile.id}.${name}`, {
      label: said((t) => t[name]),
      unit: 'count',
      decimals: 0,
      method: name,
      sources: [
        {
          key: 'calls',
          name: { fi: 'Haut', sv: 'Utlysningar', en: 'Calls' },
          path: '/calls',
          asOf: now.toISOString(),
        },
      ],
      origin: path(name),
      value: String(of.length),
    })
  return {
    figures: [count('open', open), count('coming', coming)],
    list: [
      ...open.map((call) => ({ call, at: lastDeadline(call), word: 'closes' as const })),
      ...coming.map((call) => ({ call, at: call.opensAt, word: 'opens' as const })),
    ]
      .slice(0, 8)
      .map(({ call, at, word }) => ({
        label: call.title,
        path: callPath(call),
        note: at ? said((t, l) => t[word](formatInstant(at, l))) : inEach(() => ''),
      })),
    ...([...open, ...coming].some((call) => call.exercise) && { exercise: true }),
    ...(open.length + coming.length === 0 && { notes: [said((t) => t.noCalls)] }),
  }
}
