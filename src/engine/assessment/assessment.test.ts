import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CriterionGroup,
  criterionGroups,
  faultsOf,
  outcomeOf,
  pointsOf,
  pointsText,
  progressOf,
  reaches,
  readTemplate,
  type Sheet,
  spreadsOf,
  type Template,
} from './index.ts'

const template: Template = {
  format: 'talkoot-criteria/1',
  name: { fi: 'Kokeilu' },
  general: [{ key: 'objective', label: { fi: 'Tavoite' } }],
  scored: [
    { key: 'need', group: 'content', label: { fi: 'Tarve' }, scale: { least: 0, most: 5 }, weight: '2' },
    {
      key: 'fit',
      group: 'refining',
      label: { fi: 'Sopivuus' },
      scale: { least: 0, most: 5 },
      weight: '1.5',
      least: 2,
    },
    {
      key: 'equal',
      group: 'horizontal',
      label: { fi: 'Tasa-arvo' },
      scale: { least: 0, most: 3 },
      weight: '1',
    },
  ],
  thresholds: { total: '50' },
  reasonAlways: false,
  discussFrom: 2,
}
const passed = { objective: 'pass' } as const
const sheet = (need: number, fit: number, equal: number): Sheet => ({
  need: { score: need, reason: 'x' },
  fit: { score: fit, reason: 'x' },
  equal: { score: equal, reason: 'x' },
})

describe('what follows from checks and scores', () => {
  test('weighted points are exact', () => {
    const points = pointsOf(template, sheet(3, 3, 1))
    expect([pointsText(points.got), pointsText(points.most)]).toEqual(['11.50', '20.50'])
  })

  test('a failed general criterion is no funding, whatever the scores', () => {
    expect(outcomeOf(template, { objective: 'fail' }, sheet(5, 5, 3))).toEqual({
      is: 'failed',
      general: ['objective'],
    })
    expect(outcomeOf(template, { objective: 'fail' }, undefined).is).toBe('failed')
  })

  test('what nobody has checked or scored is incomplete', () => {
    expect(outcomeOf(template, {}, sheet(5, 5, 3))).toEqual({
      is: 'incomplete',
      unchecked: ['objective'],
      unscored: false,
    })
    expect(outcomeOf(template, passed, undefined)).toEqual({
      is: 'incomplete',
      unchecked: [],
      unscored: true,
    })
  })

  test('a compulsory criterion below its least is told beside the total', () => {
    const outcome = outcomeOf(template, passed, sheet(5, 1, 0))
    expect(outcome.is === 'below' && outcome.short).toEqual([
      { of: 'criterion', key: 'fit', score: 1, least: 2 },
    ])
  })

  test('exactly half of the greatest total is enough for half', () => {
    expect(reaches({ got: 1_025n, most: 2_050n }, '50')).toBe(true)
    expect(reaches({ got: 1_024n, most: 2_050n }, '50')).toBe(false)
    expect(reaches({ got: 0n, most: 0n }, '50')).toBe(true)
  })
})

describe('a sheet', () => {
  test('needs every score, on its scale, and words at both ends', () => {
    const given: Sheet = {
      need: { score: 5, reason: ' ' },
      fit: { score: 6, reason: 'x' },
      equal: { score: null, reason: 'x' },
      other: { score: 1, reason: 'x' },
    }
    expect(faultsOf(template, given)).toEqual([
      { criterion: 'other', why: 'unknown' },
      { criterion: 'need', why: 'no-reason' },
      { criterion: 'fit', why: 'not-on-scale' },
      { criterion: 'equal', why: 'no-score' },
    ])
    expect(faultsOf(template, { ...sheet(3, 3, 1), need: { score: 3, reason: '' } })).toEqual([])
  })

  test('scores far apart are marked for talk, equal ones are agreed', () => {
    const spreads = spreadsOf(template, [sheet(1, 3, 2), sheet(3, 3, 1)])
    expect(spreads.map(({ criterion, discuss, agreed }) => ({ criterion, discuss, agreed }))).toEqual([
      { criterion: 'need', discuss: true, agreed: undefined },
      { criterion: 'fit', discuss: false, agreed: 3 },
      { criterion: 'equal', discuss: false, agreed: undefined },
    ])
  })
})

