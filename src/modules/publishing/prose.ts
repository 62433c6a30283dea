import type { Language } from '../../kernel/text.ts'

/** A place in the prose where the page puts something that is not words alone. */
export type Slot = 'contact' | 'authority' | 'addresses' | 'data-sets' | 'version'

export type ProseSection = {
  title: string
  paragraphs?: readonly string[]
  points?: readonly string[]
  slot?: Slot
}

export type Prose = { title: string; lead: string; sections: readonly ProseSection[] }

/** A page of words, whole in each language. */
export type Told = Readonly<Record<Language, Prose>>
