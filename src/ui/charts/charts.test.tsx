import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { languages } from '../../kernel/text.ts'
import type { Chart, Of } from './chart.ts'
import { ChartFigure } from './chart-figure.tsx'
import { Drawing } from './drawing.tsx'
import { cut, widthOf, wrap } from './letters.ts'
import { samples } from './samples.ts'
import { narrow, spread, wide } from './scale.tsx'
import { standaloneSvg } from './standalone.tsx'
import { sheetOf } from './table.ts'

const said = { title: 'Menot', unit: 'Milj. €', source: 'Tilastokeskus', language: 'fi' } as const
const svgOf = (chart: Chart, size = wide) => renderToString(<Drawing chart={chart} size={size} />)
const numbers = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((m) => Number(m[1]))

describe('bars', () => {
  it('start from zero and are as long as their figures, on the desk and on the phone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 2, maxLength: 12 }),
        (values) => {
          const most = Math.max(...values)
          fc.pre(most > 0)
          const rows = values.map((value, i) => ({ name: `Alue ${i}`, mark: { value } }))
          for (const size of [wide, narrow]) {
            const svg = svgOf({ ...said, form: 'bars', of: 'Alue', rows }, size)
            const widths = numbers(svg, /<rect x="[\d.]+" y="\d+" width="([\d.]+)"/g)
            expect(new Set(numbers(svg, /<rect x="([\d.]+)"/g)).size).toBe(1)
            widths.forEach((width, i) => {
              expect(Math.abs(width - Math.max(0.5, (values[i]! / most) * Math.max(...widths)))).toBeLessThan(
                0.2,
              )
            })
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of what is below zero go the other way from the same line', () => {
    const rows = [4, -2].map((value) => ({ name: `${value}`, mark: { value } }))
    const svg = svgOf({ ...said, form: 'bars', of: 'Alue', rows })
    const [up, down] = [...svg.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map((m) => [
      Number(m[1]),
      Number(m[2]),
    ])
    expect(down![0]! + down![1]!).toBeCloseTo(up![0]!, 0)
    expect(up![1]! / down![1]!).toBeCloseTo(2, 1)
  })
})

describe('lines', () => {
  const line = (points: (number | null)[], more: Partial<Of<'lines'>> = {}): Chart => ({
    ...said,
    form: 'lines',
    periods: points.map((_, i) => `${2010 + i}`),
    lines: [{ name: 'A', points: points.map((value) => (value === null ? null : { value })) }],
    ...more,
  })
  const paths = (svg: string) =>
    [...svg.matchAll(/<path d="(M[^"]+)" fill="none" stroke="var\(--c1\)"/g)].map((m) => m[1]!)

  it('leave a gap where a figure is missing', () => {
    expect(paths(svgOf(line([1, 2, 3, 4])))[0]!.match(/M/g)).toHaveLength(1)
    expect(paths(svgOf(line([1, 2, null, 4, 5])))[0]!.match(/M/g)).toHaveLength(2)
  })

  it('stand on a scale from zero, or say where it starts', () => {
    const zero = svgOf(line([100, 101, 102]))
    expect(zero).toContain('>0</text>')
    expect(zero).not.toContain('asteikko')
    const broken = svgOf(line([100, 101, 102], { from: 'data' }))
    expect(broken).not.toContain('>0</text>')
    expect(broken).toContain('asteikko alkaa luvusta 100')
  })

  it('show an interval as a band around the line and what is not certain as rings', () => {
    const chart = line([1, 2]) as Of<'lines'>
    const points = [
      { value: 1 },
      { value: 2, low: 1, high: 4, uncertain: true },
      { value: 3, low: 1, high: 6, uncertain: true },
    ]
    const svg = svgOf({ ...chart, periods: ['1', '2', '3'], lines: [{ name: 'A', points }] })
    expect(svg).toMatch(/<path d="M[^"]+Z" fill="var\(--c1\)" fill-opacity/)
    expect(svg.match(/<circle[^>]+fill="var\(--bg\)"/g)).toHaveLength(2)
  })

  it('are named at their ends, no name over another', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 20, max: 300, noNaN: true }), { maxLength: 14 }), (heights) => {
        const placed = spread(
          heights.map((y) => ({ y })),
          14,
          306,
          17,
        ).map((p) => p.y)
        placed.slice(1).forEach((y, i) => {
          expect(y - placed[i]!).toBeGreaterThan(16.9)
        })
        expect(Math.min(14, ...placed)).toBe(14)
      }),
    )
  })
})

