import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockIn, dayIn, instantOf } from '../../kernel/time.ts'
import { calendarFile } from './ics.ts'
import {
  clockOf,
  daysBetween,
  dayTyped,
  occurrences,
  plusDays,
  recurrenceRule,
  repeats,
  type When,
  weekdayOf,
} from './rules.ts'

const event = (over: Partial<When>): When => ({
  starts_on: '2026-01-31',
  starts_at: '09:00',
  ends_on: '2026-01-31',
  ends_at: '10:00',
  repeats: 'never',
  repeats_until: null,
  ...over,
})
const starts = (over: Partial<When>, from: string, to: string) =>
  occurrences(event(over), from, to).map((o) => o.start)

const day = fc
  .date({ min: new Date('1998-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const clock = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => clockOf(`${h}:${String(m).padStart(2, '0')}`)!)

describe('Finnish wall time', () => {
  it('is the same clock before and after the change of clocks', () => {
    expect(instantOf('2026-03-28', '09:00').toISOString()).toBe('2026-03-28T07:00:00.000Z')
    expect(instantOf('2026-03-29', '09:00').toISOString()).toBe('2026-03-29T06:00:00.000Z')
    expect(instantOf('2026-10-24', '09:00').toISOString()).toBe('2026-10-24T06:00:00.000Z')
    expect(instantOf('2026-10-25', '09:00').toISOString()).toBe('2026-10-25T07:00:00.000Z')
    expect(instantOf('2026-03-29', '03:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(instantOf('2026-10-25', '03:30').toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })
  it('reads back as it was said, but for the hour that the spring leaves out', () => {
    fc.assert(
      fc.property(day, clock, (d, c) => {
        const at = instantOf(d, c)
        expect(dayIn(at)).toBe(d)
        if (clockIn(at) !== c) {
          expect(c.slice(0, 2)).toBe('03')
          expect(clockIn(at)).toBe(`04${c.slice(2)}`)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('recurrence', () => {
  it.each([
    ['monthly', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['monthly-weekday', ['2026-01-31', '2026-02-28', '2026-03-28', '2026-04-25']],
    ['yearly', ['2026-01-31']],
    ['never', ['2026-01-31']],
  ] as const)('%s', (how, expected) => {
    expect(starts({ repeats: how }, '2026-01-01', '2026-04-30')).toEqual(expected)
  })
  it('keeps the leap day at the end of February', () => {
    const leap = { starts_on: '2024-02-29', ends_on: '2024-02-29', repeats: 'yearly' as const }
    expect(starts(leap, '2024-01-01', '2028-12-31')).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
  })

  const any = fc
    .record({
      starts_on: day,
      length: fc.nat(10),
      starts_at: fc.option(clock),
      repeats: fc.constantFrom(...repeats),
      until: fc.option(fc.nat(2_000)),
    })
    .map(({ length, until, ...e }) =>
      event({
        ...e,
        ends_on: plusDays(e.starts_on, length),
        ends_at: null,
        repeats_until: until === null ? null : plusDays(e.starts_on, until),
      }),
    )

  it('finds the same times in one long look as in many short ones, each inside its look', () => {
    fc.assert(
      fc.property(any, day, fc.integer({ min: 1, max: 900 }), (e, from, days) => {
        const to = plusDays(from, days)
        const whole = occurrences(e, from, to)
        for (const o of whole) {
          expect(o.end >= from && o.start <= to).toBe(true)
          expect(daysBetween(o.start, o.end)).toBe(daysBetween(e.starts_on, e.ends_on))
          expect(o.start >= e.starts_on).toBe(true)
          if (e.repeats_until) expect(o.start <= e.repeats_until).toBe(true)
          if (e.repeats === 'weekly' || e.repeats === 'monthly-weekday')
            expect(weekdayOf(o.start)).toBe(weekdayOf(e.starts_on))
        }
        const middle = plusDays(from, Math.floor(days / 2))
        const halves = [...occurrences(e, from, middle), ...occurrences(e, plusDays(middle, 1), to)]
        expect(new Set(halves.map((o) => o.start))).toEqual(new Set(whole.map((o) => o.start)))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps its hour on a Finnish clock over the changes of clocks', () => {
    fc.assert(
      fc.property(any, clock, (e, c) => {
        fc.pre(!c.startsWith('03'))
        const to = plusDays(e.starts_on, 800)
        for (const o of occurrences(e, e.starts_on, to)) expect(clockIn(instantOf(o.start, c))).toBe(c)
      }),
      { numRuns: 60 },
    )
  })

  it('is said to calendars by the rule that they have', () => {
    const rule = (over: Partial<When>) => recurrenceRule(event(over), undefined)
    expect(rule({ repeats: 'monthly' })).toBe('RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1')
    expect(rule({ repeats: 'monthly-weekday' })).toBe('RRULE:FREQ=MONTHLY;BYDAY=-1SA')
    expect(rule({ repeats: 'monthly-weekday', starts_on: '2026-09-08' })).toBe('RRULE:FREQ=MONTHLY;BYDAY=2TU')
    expect(rule({ repeats: 'never' })).toBeUndefined()
  })
})

describe('what people type', () => {
  it.each([
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['23:59', '23:59'],
    ['24.00', undefined],
    ['9.5', undefined],
  ])('clock %s', (typed, clock) => expect(clockOf(typed)).toBe(clock))
  it.each([
    ['5.3.2026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['31.2.2026', undefined],
  ])('day %s', (typed, day) => expect(dayTyped(typed)).toBe(day))
})

describe('the calendar file', () => {
  const shown = {
    id: '0',
    title: 'Kokous; Äänekoski',
    body: 'Asiat',
    place: 'Oulu',
    link: null,
    created_at: new Date('2026-01-01T00:00:00Z'),
    edited_at: null,
    cancelled_at: null,
    url: 'https://talkoot.example/calendar/0',
  }
  const file = (over: Partial<When>) =>
    calendarFile('Talkoot', [{ ...event(over), ...shown }], shown.created_at)

  it('says a time with its zone, and the zone with its rules', () => {
    const said = file({ repeats: 'weekly', repeats_until: '2026-06-30' })
    expect(said).toContain('DTSTART;TZID=Europe/Helsinki:20260131T090000')
    expect(said).toContain('DTEND;TZID=Europe/Helsinki:20260131T100000')
    expect(said).toContain('RRULE:FREQ=WEEKLY;UNTIL=20260630T205900Z')
    expect(said).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Helsinki')
    expect(said).toContain('SUMMARY:Kokous\\; Äänekoski')
  })
  it('says a whole day without a clock, and its end as the day after', () => {
    const said = file({ starts_at: null, ends_at: null, ends_on: '2026-02-01' })
    expect(said).toContain('DTSTART;VALUE=DATE:20260131')
    expect(said).toContain('DTEND;VALUE=DATE:20260202')
  })
})
