import ical, { type ICalDateTimeValue, ICalEventStatus } from 'ical-generator'
import { type Day, instantOf } from '../../kernel/time.ts'
import { plusDays, recurrenceRule, type When } from './rules.ts'

const zone = 'Europe/Helsinki'

/** Finnish time since 1996, by the directive 2000/84/EC: summer time from the last Sunday of March to that of October. */
const timezone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19961027T040000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0200',
  'TZNAME:EET',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0300',
  'TZNAME:EEST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
].join('\r\n')

/** A Finnish wall time as the library takes it: the shape of a `Temporal.ZonedDateTime`, which Node has not yet. */
function wallTime(day: Day, clock: string): ICalDateTimeValue {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const said = `${day}T${clock}:00`
  const fields = { year, month, day: date, hour, minute, second: 0, toJSON: () => said, toString: () => said }
  const plain = { ...fields, toPlainDate: () => plain, toZonedDateTime: () => zoned }
  const instant = {
    epochMilliseconds: instantOf(day, clock).getTime(),
    toJSON: () => said,
    toString: () => said,
    toZonedDateTimeISO: () => zoned,
  }
  const zoned: Extract<ICalDateTimeValue, { timeZoneId: string }> = {
    ...fields,
    timeZoneId: zone,
    toInstant: () => instant,
    toPlainDateTime: () => plain,
    withTimeZone: () => zoned,
  }
  return zoned
}

export type IcsEvent = When & {
  id: string
  title: string
  body: string
  place: string | null
  link: string | null
  created_at: Date
  edited_at: Date | null
  cancelled_at: Date | null
  /** Its page, whole. */
  url: string
}

const digits = (instant: Date) => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/**
 * A text as a calendar file can have it (RFC 5545, 3.1 and 3.3.11): every kind of line end is one, and other control
 * signs, which make a strict reader refuse the whole file, are left out.
 */
const sayable = (text: string): string =>
  text.replaceAll(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '')

/** The library writes the name of a calendar as it is given; every other text it escapes itself. */
const escaped = (name: string): string =>
  name.replaceAll('\n', ' ').replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)

/** A calendar file (RFC 5545) of events, for any calendar program. */
export function calendarFile(name: string, events: readonly IcsEvent[], now: Date): string {
  const calendar = ical({
    name: escaped(sayable(name)),
    prodId: { company: 'Talkoot', product: 'Talkoot', language: 'EN' },
    timezone: { name: zone, generator: () => timezone },
    ttl: 3600,
  })
  for (const e of events) {
    const allDay = e.starts_at === null
    const until =
      e.repeats_until &&
      (allDay ? e.repeats_until.replaceAll('-', '') : digits(instantOf(e.repeats_until, '23:59')))
    const rule = recurrenceRule(e, until ?? undefined)
    const end = allDay
      ? wallTime(plusDays(e.ends_on, 1), '00:00')
      : wallTime(e.ends_on, e.ends_at ?? e.starts_at ?? '00:00')
    calendar.createEvent({
      id: `${e.id}@talkoot`,
      summary: sayable(e.title),
      start: wallTime(e.starts_on, e.starts_at ?? '00:00'),
      end,
      allDay,
      timezone: allDay ? null : zone,
      stamp: e.edited_at ?? e.created_at ?? now,
      created: e.created_at,
      lastModified: e.cancelled_at ?? e.edited_at ?? e.created_at,
      ...(rule && { repeating: rule }),
      ...(e.place && { location: sayable(e.place) }),
      description: [e.body, e.link ?? '', e.url].map(sayable).filter(Boolean).join('\n\n'),
      url: e.url,
      ...(e.cancelled_at && { status: ICalEventStatus.CANCELLED }),
    })
  }
  return calendar.toString()
}
