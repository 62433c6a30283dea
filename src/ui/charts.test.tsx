import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { formatAmount } from '../kernel/money.ts'
import { dayOf } from '../kernel/time.ts'
import { RegionMap, Timeline, YearChart } from './index.ts'
import { classOf, roundLimits, toneOf } from './map-scale.ts'
import { depth } from './matrix.tsx'
import { inWords, type Quantity } from './quantity.ts'
import { yearsOf } from './timeline.tsx'

const rects = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<rect class="${kind}"[^>]*height="([0-9.]+)"`, 'g'))].map((m) => Number(m[1]))
const drawing = (html: string, size: 'wide' | 'narrow') =>
  new RegExp(`<svg class="${size}".*?</svg>`, 's').exec(html)?.[0] ?? ''
const cells = (html: string, row: string) => {
  const line = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map((m) => m[1]!)
    .find((tr) => tr.includes(`<th scope="row">${row}</th>`))
  return [...(line ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((m) => m[1]!)
}

describe('YearChart', () => {
  const amounts = fc.array(fc.tuple(fc.bigInt(0n, 10n ** 13n), fc.bigInt(0n, 10n ** 13n)), {
    minLength: 1,
    maxLength: 16,
  })

  it('draws the numbers of its table, to scale, on the desk and on the phone', () => {
    fc.assert(
      fc.property(amounts, (pairs) => {
        const years = pairs.map(([granted, realised], i) => ({ year: 2000 + i, granted, realised }))
        const html = renderToString(<YearChart caption="x" years={years} currency="EUR" language="fi" />)
        for (const y of years)
          expect(cells(html, String(y.year))).toEqual([
            formatAmount(y.granted, 'fi'),
            formatAmount(y.realised, 'fi'),
          ])
        const sum = years.reduce((total, y) => total + y.granted, 0n)
        expect(cells(html, 'Yhteensä')[0]).toBe(formatAmount(sum, 'fi'))

        for (const size of ['wide', 'narrow'] as const) {
          const tall = rects(drawing(html, size), 'soft')
          expect(tall).toHaveLength(years.length)
          const most = years.map((y) => y.granted).sort((a, b) => (a < b ? 1 : -1))[0]!
          if (most < 1000n) continue
          const top = Math.max(...tall)
          tall.forEach((height, i) => {
            expect(Math.abs(height / top - Number(years[i]!.granted) / Number(most))).toBeLessThan(0.002)
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('shows a negative realised amount as nothing in the bar and as itself in the table', () => {
    const html = renderToString(
      <YearChart
        caption="x"
        years={[{ year: 2010, granted: 5_000_000_00n, realised: -12_00n }]}
        currency="EUR"
        language="sv"
      />,
    )
    expect(rects(drawing(html, 'wide'), 'mark')).toEqual([0])
    expect(cells(html, '2010')[1]).toBe(formatAmount(-12_00n, 'sv'))
  })
})

describe('the parts of the tallest bar', () => {
  const drawn = (granted: bigint, realised: bigint) => {
    const low = { granted: granted / 4n, realised: realised / 4n }
    const years = [{ granted, realised }, low, low, low].map((y, i) => ({ year: 2007 + i, ...y }))
    return renderToString(<YearChart caption="x" years={years} currency="EUR" language="fi" />)
  }
  it('are named in the unit of the chart, small sums written out', () => {
    expect(drawn(945_000_000_00n, 902_000_000_00n)).toContain('Myönnetty 945\u00a0M€')
    expect(drawn(945_600_00n, 802_000_00n)).toContain('Myönnetty 946\u00a0000\u00a0€')
    expect(drawn(945_00n, 802_00n)).toContain('Toteutunut 802\u00a0€')
  })
})

describe('RegionMap', () => {
  const codes = ['FI1D7', 'FI1D9', 'FI1C2', 'FI1C3', 'FI200', 'FI1B1']
  const value = fc.option(fc.integer({ min: 0, max: 50_000 }), { nil: undefined })

  it('shades by the numbers of its table; no data is never the lowest class', () => {
    fc.assert(
      fc.property(fc.tuple(...codes.map(() => value)), (values) => {
        const regions = codes.map((code, i) => {
          const count = values[i]
          const quantity: Quantity | undefined = count === undefined ? undefined : { count }
          return { code, name: `${code}x`, quantity }
        })
        const html = renderToString(<RegionMap caption="x" figure="n" regions={regions} language="fi" />)
        expect(html).toContain('EuroGeographics')
        const known = values.filter((v) => v !== undefined)
        const limits = roundLimits(known)
        for (const [i, region] of regions.entries()) {
          const shape = new RegExp(
            `<path class="([^"]+)"[^>]*data-code="${region.code}"[^>]*><title>([^<]*)`,
          ).exec(html)
          const count = values[i]
          expect(shape?.[1]).toBe(
            count === undefined ? 'no-data' : `q${toneOf(classOf(count, limits), limits)}`,
          )
          expect(shape?.[2]).toBe(
            `${region.name}: ${region.quantity ? inWords(region.quantity, 'fi') : 'ei aineistossa'}`,
          )
          if (region.quantity) expect(cells(html, region.name)[0]).toBe(inWords(region.quantity, 'fi'))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('class limits', () => {
  it('are few, rising, inside the data, and every value has a class', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1e9, noNaN: true })), (values) => {
        const limits = roundLimits(values)
        expect(limits.length).toBeLessThanOrEqual(4)
        for (const [i, limit] of limits.entries())
          expect(limit).toBeGreaterThan(limits[i - 1] ?? Math.min(...values))
        for (const v of values) {
          const tone = toneOf(classOf(v, limits), limits)
          expect(tone).toBeGreaterThanOrEqual(1)
          expect(tone).toBeLessThanOrEqual(5)
          for (const w of values)
            if (w >= v) expect(classOf(w, limits)).toBeGreaterThanOrEqual(classOf(v, limits))
        }
      }),
    )
  })

  it('are those a person would choose for the regional councils of 2007–2013 (M€)', () => {
    const granted = [
      110.5, 97, 71.3, 64.4, 44.7, 37.3, 35.9, 31.9, 30.4, 29.3, 28.8, 23.7, 17, 16.4, 16.1, 14.6, 6.9, 6.5,
    ]
    expect(roundLimits(granted)).toEqual([10, 20, 40, 80])
  })

  it('leaves equal values in one class, and nothing in none', () => {
    expect(roundLimits([])).toEqual([])
    expect(roundLimits([7, 7])).toEqual([])
    expect(toneOf(0, [])).toBe(3)
  })
})

