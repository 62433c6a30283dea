import { References, Section } from '../../ui/index.ts'
import type { EcosystemSource, EcosystemSources } from './record.ts'
import { text } from './text.ts'
import type { View } from './view.ts'

/** The address of a source's own page; undefined when only the site is known, which would not be the page. */
export const addressOf = (source: EcosystemSource): string | undefined =>
  source.address.includes('/') ? `https://${source.address}` : undefined

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
              title: source.title,
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
