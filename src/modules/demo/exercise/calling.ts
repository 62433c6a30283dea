import { Refusal } from '../../../kernel/refusal.ts'
import { languages } from '../../../kernel/text.ts'
import { dayIn, formatDay } from '../../../kernel/time.ts'
import type { CallKey, Words } from './content.ts'
import type { Play, Step } from './play.ts'

/** The codes of the three calls, in the order of their tasks: what has been done, what is going on, what is open. */
export const codes: Readonly<Record<CallKey, string>> = {
  decided: 'harjoitus-1',
  assessed: 'harjoitus-2',
  open: 'harjoitus-3',
}

type Period = { made: number; opens: number; closes: number; selects: number; decides: number }
/** Days from the first start. */
export const periods: Readonly<Record<CallKey, Period>> = {
  decided: { made: -160, opens: -150, closes: -110, selects: -52, decides: -40 },
  assessed: { made: -60, opens: -50, closes: -20, selects: 14, decides: 28 },
  open: { made: -14, opens: -7, closes: 60, selects: 120, decides: 135 },
}
const money: Readonly<Record<CallKey, string>> = {
  decided: '4000000',
  assessed: '500000',
  open: '400000',
}

/** The form and the criteria that ship with the product, settled for the ecosystem, and its letters; the calls use the same. */
export const groundSteps: readonly Step[] = [
  {
    name: 'form',
    run: async ({ does, at, kept }) => {
      const now = at(-161)
      const { id } = await does<{ id: string }>('coordinator', now, 'form.add', {
        ecosystem: kept.ecosystem,
        template: 'ecosystem-agreement',
      })
      const { version } = await does<{ version: number }>('coordinator', now, 'form.settle', { form: id })
      kept.form = `${id}/${version}`
    },
  },
  {
    name: 'criteria',
    run: async ({ does, at, kept }) => {
      const now = at(-161, '10:00')
      const { id } = await does<{ id: string }>('coordinator', now, 'criteria.add', {
        ecosystem: kept.ecosystem,
        name: {},
        from: 'ecosystem-agreement',
      })
      const { version } = await does<{ version: number }>('coordinator', now, 'criteria.settle', {
        template: id,
      })
      kept.criteria = `${id}/${version}`
    },
  },
  {
    name: 'letters',
    run: async ({ does, at, content }) => {
      const { appeal, ...templates } = content.words.letters
      const { ecosystem } = content
      await does('council-officer', at(-161, '11:00'), 'letter.save-templates', {
        ecosystem,
        templates,
        appeal,
      })
    },
  },
]

const each = (name: string, texts: Words['texts']['lead']) =>
  Object.fromEntries(languages.map((l) => [`${name}.${l}`, texts[l]]))

/** Every part of the call as its coordinator types it. */
function partsOf({ content: { words }, kept, at }: Play, key: CallKey) {
  const { opens, closes, selects, decides } = periods[key]
  const day = (days: number) => formatDay(dayIn(at(days)), 'fi')
  const { texts } = words
  const on = [selects - 14, selects, decides]
  return {
    texts: {
      languages: ['fi', 'sv', 'en'],
      short: [],
      ...each('title', words.calls[key].title),
      ...each('lead', texts.lead),
      ...each('body', texts.body),
    },
    period: {
      steps: 'one',
      opensDay: day(opens),
      opensClock: '9.00',
      closesDay: day(closes),
      closesClock: '16.15',
    },
    money: {
      moneyTotal: money[key],
      'money.0.year': String(at(decides).getUTCFullYear()),
      'money.0.fund': 'ERDF',
      'money.0.amount': money[key],
      leastGrant: '20 000',
      mostGrant: '400 000',
      mostMonths: '36',
    },
    frame: {
      programme: 'fi-2021',
      objectives: ['fi-2021/1.1', 'fi-2021/1.3'],
      frame: [
        ...['1', '2', '3', '4'].map((code) => `priority/${code}`),
        ...['1', '2', '3'].map((code) => `emphasis/${code}`),
      ],
    },
    applicants: {
      applicants: [
        'municipality',
        'university',
        'university-of-applied-sciences',
        'research-institute',
        'education-provider',
        'company',
        'association',
      ],
      ...each('applicantsText', texts.applicants),
      leastPartners: '1',
    },
    costs: { costModels: ['FR40'], 'rate.all': '60' },
    form: { full: kept.form! },
    assessment: { template: kept.criteria!, assessorsEach: '2', jointProjectYears: '3' },
    timetable: {
      ...Object.fromEntries(
        texts.timetable.flatMap((what, i) => [
          ...Object.entries(each(`timetable.${i}`, what)),
          [`timetable.${i}.on`, day(on[i]!)],
        ]),
      ),
      publicFigures: ['yes'],
    },
    contact: { ...each('unit', texts.unit), email: 'haut@harjoitus.invalid' },
  }
}

export const callSteps = (key: CallKey): Step[] => {
  const call = codes[key]
  const { made, opens } = periods[key]
  return [
    {
      name: `${key}: call`,
      run: async (play) => {
        const { does, at, content, kept } = play
        const { title } = content.words.calls[key]
        await does('coordinator', at(made), 'call.add', {
          ecosystem: kept.ecosystem,
          title,
          code: call,
          exercise: true,
        })
        for (const [part, fields] of Object.entries(partsOf(play, key)))
          await does('coordinator', at(made, '10:00'), 'call.change', { call, part, fields })
        await does('coordinator', at(opens), 'call.move', { call, event: 'open' })
      },
    },
  ]
}

/** The product's own clock may have been first: for it, the deadline was over long ago. */
function closedByClock(error: Error) {
  if (!(error.cause instanceof Refusal) || error.cause.reason !== 'call.wrong-state') throw error
}

/** The deadline is over: the call is closed, and its assessment begins. */
export const closingSteps = (key: CallKey): Step[] => [
  {
    name: `${key}: closed`,
    run: async ({ does, at }) => {
      const { closes } = periods[key]
      await does('coordinator', at(closes, '16:16'), 'call.move', { call: codes[key], event: 'close' }).catch(
        closedByClock,
      )
      await does('preparer', at(closes + 1), 'call.move', { call: codes[key], event: 'begin-assessment' })
    },
  },
]
