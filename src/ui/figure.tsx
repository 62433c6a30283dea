import type { Language } from '../kernel/text.ts'
import { type Quantity, write } from './quantity.ts'
import { text } from './text.ts'

/** Where a figure came from: the address of its provenance page, and what the figure is, for who cannot see it. */
export type Origin = { href: string; about: string }

/** The small i after every figure. A plain link; the provenance island opens it in place. */
export function OriginLink({ href, about, language }: Origin & { language: Language }) {
  return <a class="i" href={href} data-provenance aria-label={text[language].whereFrom(about)} />
}

export type FigureProps = {
  quantity: Quantity
  /** What the source says of its exactness: "about", "over". */
  before?: string | undefined
  origin?: Origin | undefined
  language: Language
}

/** A number, its unit in a smaller voice, and the way to its source. */
export function Figure({ quantity, before, origin, language }: FigureProps) {
  const { text: number, unit } = write(quantity, language)
  return (
    <span class="num">
      {before && <small>{`${before}\u00a0`}</small>}
      {number}
      {unit && <small>{`\u00a0${unit}`}</small>}
      {origin && <OriginLink {...origin} language={language} />}
    </span>
  )
}
