import type { Language } from '../kernel/text.ts'
import { Figure, type Origin, OriginLink } from './figure.tsx'
import type { Quantity } from './quantity.ts'
import { text } from './text.ts'

export type Stat = {
  label: string
  /** "about", "over". */
  before?: string | undefined
  /** Without one the figure is said to be unknown, in the words of `missing` when they say more. */
  quantity?: Quantity | undefined
  missing?: string | undefined
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
            {item.quantity ? (
              <Figure
                quantity={item.quantity}
                before={item.before}
                origin={item.origin}
                language={language}
              />
            ) : (
              <>
                <small>{item.missing ?? text[language].unknown}</small>
                {item.origin && <OriginLink {...item.origin} language={language} />}
              </>
            )}
          </dd>
          {item.note && <dd class="note">{item.note}</dd>}
        </div>
      ))}
    </dl>
  )
}
