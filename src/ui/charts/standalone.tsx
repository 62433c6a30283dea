import { renderToString } from 'preact-render-to-string'
import { type Day, formatDay } from '../../kernel/time.ts'
import type { Chart } from './chart.ts'
import { drawn } from './drawing.tsx'
import { wrap } from './letters.ts'
import { Letters, wide } from './scale.tsx'
import { chartText } from './text.ts'
import { inLight } from './tones.ts'

const edge = 24

/**
 * A chart as a picture of its own (SVG 1.1): title and unit above it, note, source and the day it was drawn on below;
 * light, with every colour written out, so that it looks the same wherever it is put.
 */
export function standaloneSvg(chart: Chart, day: Day): string {
  const { height, body } = drawn(withoutLinks(chart), wide)
  const title = wrap(chart.title, wide.width, 20, true)
  const top = edge + title.length * 25 + (chart.unit ? 20 : 0) + 10
  const t = chartText[chart.language]
  const below = [
    ...wrap(chart.note ?? '', wide.width, 12.5),
    ...wrap(`${t.sourceOf} ${chart.source}. ${t.drawnOn(formatDay(day, chart.language))}`, wide.width, 12.5),
  ]
  const foot = top + Math.ceil(height) + 22
  const [width, whole] = [wide.width + 2 * edge, foot + below.length * 17 + edge - 10]
  const svg = renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${whole}`}
      width={width}
      height={whole}
      font-family="'Talkoot Sans', 'Source Sans 3', Arial, sans-serif"
      role="img"
    >
      <title>{chart.title}</title>
      <rect width={width} height={whole} fill="var(--bg)" />
      {title.map((line, i) => (
        <Letters size={20} strong x={edge} y={edge + 17 + i * 25}>
          {line}
        </Letters>
      ))}
      {chart.unit && (
        <Letters size={13} quiet x={edge} y={top - 13}>
          {chart.unit}
        </Letters>
      )}
      <g transform={`translate(${edge} ${top})`}>{body}</g>
      {below.map((line, i) => (
        <Letters size={12.5} quiet x={edge} y={foot + i * 17}>
          {line}
        </Letters>
      ))}
    </svg>,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${inLight(wellFormed(svg))}\n`
}

/** Addresses of ours lead nowhere from a picture. */
const withoutLinks = (chart: Chart): Chart =>
  chart.form === 'bars' || chart.form === 'dots' || chart.form === 'bullets'
    ? ({ ...chart, rows: chart.rows.map((row) => ({ ...row, href: undefined })) } as Chart)
    : chart

/** Without what XML has no place for (1.0, 2.2 and 2.4): control characters, lone surrogates, the end of a section. */
const wellFormed = (svg: string): string =>
  svg
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '')
    .replaceAll(']]>', ']]&gt;')
