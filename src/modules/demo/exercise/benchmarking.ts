import { perform } from '../../../kernel/action.ts'
import { askedOf } from '../../benchmarks/index.ts'
import { listStatistics } from '../../statistics/index.ts'
import type { Step } from './play.ts'

const tables = { gdp: 'nama_10r_3gdp', research: 'statfin_tkke_pxt_13tn' } as const

/**
 * Kanta-Häme and its peers, from the real statistics that ship with the product, and the process figures of the exercise
 * for everybody; the notes are invented and say so.
 */
export const benchmarkSteps: readonly Step[] = [
  {
    name: 'benchmark',
    run: async ({ stage, does, at, kept }) => {
      const { items } = await perform(listStatistics, stage, { limit: 1000 })
      const idOf = (table: string) => items.find((d) => d.table === table && d.version)?.id
      const [gdp, research] = [idOf(tables.gdp), idOf(tables.research)]
      if (!gdp || !research) return
      const product = (unit: string) => ({ freq: 'A', unit, TIME_PERIOD: '2021' })
      const spending = (sector: string) => ({ Vuosi: '2024', Sektori: sector, Tiedot: 'tk_menot' })
      const asked = askedOf({
        target: 'MK05',
        variables: [
          { dataset: gdp, codes: product('EUR_HAB'), weight: '2' },
          { dataset: gdp, codes: product('MIO_EUR'), weight: '2' },
          { dataset: research, codes: spending('SSS'), weight: '1' },
          { dataset: research, codes: spending('yri'), weight: '1' },
        ],
      })
      const { id } = await does<{ id: string }>('coordinator', at(-6), 'benchmarks.make', asked)
      kept.benchmark = id
      await does('coordinator', at(-5), 'benchmarks.add-note', {
        id,
        kind: 'lesson',
        words:
          'Harjoitus: verrokit ovat samankokoisia, mutta yritysten T&K-menoissa ne eroavat. Kysytään, millä rahoituksella yritykset saatiin mukaan.',
        address: '/ecosystems/hev',
      })
    },
  },
  {
    name: 'process figures',
    run: async ({ does, at, kept }) => {
      const { ecosystem } = kept
      await does('coordinator', at(-5, '10:00'), 'process.share', { ecosystem, share: 'public' })
      await does('coordinator', at(-5, '10:10'), 'process.add-note', {
        ecosystem,
        figure: 'decide',
        kind: 'cause',
        words:
          'Harjoitus: ohjausryhmä kokoontuu kerran kuussa, ja esitykset odottavat kokousta. Kokeillaan päätöksiä kahdesti kuussa.',
        address: '/calls/harjoitus-3',
      })
    },
  },
]