describe('matrix depth', () => {
  it('grows with the value and keeps to five tones', () => {
    expect([0, 1, 20, 21, 50, 79, 100].map((v) => depth(v, 100))).toEqual([
      'q1',
      'q1',
      'q1',
      'q2',
      'q3',
      'q4',
      'q5',
    ])
    expect(depth(5, 0)).toBe('q1')
  })
})

describe('Timeline', () => {
  it('places days in the order of the calendar', () => {
    const day = fc.tuple(
      fc.integer({ min: 1990, max: 2040 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [x, y] = [dayOf(...a)!, dayOf(...b)!]
        expect(Math.sign(yearsOf(x) - yearsOf(y))).toBe(x === y ? 0 : x < y ? -1 : 1)
      }),
    )
    expect(yearsOf('2016-07-01')).toBe(2016.5)
  })

  it('says every day of the drawing in the table, and what is not known as not known', () => {
    const html = renderToString(
      <Timeline
        caption="x"
        language="fi"
        rows={[
          { label: 'A', start: '2014-05-16' },
          { label: 'B', end: '2017-06-30', extension: { end: '2017-12-31', kind: 'claimed' } },
        ]}
      />,
    )
    expect(cells(html, 'A').slice(0, 2)).toEqual(['16.5.2014', 'ei tietoa'])
    expect(cells(html, 'B')[0]).toBe('ei tietoa')
    expect(cells(html, 'B')[2]).toContain('31.12.2017')
    expect(drawing(html, 'wide').match(/linearGradient/g)).not.toBeNull()
  })

  it('leads from the whole row of what has a page, its bar too, and from nothing else', () => {
    const html = renderToString(
      <Timeline
        caption="x"
        language="fi"
        rows={[
          { label: 'A', href: '/a', start: '2014-01-01', end: '2015-01-01' },
          { label: 'B', start: '2015-01-01', end: '2016-01-01' },
        ]}
      />,
    )
    for (const size of ['wide', 'narrow'] as const) {
      const drawn = drawing(html, size)
      expect(drawn.match(/<a /g)).toHaveLength(1)
      const [, y, width, height] = /class="reach" x="0" y="([\d.]+)" width="(\d+)" height="(\d+)"/.exec(
        drawn,
      )!
      const bar = /class="soft" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="(\d+)"/.exec(drawn)!
      expect(Number(y)).toBeLessThanOrEqual(Number(bar[2]))
      expect(Number(y) + Number(height)).toBeGreaterThanOrEqual(Number(bar[2]) + Number(bar[4]))
      expect(Number(width)).toBeGreaterThanOrEqual(Number(bar[1]) + Number(bar[3]))
    }
  })

  it('is nothing without a single day', () => {
    expect(renderToString(<Timeline caption="x" rows={[{ label: 'A' }]} language="en" />)).toBe('')
  })
})
