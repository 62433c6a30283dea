import { formatDay } from '../../../kernel/time.ts'
import { daysAfter, periodAround } from '../../reports/index.ts'
import type { Play, Step } from './play.ts'

const key = 'hev'
const three = (fi: string, sv: string, en: string) => ({ fi, sv, en })

const indicators = [
  {
    code: 'HARJOITUS-1',
    name: three(
      'Kokeiluihin osallistuneet yritykset (keksitty)',
      'Företag som deltagit i försök (påhittat)',
      'Enterprises in trials (invented)',
    ),
    definition: three(
      'Yritys, joka on jaksolla kokeillut tuotettaan tai palveluaan hankkeen ympäristössä. Esittelyssä käynyt ei ole kokeilija.',
      'Ett företag som under perioden har prövat sin produkt eller tjänst i projektets miljö. Ett besök räknas inte.',
      'An enterprise that tried its product or service in the project’s environment in the period. A visit is no trial.',
    ),
    unit: three('yritystä', 'företag', 'enterprises'),
    aggregation: 'unique',
    disaggregation: ['size', 'region'],
    target: '12',
  },
  {
    code: 'HARJOITUS-2',
    name: three(
      'Päättyneet kokeilut (keksitty)',
      'Avslutade försök (påhittat)',
      'Trials completed (invented)',
    ),
    definition: three(
      'Kokeilu, josta on kirjattu tulos. Keskeytynyt kokeilu lasketaan, kun syy on kirjattu.',
      'Ett försök vars resultat har antecknats. Ett avbrutet försök räknas när orsaken har antecknats.',
      'A trial whose result has been written down. One that was stopped counts when the reason has been.',
    ),
    unit: three('kokeilua', 'försök', 'trials'),
    aggregation: 'sum',
    disaggregation: [],
    target: '9',
  },
] as const

/** What two projects report of their first period; one enterprise is in both. */
const reported = [
  {
    title: 'Ekosysteemin peili (keksitty)',
    manager: 'project-manager',
    enterprises:
      '9100048-6; Sumuanturi Oy (keksitty); pieni; Uusimaa\n9100085-7; Lempeä Robotiikka Oy (keksitty); mikro; Uusimaa\n9100122-7; Kaikuluotain Oy (keksitty); keskisuuri; Pirkanmaa',
    trials: '2',
    narrative: 'Kaksi kokeilua päättyi, kolmas jatkuu seuraavalla jaksolla.',
  },
  {
    title: 'Hiljaisen kaupungin melukartta (keksitty)',
    manager: 'partner',
    enterprises:
      '9100048-6; Sumuanturi Oy (keksitty); pieni; Uusimaa\n9100159-3; Meluvalli Oy (keksitty); mikro; Uusimaa\nKatusoittajien osuuskunta (keksitty)',
    trials: '1',
    narrative: 'Mittausasemat olivat käytössä koko jakson.',
  },
] as const

/** The two quarters that ended last: the first is reported, the second waits. */
function quarters({ day }: Play) {
  const second = periodAround(daysAfter(periodAround(day, 'quarter').from, -1), 'quarter')
  return { second, first: periodAround(daysAfter(second.from, -1), 'quarter') }
}

type Listed = { items: { id: string; projectName: { fi?: string }; from: string }[] }
type State = { indicator: { id: string; code: string } }

/** Own indicators with targets, how projects report, one period reported and approved, the next open. */
export const reportingSteps: readonly Step[] = [
  {
    name: 'indicators',
    run: async (play) => {
      const { does, at } = play
      const { first } = quarters(play)
      for (const { target, ...said } of indicators)
        await does('coordinator', at(-30), 'indicator.define', {
          key,
          ...said,
          source: 'Harjoitus (keksitty)',
        })
      const { items } = await does<{ items: State[] }>('coordinator', at(-30), 'indicator.list', { key })
      for (const { code, target } of indicators)
        await does('coordinator', at(-30), 'indicator.set-target', {
          key,
          indicator: items.find(({ indicator }) => indicator.code === code)!.indicator.id,
          baseline: '0',
          target,
          starts: formatDay(first.from, 'fi'),
          due: formatDay(daysAfter(first.from, 730), 'fi'),
          reason: 'Harjoituksen keksitty tavoite',
        })
    },
  },
  {
    name: 'reporting',
    run: async (play) => {
      const { does, at } = play
      const { first } = quarters(play)
      await does('coordinator', at(-20), 'report.settle', {
        key,
        period: 'quarter',
        dueDays: '120',
        starts: formatDay(first.from, 'fi'),
        guidance: three(
          'Tämä on harjoitus: hankkeet, luvut ja yritykset on keksitty.',
          'Det här är en övning: projekten, talen och företagen är påhittade.',
          'This is an exercise: projects, numbers and enterprises are invented.',
        ),
      })
      for (const { title } of reported) {
        const asked = { q: `"${title.replace(/ \(keksitty\)$/, '')}"` }
        const { items } = await does<{ items: { code: string | null; name: string }[] }>(
          'coordinator',
          at(0),
          'projects.list',
          asked,
        )
        await does('coordinator', at(-20, '09:30'), 'report.add-project', {
          key,
          code: items.find((item) => item.name === title)?.code ?? '',
          starts: formatDay(first.from, 'fi'),
        })
      }
    },
  },
  {
    name: 'reports',
    run: async (play) => {
      const { does, at } = play
      const { first } = quarters(play)
      const { items } = await does<Listed>('coordinator', at(-18), 'report.list', { key })
      for (const { title, manager, enterprises, trials, narrative } of reported) {
        const report = items.find((one) => one.projectName.fi === title && one.from === first.from)!.id
        const told = await does<{ mine: string[]; asked: { id: string; code: string }[] }>(
          manager,
          at(-18),
          'report.get',
          { report },
        )
        const fields = Object.fromEntries(
          told.asked.flatMap(({ id, code }): [string, string][] =>
            code === 'HARJOITUS-1'
              ? [[`e.${id}`, enterprises]]
              : [
                  [`n.${id}`, trials],
                  [`t.${id}`, narrative],
                ],
          ),
        )
        await does(manager, at(-17), 'report.give-part', {
          report,
          organisation: told.mine[0],
          fields,
          send: true,
        })
        await does('council-officer', at(-15), 'report.approve', { report })
      }
    },
  },
]
