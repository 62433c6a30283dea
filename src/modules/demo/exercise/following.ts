import { formatDay } from '../../../kernel/time.ts'
import { daysAfter, periodAround } from '../../reports/index.ts'
import type { Play, Step } from './play.ts'

const title = 'Ekosysteemin peili (keksitty)'
const manager = 'project-manager'

/** What is kept of the project: days are counted from the day of the exercise. */
const entries = (on: (days: number) => string) => [
  {
    kind: 'milestone',
    fields: {
      title: 'Kumppanit ja aineistot koossa (keksitty)',
      due: on(-60),
      state: 'reached',
      reached: on(-64),
      shows: 'Aloituskokouksen pöytäkirja ja aineistoluettelo.',
    },
  },
  {
    kind: 'milestone',
    fields: {
      title: 'Ensimmäinen kuva ekosysteemistä julkaistu (keksitty)',
      due: on(-6),
      state: 'planned',
      shows: 'Julkaistu verkkosivu.',
    },
  },
  {
    kind: 'milestone',
    fields: { title: 'Väliarviointi ohjausryhmässä (keksitty)', due: on(75), state: 'planned' },
  },
  {
    kind: 'deliverable',
    fields: {
      title: 'Toimijakartoituksen raportti (keksitty)',
      form: 'report',
      due: on(-40),
      reached: on(-42),
      url: 'https://example.org/toimijakartoitus',
      text: 'Keitä ekosysteemissä on ja mitä he tekevät yhdessä.',
      public: '1',
    },
  },
  {
    kind: 'deliverable',
    fields: { title: 'Avoin aineisto yhteyksistä (keksitty)', form: 'data', due: on(90) },
  },
  {
    kind: 'risk',
    fields: {
      title: 'Yritykset eivät anna tietojaan ajoissa (keksitty)',
      likelihood: '4',
      effect: '4',
      response: 'Sovitaan tietojen luovutuksesta kirjallisesti ja aloitetaan julkisista lähteistä.',
      owner: 'projektipäällikkö',
      state: 'open',
    },
  },
  {
    kind: 'risk',
    fields: {
      title: 'Avainhenkilö vaihtuu (keksitty)',
      likelihood: '2',
      effect: '3',
      response: 'Työtapa on kirjattu ja sijainen perehdytetty.',
      owner: 'päätoteuttaja',
      state: 'open',
    },
  },
]

type Line = { code: string; planned: string }
type Told = { followed: { ends: string | null }; budget: { lines: Line[] } }

/** A fifth of what is planned of each category, to the whole euro. */
const usedOf = (lines: readonly Line[]) =>
  Object.fromEntries(
    lines.map(({ code, planned }) => [`used.${code}`, `${BigInt(planned.replace(/\.\d+$/, '')) / 5n}`]),
  )

async function projectOf({ does, at }: Play): Promise<string> {
  const asked = { q: `"${title.replace(/ \(keksitty\)$/, '')}"` }
  const { items } = await does<{ items: { id: string; name: string }[] }>(
    'coordinator',
    at(0),
    'projects.list',
    asked,
  )
  return items.find(({ name }) => name === title)!.id
}

/** One granted project is followed: a milestone is late, a change is approved, a follow-up report waits. */
export const followingSteps: readonly Step[] = [
  {
    name: 'followup',
    run: async (play) => {
      const { does, at, day } = play
      const on = (days: number) => formatDay(daysAfter(day, days), 'fi')
      const project = await projectOf(play)
      for (const { kind, fields } of entries(on))
        await does(manager, at(-14), 'followup.save', { project, kind, fields })
      const first = periodAround(daysAfter(day, -100), 'quarter')
      const told = await does<Told>(manager, at(-14), 'followup.get', { project })
      const period = { from: formatDay(first.from, 'fi'), to: formatDay(first.to, 'fi') }
      await does(manager, at(-13), 'followup.save', {
        project,
        kind: 'cost',
        fields: { ...period, ...usedOf(told.budget.lines), text: 'Kirjanpidon mukaan (keksitty).' },
      })
      const ends = told.followed.ends ?? daysAfter(day, 400)
      const { entry } = await does<{ entry: string }>(manager, at(-12), 'followup.save', {
        project,
        kind: 'change',
        fields: {
          subject: 'timetable',
          title: 'Kaksi kuukautta lisäaikaa (keksitty)',
          text: 'Aineistot saatiin kaksi kuukautta suunniteltua myöhemmin. Kustannukset eivät muutu.',
          end: formatDay(daysAfter(ends, 60), 'fi'),
        },
      })
      await does('council-officer', at(-10), 'followup.approve-change', {
        project,
        entry,
        reason: 'Lisäaika on perusteltu.',
      })
      const { packet } = await does<{ packet: string }>(manager, at(-5), 'followup.begin-packet', {
        project,
        kind: 'followup',
        ...period,
      })
      await does(manager, at(-5, '10:00'), 'followup.send-packet', {
        project,
        packet,
        summary:
          'Kumppanit ja aineistot saatiin kokoon, ja kaksi kokeilua päättyi. Ekosysteemin kuva julkaistaan myöhässä, koska yritysten tiedot viipyivät.',
        lessons: 'Tietojen luovutuksesta kannattaa sopia ennen aloitusta.',
      })
    },
  },
]