describe('a template from outside', () => {
  test('is read as it was written', () => {
    expect(readTemplate(JSON.parse(JSON.stringify(template)))).toEqual({ template })
  })

  test('is told everything that is wrong with it', () => {
    const found = readTemplate({
      ...template,
      extra: 1,
      general: [{ key: 'Need', label: {} }],
      scored: [
        { ...template.scored[0], weight: '1.234', group: 'none' },
        { ...template.scored[0], scale: { least: 3, most: 3 }, least: 9 },
      ],
      thresholds: { total: '101', groups: { content: 'x' } },
    })
    expect('faults' in found && found.faults).toEqual([
      { at: 'extra', why: 'unknown' },
      { at: 'general.0.key', why: 'key' },
      { at: 'general.0.label', why: 'text' },
      { at: 'scored.0.group', why: 'group' },
      { at: 'scored.0.weight', why: 'weight' },
      { at: 'scored.1.key', why: 'key-twice' },
      { at: 'scored.1.scale', why: 'scale' },
      { at: 'scored.1.least', why: 'least' },
      { at: 'thresholds.total', why: 'percent' },
      { at: 'thresholds.groups.content', why: 'percent' },
    ])
  })

  test('whatever comes is read or told, never thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const found = readTemplate(data)
        expect('template' in found || found.faults.length > 0).toBe(true)
      }),
    )
  })
})

