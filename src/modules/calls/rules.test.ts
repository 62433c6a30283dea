import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsFrom, stateAfter } from '../../kernel/machine.ts'
import { languages } from '../../kernel/text.ts'
import { objectives, programmes } from '../codes/index.ts'
import { organisationKinds } from '../organisations/index.ts'
import type { Plan } from './call.ts'
import { offeredModels } from './cost-models.ts'
import { differencesOf } from './differences.ts'
import { lacksOf } from './lacks.ts'
import { partForms, readPart } from './parts/part-forms.ts'
import { fieldsOfPart, freedomOf, parts } from './parts.ts'
import { callEvents, callMachine, callStates } from './rules.ts'
import { emptySettings } from './settings.ts'
import { spanOf, stepsOf, takes } from './taking.ts'

const word = fc.stringMatching(/^[a-zåäö]{1,12}( [a-zåäö]{1,8}){0,3}$/)
const texts = fc.record({ fi: word, sv: word, en: word }, { requiredKeys: ['fi'] })
const amount = fc
  .bigInt({ min: 0n, max: 10n ** 14n })
  .map((c) => `${c / 100n}.${String(c % 100n).padStart(2, '0')}`)
const percent = fc.integer({ min: 0, max: 10_000 }).map((n) => `${n / 100}`)
const minute = fc.integer({ min: 0, max: 20_000_000 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 60_000))
const day = fc
  .integer({ min: 0, max: 4000 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const some = <T>(list: readonly T[]) => fc.subarray([...list])
const version = fc.record({ id: fc.uuid(), version: fc.integer({ min: 1, max: 999 }) })
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })

/** Any plan that the forms can hold. */
const plan: fc.Arbitrary<Plan> = fc
  .record({
    settings: fc.record({
      languages: some(languages).filter((l) => l.length > 0),
      short: some(languages),
      twoSteps: fc.boolean(),
      title: texts,
      lead: texts,
      body: texts,
      money: fc.array(
        fc.record({
          year: maybe(fc.integer({ min: 2021, max: 2035 })),
          fund: fc.constantFrom('ERDF', 'ESF+', 'JTF'),
          amount,
        }),
        { maxLength: 12 },
      ),
      moneyTotal: maybe(amount),
      programme: maybe(fc.constantFrom(...programmes.map((p) => p.code))),
      objectives: some(objectives.map((o) => o.code)),
      frame: some(['1', '2']).map((codes) => codes.map((code) => ({ dimension: 'priority', code }))),
      applicants: some(organisationKinds).map((kinds) => kinds as string[]),
      applicantsText: texts,
      roles: fc.array(fc.record({ role: texts, least: fc.integer({ min: 0, max: 9 }) }), { maxLength: 8 }),
      leastPartners: fc.integer({ min: 1, max: 9 }),
      costModels: some(offeredModels).map((models) => models.map((m) => ({ ...m }))),
      ownModels: fc.constant<Plan['settings']['ownModels']>([]),
      rates: fc
        .tuple(maybe(percent), maybe(percent))
        .map(([most, ofCompanies]) => [
          ...(most === null ? [] : [{ costModel: null, most }]),
          ...(ofCompanies === null ? [] : [{ costModel: null, applicant: 'company', most: ofCompanies }]),
        ]),
      leastGrant: maybe(amount),
      mostGrant: maybe(amount),
      mostMonths: maybe(fc.integer({ min: 1, max: 120 })),
      deMinimis: fc.boolean(),
      template: maybe(version),
      assessorsEach: fc.integer({ min: 1, max: 9 }),
      jointProjectYears: fc.integer({ min: 0, max: 20 }),
      timetable: fc
        .array(fc.record({ what: texts, on: day }), { maxLength: 10 })
        .map((rows) => rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))),
      contact: fc.record({
        unit: texts,
        email: fc.constantFrom('', 'haut@example.fi'),
        phone: fc.constant(''),
      }),
      publicFigures: fc.boolean(),
    }),
    times: fc.uniqueArray(minute, { minLength: 3, maxLength: 3, selector: (d) => d.getTime() }),
    forms: fc.record({ full: version, idea: version }, { requiredKeys: [] }),
  })
  .map(({ settings, times, forms }) => {
    const [opensAt, closesAt, fullClosesAt] = times.toSorted((a, b) => a.getTime() - b.getTime()) as [
      Date,
      Date,
      Date,
    ]
    return { settings, opensAt, closesAt, fullClosesAt: settings.twoSteps ? fullClosesAt : null, forms }
  })

