import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOrderOf, isDateFault, looksLikeDate, parseDate } from './dates.ts'

describe('one date', () => {
  test.each([
    ['1.4.2008', '2008-04-01'],
    ['18.07.2007', '2007-07-18'],
    ['2017-01-02', '2017-01-02'],
    ['2016-10-14 01:17:38', '2016-10-14'],
    ['2016-10-14T01:17:38.000Z', '2016-10-14'],
    ['01. Nov 15', '2015-11-01'],
    ['31. Mar 19', '2019-03-31'],
    ['1 November 2015', '2015-11-01'],
    ['November 1, 2015', '2015-11-01'],
    ['15-Jan-2016', '2016-01-15'],
    ['1. marraskuuta 2015', '2015-11-01'],
    ['3 maj 2016', '2016-05-03'],
    ['20160315', '2016-03-15'],
    ['31/12/2015', '2015-12-31'],
    ['12/31/2015', '2015-12-31'],
    ['05/05/2016', '2016-05-05'],
    ['1.1.99', '1999-01-01'],
    ['29.2.2016', '2016-02-29'],
  ])('%s is %s', (cell, wanted) => {
    expect(parseDate(cell)).toBe(wanted)
  })

  test.each([
    ['29.2.2015', 'no-such-day'],
    ['31.4.2016', 'no-such-day'],
    ['03/04/2016', 'ambiguous-date'],
    ['Feb 15', 'month-only'],
    ['2/2015', 'month-only'],
    ['2015-02', 'month-only'],
    ['2008', 'year-only'],
    ['42005', 'not-a-date'],
    ['7560', 'not-a-date'],
    ['kesällä', 'not-a-date'],
    ['1. Foo 15', 'not-a-date'],
    ['', 'not-a-date'],
  ])('%s is %s', (cell, fault) => {
    expect(parseDate(cell)).toBe(fault)
  })

  test('the order of the file decides a doubtful one', () => {
    expect(parseDate('03/04/2016', 'dmy')).toBe('2016-04-03')
    expect(parseDate('03/04/2016', 'mdy')).toBe('2016-03-04')
  })

  test('every day of two centuries, in every form, comes back', () => {
    const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        const [y, m, d] = day.split('-').map(Number) as [number, number, number]
        expect(parseDate(day)).toBe(day)
        expect(parseDate(`${d}.${m}.${y}`)).toBe(day)
        expect(parseDate(`${d}/${m}/${y}`, 'dmy')).toBe(day)
        expect(parseDate(`${m}/${d}/${y}`, 'mdy')).toBe(day)
        expect(parseDate(`${d}. ${names[m - 1]} ${y}`)).toBe(day)
        expect(parseDate(date.toISOString())).toBe(day)
      }),
    )
  })

  test('any text is a day, or says why not', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseDate(text)
        if (!isDateFault(parsed)) expect(parsed).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect(typeof looksLikeDate(text)).toBe('boolean')
      }),
      { numRuns: 2_000 },
    )
  })
})

test.each([
  [['01/01/2015', '31/12/2015'], 'dmy'],
  [['01/01/2015', '12/31/2015'], 'mdy'],
  [['03/04/2015', '05/06/2015'], 'ambiguous'],
  [['31/12/2015', '12/31/2015'], 'mixed'],
  [['5.6.2015', '2015-06-05'], undefined],
  [['05/05/2015'], undefined],
])('the dates %j are written %s', (cells, order) => {
  expect(dayOrderOf(cells)).toBe(order)
})
