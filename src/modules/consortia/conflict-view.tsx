import type { Language } from '../../kernel/text.ts'
import { Tag } from '../../ui/index.ts'
import { conflictText } from './conflict-text.ts'

/** What stands between an organisation and the call, sentence by sentence; nothing where nothing does. */
export const ConflictLines = ({ conflicts }: { conflicts: readonly string[] }) => (
  <>
    {conflicts.map((said) => (
      <span class="sub warm cons-conflict">{said}</span>
    ))}
  </>
)

/** In the head of a column, which is narrow: that there is something, told under the matrix. */
export const ConflictMark = ({ language }: { language: Language }) => (
  <a href="#conflicts">
    <Tag tone="warm">{conflictText[language].mark}</Tag>
  </a>
)

type Named = { name: string; conflicts: readonly string[] }

/** Under the matrix: each organisation of it of which there is something to say. */
export function ConflictList({ of, language }: { of: readonly Named[]; language: Language }) {
  const some = of.filter(({ conflicts }) => conflicts.length > 0)
  if (some.length === 0) return null
  return (
    <div id="conflicts" class="cons-conflicts">
      <h3>{conflictText[language].title}</h3>
      <ul class="plain">
        {some.map(({ name, conflicts }) => (
          <li>
            <b>{name}</b>
            <ConflictLines conflicts={conflicts} />
          </li>
        ))}
      </ul>
    </div>
  )
}
