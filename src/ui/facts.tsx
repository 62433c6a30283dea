import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/text.ts'
import { type Origin, OriginLink } from './figure.tsx'

export type FactItem = { label: string; value: ComponentChildren; origin?: Origin | undefined }

/** What is known of a thing, line by line: identifiers, names, dates. What is not known is left out or said. */
export function Facts({ items, language }: { items: readonly FactItem[]; language: Language }) {
  return (
    <dl class="facts">
      {items.map((item) => (
        <div>
          <dt>{item.label}</dt>
          <dd>
            {item.value}
            {item.origin && <OriginLink {...item.origin} language={language} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