describe('a figure on a page', () => {
  it.each(Object.entries(samples('fi', 'Oulu')))(
    '%s has its drawing twice, its table, its source and its files',
    (_, chart) => {
      const html = renderToString(<ChartFigure chart={chart} files={(format) => `/chart.${format}`} />)
      expect(html.match(/<svg class="(wide|narrow)"/g)).toHaveLength(2)
      expect(html).toContain('<table')
      expect(html).toContain('Lähde: Oulu')
      for (const format of ['svg', 'png', 'csv']) expect(html).toContain(`href="/chart.${format}"`)
      expect(html).not.toMatch(/\sstyle=|NaN|undefined|Infinity|\sd>/)
    },
  )

  it('says every figure of the drawing in its table, and what is missing as missing', () => {
    const html = renderToString(<ChartFigure chart={samples('fi', 'Oulu').dots} />)
    const cells = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((m) => m[1])
    expect(cells).toContain('12,50 (8,00–16,00)')
    expect(cells).toContain('4 (1–9) (ei lopullinen)')
    expect(cells).toContain('ei tietoa')
  })

  it('gives the same as a sheet, in the digits of the source', () => {
    const { columns, rows } = sheetOf(samples('fi', 'Oulu').bars)
    expect(columns.map((c) => c.header)).toEqual([
      'Oulu',
      'Luku',
      'Välin alaraja',
      'Välin yläraja',
      'Ennakkotieto, arvio tai ennuste',
      'Yksikkö',
      'Lähde',
    ])
    expect(rows[0]).toEqual(['Oulu', '12.50', 8, 16, '', 'Oulu', 'Oulu'])
    expect(rows[2]).toEqual(['Oulu 3', null, null, null, '', 'Oulu', 'Oulu'])
  })
})

/** The texts of a picture as an XML reader finds them; it throws where the picture is not well formed. */
function readXml(svg: string): { texts: string[]; names: Set<string> } {
  const texts: string[] = []
  const names = new Set<string>()
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => names.add(tag.name))
  parser.on('text', (text) => texts.push(text))
  parser.write(svg).close()
  return { texts, names }
}

describe('a picture of its own', () => {
  it.each(languages)('has title, source and day in it, and every colour written out (%s)', (language) => {
    for (const chart of Object.values(samples(language, 'Oulu'))) {
      const svg = standaloneSvg(chart, '2026-11-23')
      const { texts, names } = readXml(svg)
      expect(texts.filter((text) => text === 'Oulu').length).toBeGreaterThan(1)
      expect(texts.join(' ')).toMatch(/(Lähde|Källa|Source): Oulu\. .*(23\.11\.2026|23 Nov 2026)/)
      expect(names.has('a')).toBe(false)
      expect(svg).not.toMatch(/var\(|class="(?!reach)|style=/)
    }
  })

  it('is well formed whatever its words are', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<a>&"', ']]>', '\u0000', '\ud800', ''),
    )
    fc.assert(
      fc.property(wild, (s) => {
        for (const chart of Object.values(samples('fi', s))) readXml(standaloneSvg(chart, '2026-11-23'))
      }),
      { numRuns: 60 },
    )
  })
})

describe('letters', () => {
  it('are cut and broken where there is no room, never beyond it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aäiWM 1,€–') }),
        fc.integer({ min: 30, max: 300 }),
        (s, room) => {
          expect(widthOf(cut(s, room, 13), 13)).toBeLessThanOrEqual(room)
          for (const line of wrap(s, room, 13)) expect(widthOf(line, 13)).toBeLessThanOrEqual(room)
        },
      ),
    )
    expect(cut('Kanta-Häme', 200, 13)).toBe('Kanta-Häme')
    expect(wrap('yksi kaksi', 1000, 13)).toEqual(['yksi kaksi'])
  })
})
