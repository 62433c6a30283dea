import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/text.ts'
import { type Origin, OriginLink } from './figure.tsx'

export type SayProps = {
  /** The sentence; its figures in <b>. */
  children: ComponentChildren
  origin?: Origin | undefined
  language: Language
  /** The page's heading, or the summing sentence of a section. */
  as?: 'h1' | 'p'
}

/** The largest thing on a page: one sentence that says the number. */
export function Say({ children, origin, language, as: Tag = 'h1' }: SayProps) {
  return (
    <Tag class={Tag === 'h1' ? 'say' : 'say say-2'}>
      {children}
      {origin && <OriginLink {...origin} language={language} />}
    </Tag>
  )
}
