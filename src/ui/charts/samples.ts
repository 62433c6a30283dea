import type { Language } from '../../kernel/text.ts'
import type { Chart } from './chart.ts'

const periods = ['2021', '2022', '2023', '2024', '2025']

/** One chart of every form with made figures, for tests and for the gallery; one text stands wherever a text can. */
export function samples(language: Language, s: string) {
  const said = { title: s, unit: s, note: s, source: s, language } as const
  const rows = [
    { name: s, href: '/a', own: true, mark: { value: 12.5, exact: '12.50', low: 8, high: 16 } },
    { name: `${s} 2`, mark: { value: 4, low: 1, high: 9, uncertain: true } },
    { name: `${s} 3`, mark: null },
  ]
  return {
    lines: {
      ...said,
      form: 'lines',
      periods,
      target: { value: 40, name: s },
      lines: [
        {
          name: s,
          points: [{ value: 10 }, { value: 20 }, null, { value: 30 }, { value: 20, uncertain: true }],
        },
        {
          name: `${s} 2`,
          points: [null, null, { value: 5 }, { value: 6, low: 4, high: 9 }, { value: 7, low: 3, high: 12 }],
        },
      ],
    },
    bars: { ...said, form: 'bars', of: s, rows },
    columns: {
      ...said,
      form: 'columns',
      names: { whole: s, part: s },
      columns: periods.map((period, i) => ({ period, mark: { value: 10 + i }, part: { value: i } })),
    },
    shares: {
      ...said,
      form: 'shares',
      of: s,
      parts: [s, `${s} 2`, `${s} 3`],
      rows: [{ name: s, marks: [{ value: 70 }, { value: 8 }, { value: 22 }] }],
    },
    dots: { ...said, form: 'dots', of: s, interval: s, rows },
    bullets: {
      ...said,
      form: 'bullets',
      of: s,
      names: { value: s, target: s },
      rows: [
        { name: s, mark: { value: 74 }, target: { value: 100 } },
        { name: `${s} 2`, mark: { value: 14 }, target: { value: 12 }, baseline: { value: 3 } },
        { name: `${s} 3`, mark: null, target: { value: 12 } },
      ],
    },
    multiples: {
      ...said,
      form: 'multiples',
      periods,
      lines: [
        { name: s, points: periods.map((_, i) => ({ value: i })) },
        { name: `${s} 2`, points: periods.map(() => null) },
      ],
    },
  } as const satisfies Record<string, Chart>
}
