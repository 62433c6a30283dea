import type { Language } from '../kernel/text.ts'
import { formatInstant } from '../kernel/time.ts'
import { Section } from './section.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'

type ShownVersion = { id: string; at: Date; byWhom: string; reason: string | null; endedAt: Date | null }

/** What the table says; of the deed that ends a thing each module has its own words. */
type VersionWords = {
  history: string
  written: string
  by: string
  reason: string
  first: string
  state: string
  holds: string
  endedOn: (when: string, by: string) => string
  gaveWay: (when: string) => string
}

export type VersionsProps = {
  /** The newest first. */
  versions: readonly ShownVersion[]
  /** The one that the page shows. */
  shown: string
  /** The address of the newest. */
  at: string
  words: VersionWords
  language: Language
}

/** Every version of a thing: when it was written, by whom, what changed, and until when it held. */
export function Versions({ versions, shown, at, words: t, language }: VersionsProps) {
  const [newest] = versions
  const named = versions.some((one) => one.byWhom !== '')
  const rows = versions.map((item, i) => ({ item, isFirst: i === versions.length - 1 }))
  return (
    <Section title={t.history} id="versions">
      <Table
        caption={t.history}
        cards
        rows={rows}
        language={language}
        columns={[
          {
            label: t.written,
            heading: true,
            phone: 'wide',
            cell: ({ item }) => {
              const when = formatInstant(item.at, language)
              if (item.id === shown) return when
              return <a href={item === newest ? at : `${at}?version=${item.id}`}>{when}</a>
            },
          },
          ...(named
            ? [
                {
                  label: t.by,
                  phone: 'labelled' as const,
                  cell: ({ item }: (typeof rows)[number]) => item.byWhom,
                },
              ]
            : []),
          {
            label: t.reason,
            phone: 'labelled',
            cell: ({ item, isFirst }) => item.reason ?? (isFirst ? t.first : ''),
          },
          {
            label: t.state,
            cell: ({ item }) =>
              item.endedAt === null ? (
                <Tag tone="ok" sign="done">
                  {t.holds}
                </Tag>
              ) : (
                <span class="quiet">
                  {item === newest
                    ? t.endedOn(formatInstant(item.endedAt, language), '')
                    : t.gaveWay(formatInstant(item.endedAt, language))}
                </span>
              ),
          },
        ]}
      />
    </Section>
  )
}
