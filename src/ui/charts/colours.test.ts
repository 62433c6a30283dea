import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kinds, parts } from './signs.tsx'
import { inLight } from './tones.ts'

const css = readFileSync(join(import.meta.dirname, '..', '..', 'styles', 'tokens.css'), 'utf8')
/** The colours of a token in the light and in the dark. */
const token = (name: string): { light: string; dark: string } => {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`).exec(css)
  if (!found) throw new Error(`no token ${name}`)
  return { light: found[1]!, dark: found[2]! }
}
const nameOf = (tone: string) => /--([a-z0-9-]+)/.exec(tone)![1]!

type Triple = [number, number, number]
const linear = (hex: string): Triple => {
  const long = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as Triple
}
const times = (matrix: readonly Triple[], v: Triple) =>
  matrix.map((row) => row.reduce((n, m, i) => n + m * v[i]!, 0)) as Triple

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const sights = {
  whole: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
} satisfies Record<string, Triple[]>

/** OKLab, Ottosson 2020. */
function labOf(rgb: Triple): Triple {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((n) => Math.cbrt(Math.max(0, n))) as Triple
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  )
}
const apart = (a: string, b: string, sight: keyof typeof sights) => {
  const [x, y] = [a, b].map((hex) =>
    labOf(times(sights[sight], linear(hex)).map((n) => Math.min(1, Math.max(0, n))) as Triple),
  )
  return Math.hypot(...x!.map((n, i) => n - y![i]!)) * 100
}
const greyOf = (hex: string) => labOf(linear(hex))[0] * 100
const pairs = <T>(of: readonly T[]) => of.flatMap((a, i) => of.slice(i + 1).map((b) => [a, b] as const))

describe('the kinds of a chart', () => {
  it.each(Object.keys(sights) as (keyof typeof sights)[])('are told apart by sight: %s', (sight) => {
    for (const theme of ['light', 'dark'] as const)
      for (const [a, b] of pairs(kinds))
        expect(
          apart(token(nameOf(a.tone))[theme], token(nameOf(b.tone))[theme], sight),
          `${a.tone} ${b.tone} ${theme}`,
        ).toBeGreaterThan(7)
  })

  it('are told apart in grey, by dash and by sign', () => {
    expect(new Set(kinds.map((k) => k.dash)).size).toBe(kinds.length)
    expect(new Set(kinds.map((k) => k.sign)).size).toBe(kinds.length)
  })
})

it('parts of a whole that touch differ in lightness, so grey is enough, and carry their letters', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const [i, part] of parts.entries()) {
      const before = parts[i - 1]
      if (before)
        expect(
          Math.abs(greyOf(token(nameOf(part.ground))[theme]) - greyOf(token(nameOf(before.ground))[theme])),
        ).toBeGreaterThan(12)
      const [ground, letters] = [part.ground, part.letters].map((tone) => {
        const [red, green, blue] = linear(token(nameOf(tone))[theme])
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
      })
      const contrast = (Math.max(ground!, letters!) + 0.05) / (Math.min(ground!, letters!) + 0.05)
      expect(contrast, `${part.ground} ${theme}`).toBeGreaterThanOrEqual(4.5)
    }
  }
})

it('a picture of its own has the light colours of the tokens', () => {
  for (const name of [
    'ink',
    'ink-2',
    'bg',
    'edge',
    'link',
    'grid',
    'mark',
    'soft',
    'c1',
    'c2',
    'c3',
    'c4',
    'c5',
    'q1',
    'q2',
    'q3',
    'q4',
    'q5',
    'on-q3',
    'on-q5',
  ])
    expect(inLight(`var(--${name})`), name).toBe(token(name).light)
})
