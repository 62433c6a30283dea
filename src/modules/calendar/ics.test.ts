import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCalendar as read, textOf } from '../../../test/ical.ts'
import { calendarFile, type IcsEvent } from './ics.ts'
import { clockOf, plusDays, repeats } from './rules.ts'

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.constantFrom(
        '\r\nBEGIN:VEVENT\r\n',
        '\nEND:VCALENDAR\n',
        '\rATTACH:file:///etc/passwd\r',
        '\u2028X-A:1',
        '\u0085',
        '\\n',
        '\\',
        '\\;,:"',
        '\r\n ',
        ' \n\t',
        '👩🏽‍🚀',
        'ä'.repeat(74),
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))
const day = fc
  .date({ min: new Date('1998-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const clock = fc.tuple(fc.nat(23), fc.nat(59)).map(([h, m]) => clockOf(`${h}:${String(m).padStart(2, '0')}`)!)
const event: fc.Arbitrary<IcsEvent> = fc
  .record({
    id: fc.uuid(),
    title: hostile,
    body: hostile,
    place: fc.option(hostile),
    link: fc.option(hostile.map((rest) => `https://${rest}`)),
    starts_on: day,
    length: fc.nat(9),
    starts_at: fc.option(clock),
    repeats: fc.constantFrom(...repeats),
    until: fc.option(fc.nat(900)),
    cancelled: fc.boolean(),
  })
  .map(({ length, until, cancelled, ...e }) => ({
    ...e,
    ends_on: plusDays(e.starts_on, length),
    ends_at: null,
    repeats_until: until === null ? null : plusDays(e.starts_on, until),
    created_at: new Date('2026-01-01T00:00:00Z'),
    edited_at: null,
    cancelled_at: cancelled ? new Date('2026-01-02T00:00:00Z') : null,
    url: `https://talkoot.example/calendar/${e.id}`,
  }))

/** What of a text can stand in a calendar: every kind of line end is one, and other control signs are left out. */
const sayable = (text: string): string =>
  text.replaceAll(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '')

describe('the calendar file of any events', () => {
  it('is read back as it was written, by the letter of the standard', () => {
    fc.assert(
      fc.property(hostile, fc.array(event, { maxLength: 5 }), (name, events) => {
        const [calendar, ...more] = read(calendarFile(name, events, new Date('2026-02-01T00:00:00Z'))).parts
        expect(more).toEqual([])
        expect(calendar!.name).toBe('VCALENDAR')
        if (sayable(name) !== '')
          expect(textOf(calendar!, 'X-WR-CALNAME')).toBe(sayable(name).replaceAll('\n', ' '))
        const shown = calendar!.parts.filter((p) => p.name !== 'VTIMEZONE')
        expect(shown.map((p) => p.name)).toEqual(events.map(() => 'VEVENT'))
        for (const [i, e] of events.entries()) {
          const part = shown[i]!
          expect(part.parts).toEqual([])
          expect(textOf(part, 'UID')).toBe(`${e.id}@talkoot`)
          expect(textOf(part, 'SUMMARY')).toBe(sayable(e.title))
          const body = [e.body, e.link, e.url].flatMap((text) => (text ? [sayable(text)] : []))
          expect(textOf(part, 'DESCRIPTION')).toBe(body.filter((text) => text !== '').join('\n\n'))
          const place = sayable(e.place ?? '')
          expect(textOf(part, 'LOCATION') ?? '').toBe(place)
          expect(part.lines.find((l) => l.name === 'STATUS')?.value).toBe(
            e.cancelled_at ? 'CANCELLED' : undefined,
          )
          const names = part.lines.map((l) => l.name)
          expect(names.length).toBe(new Set(names).size)
          for (const given of names)
            expect(given).toMatch(
              /^(UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|RRULE|SUMMARY|LOCATION|DESCRIPTION|URL|STATUS|CREATED|LAST-MODIFIED|X-MICROSOFT-CDO-ALLDAYEVENT|X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT)$/,
            )
        }
      }),
      { numRuns: 120 },
    )
  })
})
