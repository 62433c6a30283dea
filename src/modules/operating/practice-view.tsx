import { InLanguage } from '../../ui/index.ts'
import type { Item } from './content.ts'
import { Organisation, type View } from './organisation-view.tsx'
import { text } from './text.ts'
import { type Links, pathOf } from './words.ts'

export type PracticeCardsProps = View & {
  /** Key of the ecosystem. */
  at: string
  items: readonly Item[]
  linked: Links
}

/** Good practices as short cards: what came of it first, then where and for whom; the rest is behind the name. */
export function PracticeCards({ at, items, linked, language, link }: PracticeCardsProps) {
  const t = text[language]
  const practices = items.filter(({ kind }) => kind === 'practice')
  return (
    <ul class="operating-cards">
      {practices.map(({ entry, content: c }) => (
        <li>
          <h3>
            <a href={link(pathOf(at, `/${entry}`))}>
              <InLanguage names={c.title} language={language} />
            </a>
          </h3>
          <p>{c.result}</p>
          <p class="note">
            {c.organisation && <Organisation one={c.organisation} {...{ linked, language, link }} />}
            {c.organisation && (c.place || c.audience) && ' · '}
            {[c.place, c.audience && `${t.audience}: ${c.audience}`].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