const percents = fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2))
const templates: fc.Arbitrary<Template> = fc
  .record({
    general: fc.integer({ min: 0, max: 4 }),
    scored: fc.array(
      fc.record({
        group: fc.constantFrom(...criterionGroups),
        most: fc.integer({ min: 1, max: 9 }),
        weight: fc.integer({ min: 1, max: 999 }).map((n) => (n / 100).toFixed(2)),
        least: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    total: fc.option(percents, { nil: undefined }),
    group: fc.option(percents, { nil: undefined }),
  })
  .map(({ general, scored, total, group }) => ({
    ...template,
    general: Array.from({ length: general }, (_, n) => ({ key: `g${n}`, label: { fi: 'x' } })),
    scored: scored.map(({ group: of, most, weight, least }, n) => ({
      key: `s${n}`,
      group: of,
      label: { fi: 'x' },
      scale: { least: 0, most },
      weight,
      ...(least !== undefined && { least }),
    })),
    thresholds: {
      ...(total !== undefined && { total }),
      ...(group !== undefined && { groups: { [scored[0]!.group as CriterionGroup]: group } }),
    },
  }))
const judged = templates.chain((t) =>
  fc.tuple(...t.scored.map((c) => fc.integer({ min: 0, max: c.scale.most }))).map((scores) => ({
    t,
    given: Object.fromEntries(t.scored.map((c, n) => [c.key, { score: scores[n]!, reason: 'x' }])),
  })),
)
const allPassed = (t: Template) => Object.fromEntries(t.general.map((c) => [c.key, 'pass' as const]))

describe('for every template', () => {
  test('one more failed general criterion never helps, and one is enough', () => {
    fc.assert(
      fc.property(judged, fc.nat(), ({ t, given }, n) => {
        fc.pre(t.general.length > 0)
        const key = t.general[n % t.general.length]!.key
        expect(outcomeOf(t, { ...allPassed(t), [key]: 'fail' }, given).is).toBe('failed')
      }),
    )
  })

  test('a higher score never turns a pass into less', () => {
    fc.assert(
      fc.property(judged, fc.nat(), ({ t, given }, n) => {
        const criterion = t.scored[n % t.scored.length]!
        const score = given[criterion.key]!.score
        fc.pre(score < criterion.scale.most)
        const better = { ...given, [criterion.key]: { score: score + 1, reason: 'x' } }
        if (outcomeOf(t, allPassed(t), given).is === 'passed')
          expect(outcomeOf(t, allPassed(t), better).is).toBe('passed')
        expect(pointsOf(t, better).got > pointsOf(t, given).got).toBe(true)
      }),
    )
  })

  test('the groups add up to the whole, and the order of criteria changes nothing', () => {
    fc.assert(
      fc.property(judged, ({ t, given }) => {
        const whole = pointsOf(t, given)
        const parts = criterionGroups.map((group) => pointsOf(t, given, group))
        expect(parts.reduce((sum, p) => sum + p.got, 0n)).toBe(whole.got)
        expect(parts.reduce((sum, p) => sum + p.most, 0n)).toBe(whole.most)
        expect(pointsOf({ ...t, scored: t.scored.toReversed() }, given)).toEqual(whole)
      }),
    )
  })

  test('full marks always pass; nothing at all passes only where nothing is asked', () => {
    fc.assert(
      fc.property(templates, (t) => {
        const full = Object.fromEntries(t.scored.map((c) => [c.key, { score: c.scale.most, reason: 'x' }]))
        const none = Object.fromEntries(t.scored.map((c) => [c.key, { score: 0, reason: 'x' }]))
        expect(outcomeOf(t, allPassed(t), full).is).toBe('passed')
        const asks =
          t.scored.some((c) => (c.least ?? 0) > 0) ||
          Number(t.thresholds.total ?? 0) > 0 ||
          Object.values(t.thresholds.groups ?? {}).some((p) => Number(p) > 0)
        expect(outcomeOf(t, allPassed(t), none).is).toBe(asks ? 'below' : 'passed')
      }),
    )
  })

  test('a threshold that is reached or missed stays so, however the sheet is filled on', () => {
    const half = fc.tuple(judged, fc.array(fc.boolean(), { maxLength: 12 }))
    fc.assert(
      fc.property(half, ([{ t, given }, left]) => {
        const begun = Object.fromEntries(Object.entries(given).filter((_, n) => !left[n]))
        const before = progressOf(t, begun)
        const after = progressOf(t, given)
        expect(before.of).toBe(t.scored.length)
        expect(before.points.most).toBe(pointsOf(t, given).most)
        for (const [n, { state }] of before.thresholds.entries())
          if (state !== 'open') expect(after.thresholds[n]?.state).toBe(state)
        expect(after.below).toEqual(expect.arrayContaining([...before.below]))
      }),
    )
  })

  test('a whole sheet stands as its outcome says', () => {
    fc.assert(
      fc.property(judged, ({ t, given }) => {
        const { thresholds, below, points, ready, noReason } = progressOf(t, given)
        const outcome = outcomeOf(t, allPassed(t), given)
        expect([ready + noReason.length, points]).toEqual([t.scored.length, pointsOf(t, given)])
        const short = below.length > 0 || thresholds.some((one) => one.state === 'missed')
        expect(thresholds.every((one) => one.state !== 'open')).toBe(true)
        if (outcome.is !== 'incomplete') expect(outcome.is).toBe(short ? 'below' : 'passed')
      }),
    )
  })

  test('a score that is not on its scale is none, and an end of the scale without its reason is told', () => {
    const stands = progressOf(template, {
      need: { score: 5, reason: ' ' },
      fit: { score: 9, reason: 'x' },
      equal: { score: 1, reason: '' },
    })
    expect([stands.ready, stands.of, stands.noReason]).toEqual([1, 3, ['need']])
    expect(pointsText(stands.points.got)).toBe('11.00')
    expect(stands.thresholds).toMatchObject([{ of: 'total', state: 'reached' }])
  })

  test('what is read is what was written', () => {
    fc.assert(
      fc.property(templates, (t) => {
        expect(readTemplate(JSON.parse(JSON.stringify(t)))).toEqual({ template: t })
      }),
    )
  })
})
