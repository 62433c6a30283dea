import { centsOf, decimalOf } from '../../../kernel/money.ts'
import { formatDay } from '../../../kernel/time.ts'
import type { Wanted, Words } from './content.ts'

/** Fields of one section as they are typed. */
export type Typed = Record<string, string | string[]>

/** What it costs and what is asked of it, in cents: 40 % beside the salaries to the nearest cent, and at most 60 % of all. */
export function moneyOf({ salaries }: Pick<Wanted, 'salaries'>): {
  cost: bigint
  grant: bigint
  own: bigint
} {
  const typed = centsOf(salaries)
  const cost = typed + (typed * 40n + 50n) / 100n
  const grant = (cost * 60n) / 100n
  return { cost, grant, own: cost - grant }
}

const typesOf: Readonly<Record<string, string>> = {
  municipality: 'municipality',
  university: 'university',
  'university-of-applied-sciences': 'university',
  'research-institute': 'research',
  'business-developer': 'company',
  'third-sector': 'association',
}

/** "2027-02-01" so many whole months later, less a day. */
export function endOf({ starts, months }: Pick<Wanted, 'starts' | 'months'>): string {
  const [year, month, day] = starts.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1 + months, day - 1)).toISOString().slice(0, 10)
}

const typed = (cents: bigint): string => decimalOf(cents).replace('.', ',')

/** Everything that an application of the exercise answers, section by section. */
export function answersOf(wanted: Wanted, words: Words): Record<string, Typed> {
  const { organisation } = wanted
  const text = (key: string) => words.answers[key] as string
  const list = (key: string) => words.answers[key] as string[]
  const same = (...keys: string[]): Typed => Object.fromEntries(keys.map((key) => [key, text(key)]))
  const [starts, ends] = [formatDay(wanted.starts, 'fi'), formatDay(endOf(wanted), 'fi')]
  const half = formatDay(endOf({ ...wanted, months: Math.floor(wanted.months / 2) }), 'fi')
  const { grant, own } = moneyOf(wanted)
  const packages = list('work').map(
    (name, i): Typed => ({
      [`work-packages.${i + 1}.name`]: name,
      [`work-packages.${i + 1}.lead`]: organisation.name.fi,
      [`work-packages.${i + 1}.starts`]: i === 0 ? starts : half,
      [`work-packages.${i + 1}.ends`]: i === 0 ? half : ends,
      [`work-packages.${i + 1}.measures`]: list('measures')[i]!,
      [`work-packages.${i + 1}.results`]: list('results')[i]!,
    }),
  )
  return {
    applicant: {
      organisation: organisation.name.fi,
      'business-id': organisation.businessId,
      'organisation-type': [typesOf[organisation.kind] ?? 'other'],
      'contact-name': contactOf(wanted),
      ...same('address', 'postal-code', 'city', 'iban', 'contact-position', 'contact-email', 'contact-phone'),
    },
    partners: {
      'partners.rows': '1',
      'partners.1.organisation': organisation.name.fi,
      'partners.1.business-id': organisation.businessId,
      'partners.1.role': 'lead',
      'partners.1.task': text('task'),
      'partners.1.contact': contactOf(wanted),
      'partners.1.email': text('contact-email'),
      ...same('cooperation'),
    },
    summary: {
      name: wanted.title,
      starts,
      ends,
      objective: [`fi-2021/${wanted.objective}`],
      priority: [wanted.priority],
      emphases: [wanted.emphasis],
      summary: wanted.summary,
    },
    need: { need: wanted.need, ...same('earlier-work', 'strategy') },
    objectives: { objectives: wanted.result, ...same('target-group', 'horizontal') },
    measures: {
      'work-packages.rows': packages.map((_, i) => i + 1).join('\n'),
      ...Object.assign({}, ...packages),
      'risks.rows': '1',
      'risks.1.risk': text('risk'),
      'risks.1.likelihood': 'middle',
      'risks.1.answer': text('response'),
    },
    indicators: {
      'indicators.rows': '1',
      'indicators.1.indicator': text('indicator'),
      'indicators.1.unit': text('unit'),
      'indicators.1.baseline': '0',
      'indicators.1.target': text('target'),
      'indicators.1.evidence': text('evidence'),
    },
    budget: {
      'budget.1.salaries': typed(centsOf(wanted.salaries)),
      ...same('budget-grounds'),
    },
    financing: {
      'financing.1.grant': typed(grant),
      'financing.1.own': typed(own),
      'other-aid': ['no'],
    },
    continuation: {
      'continuation.rows': '1',
      'continuation.1.organisation': organisation.name.fi,
      'continuation.1.continues': text('continues'),
      'continuation.1.payer': text('payer'),
      'continuation.1.owner': text('owner'),
      'continuation.1.evidence': text('proof'),
    },
    declarations: { right: ['yes'], capacity: ['yes'], publication: ['yes'] },
  }
}

const contactOf = ({ organisation }: Wanted): string => `Hakija, ${organisation.name.fi}`.slice(0, 100)
