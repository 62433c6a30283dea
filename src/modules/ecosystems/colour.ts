/** The ground of the dark theme and the letters on light and on dark, as src/styles/tokens.css has them. */
const white = '#ffffff'
const night = '#0f1722'

/** Contrast of text that WCAG 2.2 AA asks for (1.4.3). */
export const wantedContrast = 4.5

type Rgb = readonly [number, number, number]

const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const hexOf = (rgb: Rgb): string => `#${rgb.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = rgbOf(hex).map((c) => {
    const s = c / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** How well two colours stand apart: 1 the same, 21 black on white. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** "#0AF" or "00aaff" -> "#00aaff"; undefined when it is no colour. */
export function readColour(text: string): string | undefined {
  const m = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())
  if (!m) return undefined
  const digits = m[1]!.toLowerCase()
  return `#${digits.length === 3 ? [...digits].map((d) => d + d).join('') : digits}`
}

/** Contrast with white: the colour is text on white, and white is text on it. */
export const contrastOnPaper = (colour: string): number => contrast(colour, white)

/** The same colour for the dark theme: mixed with white until it can be read there. */
export function onDark(colour: string): string {
  const from = rgbOf(colour)
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = hexOf(from.map((c) => c + (255 - c) * share) as unknown as Rgb)
    if (contrast(mixed, night) >= wantedContrast + 2) return mixed
  }
  return white
}

/** The style sheet that gives pages this colour, in both themes. */
export const styleSheetOf = (colour: string): string => `:root {
  --brand: ${colour};
  --on-brand: ${white};
}
@supports (color: light-dark(#fff, #000)) {
  :root {
    --brand: light-dark(${colour}, ${onDark(colour)});
    --on-brand: light-dark(${white}, ${night});
  }
}
`
