import type { PageRequest } from '../../kernel/page.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { Empty } from '../../ui/index.ts'
import { Formatted } from '../talk/index.ts'
import { text } from './text.ts'

type Shown = Pick<PageRequest, 'language'>

/** A text in the reader's language, or marked as being in another. */
export function InTheirs({ of, request }: { of: Names; request: Shown }) {
  const said = pick(of, request.language)
  if (!said) return null
  return <span lang={said.language === request.language ? undefined : said.language}>{said.text}</span>
}

/** A longer text of people; one in another language says so. */
export function Long({ of, request }: { of: Names; request: Shown }) {
  const said = pick(of, request.language)
  const t = text[request.language]
  if (!said) return <Empty title={t.nothing} />
  if (said.language === request.language) return <Formatted text={said.text} />
  return (
    <>
      <p class="note">{t.otherLanguage}</p>
      <div lang={said.language}>
        <Formatted text={said.text} />
      </div>
    </>
  )
}
