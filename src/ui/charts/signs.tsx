import { r } from './scale.tsx'

/** How the kinds of a chart differ: by colour, by dash and by the sign at their end, so that none is needed alone. */
export const kinds = [
  { tone: 'var(--c1)', dash: undefined, sign: 'circle' },
  { tone: 'var(--c2)', dash: '9 4', sign: 'square' },
  { tone: 'var(--c3)', dash: '2 4', sign: 'triangle' },
  { tone: 'var(--c4)', dash: '10 4 2 4', sign: 'diamond' },
  { tone: 'var(--c5)', dash: '5 3', sign: 'cross' },
] as const

export type Kind = { tone: string; dash: string | undefined; sign: (typeof kinds)[number]['sign'] }

/** Parts of a whole: neighbours differ in lightness, so that they are told apart in grey as well. */
export const parts = [
  { ground: 'var(--q5)', letters: 'var(--on-q5)' },
  { ground: 'var(--q2)', letters: 'var(--ink)' },
  { ground: 'var(--q4)', letters: 'var(--on-q5)' },
  { ground: 'var(--q1)', letters: 'var(--ink)' },
  { ground: 'var(--q3)', letters: 'var(--on-q3)' },
] as const

const outlines = {
  square: 'M-4 -4h8v8h-8z',
  triangle: 'M0 -5l5 8.5h-10z',
  diamond: 'M0 -5.5l5 5.5l-5 5.5l-5 -5.5z',
  cross: 'M-4 -4l8 8m0 -8l-8 8',
}

/** The sign of a kind; a ring, which is not filled, is what is not certain. */
export function Sign({ kind, x, y, ring }: { kind: Kind; x: number; y: number; ring?: boolean }) {
  const { tone, sign } = kind
  const look = { fill: ring ? 'var(--bg)' : tone, stroke: tone, 'stroke-width': sign === 'cross' ? 2.5 : 1.5 }
  return sign === 'circle' ? (
    <circle cx={r(x)} cy={r(y)} r="4" {...look} />
  ) : (
    <path d={outlines[sign]} transform={`translate(${r(x)} ${r(y)})`} {...look} />
  )
}