describe('the parts of a call', () => {
  it('settle every field of it, each in one part', () => {
    const all = parts.flatMap((part) => fieldsOfPart[part])
    expect(new Set(all).size).toBe(all.length)
    const settings = Object.keys(emptySettings).map((key) => `settings.${key}`)
    expect(all.toSorted()).toEqual([...settings, 'opensAt', 'closesAt', 'fullClosesAt', 'forms'].toSorted())
  })

  it('are read from their forms as they were written into them, in any language', () => {
    fc.assert(
      fc.property(plan, fc.constantFrom(...languages), (before, language) => {
        for (const part of parts) {
          const read = readPart(part, partForms[part].written(before, language), before)
          expect(read.wrong).toBeUndefined()
          expect(differencesOf(before, read.plan!)).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('change nothing but themselves', () => {
    fc.assert(
      fc.property(plan, plan, fc.constantFrom(...parts), (before, other, part) => {
        // One step or two decides what the period and the form ask for.
        const alike = { ...other, settings: { ...other.settings, twoSteps: before.settings.twoSteps } }
        const read = readPart(part, partForms[part].written(alike, 'fi'), before)
        if (read.wrong) return
        expect(new Set(differencesOf(before, read.plan).map((d) => d.part))).toEqual(
          new Set(differencesOf(before, read.plan).length > 0 ? [part] : []),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('take money, percents, days and clocks as people type them', () => {
    const base: Plan = {
      settings: emptySettings,
      opensAt: null,
      closesAt: null,
      fullClosesAt: null,
      forms: {},
    }
    const money = (typed: string) => readPart('money', { moneyTotal: typed }, base)
    for (const typed of ['1 234,50', '1234.50', '1\u00a0234,5 €', '1 234,50€'])
      expect(money(typed).plan?.settings.moneyTotal, typed).toBe('1234.50')
    for (const typed of ['1.234,50', '12e3', '-5', '1,234', 'paljon'])
      expect(money(typed).wrong, typed).toEqual([{ field: 'moneyTotal', what: 'noAmount' }])
    const closes = (day: string, clock: string) =>
      readPart('period', { steps: 'one', closesDay: day, closesClock: clock }, base)
    expect(closes('5.3.2027', '16.15').plan?.closesAt).toEqual(new Date('2027-03-05T14:15:00Z'))
    expect(closes('2027-07-05', '16').plan?.closesAt).toEqual(new Date('2027-07-05T13:00:00Z'))
    expect(closes('30.2.2027', '24.00').wrong?.map((w) => w.what)).toEqual(['noDay', 'noClock'])
    expect(closes('', '').plan?.closesAt).toBeNull()
    const rate = (typed: string) => readPart('costs', { 'rate.all': typed }, base)
    expect(rate('62,5 %').plan?.settings.rates).toEqual([{ costModel: null, most: '62.5' }])
    expect(rate('101').wrong).toEqual([{ field: 'rate.all', what: 'noPercent' }])
  })

  it('give back what was wrong at the field of it', () => {
    const base: Plan = {
      settings: emptySettings,
      opensAt: null,
      closesAt: null,
      fullClosesAt: null,
      forms: {},
    }
    const period = {
      steps: 'one',
      opensDay: '5.3.2027',
      opensClock: '9',
      closesDay: '4.3.2027',
      closesClock: '9',
    }
    expect(readPart('period', period, base).wrong).toEqual([{ field: 'closesDay', what: 'backwards' }])
    expect(readPart('money', { 'money.0.amount': '5' }, base).wrong).toEqual([
      { field: 'money.0.fund', what: 'noFund' },
    ])
    expect(readPart('texts', {}, base).wrong?.map((w) => w.field)).toEqual(['languages', 'title.fi'])
    expect(readPart('contact', { email: 'haut' }, base).wrong).toEqual([{ field: 'email', what: 'noEmail' }])
  })
})

describe('differences', () => {
  it('are none between a plan and itself, and as many one way as the other', () => {
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        expect(differencesOf(a, structuredClone(a))).toEqual([])
        const there = differencesOf(a, b)
        const back = differencesOf(b, a)
        expect(back.map((d) => [d.field, d.before, d.after])).toEqual(
          there.map((d) => [d.field, d.after, d.before]),
        )
      }),
      { numRuns: 60 },
    )
  })
})

const ready: Plan = {
  settings: {
    ...emptySettings,
    title: { fi: 'Haku', sv: 'Utlysning' },
    lead: { fi: 'Mistä', sv: 'Om vad' },
    body: { fi: 'Teksti', sv: 'Text' },
    moneyTotal: '100.00',
    money: [
      { year: 2027, fund: 'ERDF', amount: '60.00' },
      { year: 2028, fund: 'ERDF', amount: '40.00' },
    ],
    applicants: ['municipality'],
    costModels: [{ code: 'FR40' }],
    rates: [{ costModel: null, most: '60' }],
    contact: { unit: { fi: 'Yksikkö', sv: 'Enheten' }, email: 'haut@example.fi', phone: '' },
  },
  opensAt: new Date('2027-01-01T07:00:00Z'),
  closesAt: new Date('2027-03-01T14:00:00Z'),
  fullClosesAt: null,
  forms: { full: { id: '00000000-0000-7000-8000-000000000001', version: 1 } },
}
const lacks = (change: Partial<Plan['settings']>, more: Partial<Plan> = {}, beyond = {}) =>
  lacksOf({ ...ready, ...more, settings: { ...ready.settings, ...change } }, beyond).map((l) =>
    [l.part, l.what, l.language].filter(Boolean).join(' '),
  )

describe('what a call lacks', () => {
  it('is nothing when it is ready', () => {
    expect(lacks({})).toEqual([])
  })

  it('is told language by language; of a short version the name, the lead and the contact are enough', () => {
    expect(lacks({ body: { fi: 'Teksti' } })).toEqual(['texts body sv'])
    expect(lacks({ body: { fi: 'Teksti' }, short: ['sv'] })).toEqual([])
    expect(lacks({ lead: { fi: 'Mistä' }, body: { fi: 'Teksti' }, short: ['sv'] })).toEqual([
      'texts short sv',
    ])
    expect(lacks({ title: { fi: 'Haku', sv: ' ' } })).toEqual(['texts title sv'])
    expect(
      lacks({
        languages: ['fi'],
        title: { fi: 'Haku' },
        contact: { unit: { fi: 'Y' }, email: 'a@b.fi', phone: '' },
      }),
    ).toEqual([])
    expect(lacks({ contact: { unit: { fi: 'Y' }, email: '', phone: '' } })).toEqual([
      'contact contact-unit sv',
      'contact contact-email',
    ])
    // Not every language may be a shortened one.
    expect(lacks({ short: ['fi', 'sv'], body: {} })).toEqual(['texts body fi', 'texts body sv'])
  })

  it('is what does not add up or stands in the wrong order', () => {
    expect(lacks({ moneyTotal: '100.01' })).toEqual(['money money-sum'])
    expect(lacks({ moneyTotal: null, money: [] })).toEqual(['money money'])
    expect(lacks({ leastGrant: '2.00', mostGrant: '1.99' })).toEqual(['money grant-limits'])
    expect(lacks({}, { closesAt: ready.opensAt })).toEqual(['period closes-first'])
    expect(lacks({ twoSteps: true })).toEqual(['period full-closes'])
    expect(lacks({ twoSteps: true }, { fullClosesAt: ready.opensAt })).toEqual(['period full-closes-first'])
  })

  it('is a rate for each cost model, and what the form and the criteria lack', () => {
    expect(lacks({ costModels: [] })).toEqual(['costs cost-models'])
    expect(lacks({ rates: [{ costModel: 'LUMP', most: '60' }] })).toEqual(['costs rates'])
    expect(lacks({}, {}, { formLacks: () => undefined })).toEqual(['form form'])
    expect(lacks({}, {}, { formLacks: () => ['sv', 'en'] })).toEqual(['form form-texts sv'])
    expect(lacks({}, { forms: {} }, { formLacks: () => [] })).toEqual(['form form'])
    expect(lacks({}, {}, { templateSettled: () => true })).toEqual(['assessment template'])
  })
})

describe('when applications are taken', () => {
  const at = (plan: Plan, state: (typeof callStates)[number], step: 'idea' | 'full', now: Date) =>
    takes({ ...plan, state }, step, now).state

  it('to the last millisecond before the deadline, and late from the deadline on', () => {
    const until = ready.closesAt!.getTime()
    for (const state of ['open', 'closed'] as const) {
      expect(at(ready, state, 'full', new Date(until - 1))).toBe('now')
      expect(at(ready, state, 'full', new Date(until))).toBe('late')
    }
    expect(at(ready, 'in-assessment', 'full', new Date(until + 1))).toBe('late')
    expect(at(ready, 'decided', 'full', new Date(until + 1))).toBe('no')
    expect(at(ready, 'planned', 'full', new Date(until - 1))).toBe('not-yet')
    expect(at(ready, 'open', 'idea', new Date(until - 1))).toBe('no')
  })

  it('in each step of its own span, which follow each other without a gap', () => {
    fc.assert(
      fc.property(plan, minute, (any, now) => {
        const call = { ...any, state: 'open' as const }
        const steps = stepsOf(call)
        expect(steps.filter((step) => takes(call, step, now).state === 'now').length).toBe(
          call.opensAt! <= now && now < (call.fullClosesAt ?? call.closesAt!) ? 1 : 0,
        )
        for (const step of steps) {
          const { from, until } = spanOf(call, step)
          expect(from! < until!).toBe(true)
        }
      }),
    )
  })
})

describe('the state machine', () => {
  it('reaches every state from the first, and every event leads from somewhere', () => {
    const reached = new Set<string>([callMachine.first])
    for (let size = 0; size !== reached.size; ) {
      size = reached.size
      for (const state of callStates)
        if (reached.has(state))
          for (const event of eventsFrom(callMachine, state))
            reached.add(stateAfter(callMachine, state, event)!)
    }
    expect([...reached].toSorted()).toEqual([...callStates].toSorted())
    for (const event of callEvents) expect(callMachine.events[event].from.length).toBeGreaterThan(0)
  })

  it('freezes: what is free before the opening is never free after it', () => {
    for (const state of callStates)
      for (const part of parts) {
        if (state === 'planned') expect(freedomOf(state, part)).toBe('free')
        else expect(freedomOf(state, part)).not.toBe('free')
        if (state === 'archived') expect(freedomOf(state, part)).toBe('frozen')
      }
    expect(freedomOf('closed', 'period')).toBe('frozen')
    expect(freedomOf('decided', 'texts')).toBe('corrected')
  })
})
