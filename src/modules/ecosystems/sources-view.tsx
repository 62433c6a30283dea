import type { Language } from '../../kernel/text.ts'
import { References, Section } from '../../ui/index.ts'
import { factsText } from './facts/text.ts'
import type { EcosystemSource, EcosystemSources } from './record.ts'
import { workspaceSource } from './settings-queries.ts'
import { text } from './text.ts'
import type { View } from './view.ts'

/** The address of a source's own page; undefined when only the site is known, which would not be the page. */
export const addressOf = (source: EcosystemSource): string | undefined =>
  source.address.includes('/') ? `https://${source.address}` : undefined

/** Whether it was written in the product itself. */
export const isWrittenHere = (source: string): boolean => source.startsWith(workspaceSource(''))

/** What a source is called; what was written in the product itself is told in the reader's language. */
export const titleOf = (key: string, source: EcosystemSource, language: Language): string =>
  isWrittenHere(key) ? factsText[language].madeHere : source.title

type SourcesProps = View & { keys: readonly string[]; sources: EcosystemSources }

/** The pages that the facts were read in, in the order in which they are first named. */
export function Sources({ keys, sources, language }: SourcesProps) {
  return (
    <Section title={text[language].sources} id="sources">
      <References
        items={keys.flatMap((key) => {
          const source = sources[key]
          if (!source) return []
          const href = addressOf(source)
          return [
            {
              title: titleOf(key, source, language),
              publisher: href ? source.publisher : `${source.publisher}, ${source.address}`,
              href,
              date: source.date,
            },
          ]
        })}
        language={language}
      />
    </Section>
  )
}
