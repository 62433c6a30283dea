import { type Language, type Names, pick } from '../kernel/text.ts'

/** A name in the reader's language, or the best other one marked with the language it is in. */
export function InLanguage({ names, language }: { names: Names; language: Language }) {
  const found = pick(names, language)
  if (!found) return null
  return found.language === language ? found.text : <span lang={found.language}>{found.text}</span>
}

export type MarkedProps = {
  text: string
  /** Half-open ranges of UTF-16 units that matched the search, in order. */
  ranges: readonly (readonly [start: number, end: number])[]
}

/** A text with what the search found in it set bold. */
export function Marked({ text, ranges }: MarkedProps) {
  const parts = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start < at || end <= start) continue
    parts.push(text.slice(at, start), <mark>{text.slice(start, end)}</mark>)
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
