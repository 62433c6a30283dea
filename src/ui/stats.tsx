import type { Language } from '../kernel/text.ts'
import { Figure, type Origin } from './figure.tsx'
import type { Quantity } from './quantity.ts'

export type Stat = {
  label: string
  quantity: Quantity
  /** "about", "over". */
  before?: string | undefined
  origin?: Origin | undefined
  note?: string | undefined
}

/** A ruled row of figures, each under its name. */
export function Stats({ items, language }: { items: readonly Stat[]; language: Language }) {
  return (
    <dl class="stats stat">
      {items.map((item) => (
        <div>
          <dt>{item.label}</dt>
          <dd>
            <Figure quantity={item.quantity} before={item.before} origin={item.origin} language={language} />
          </dd>
          {item.note && <dd class="note">{item.note}</dd>}
        </div>
      ))}
    </dl>
  )
}
