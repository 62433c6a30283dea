import type { PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import { LinkList, NewsList, Section } from '../../ui/index.ts'
import { applicationPath } from './application.ts'
import type { Overview } from './read-actions.ts'
import { text } from './text.ts'

/** The versions that were sent, the newest first. */
export function Versions({ found, request }: { found: Overview; request: PageRequest }) {
  const { language, link } = request
  const t = text[language].list
  if (found.versions.length === 0) return null
  return (
    <Section title={t.versions}>
      <LinkList
        items={found.versions.toReversed().map((v) => ({
          href: link(`${applicationPath(found.application)}/versions/${v.version}`),
          label: t.version(v.version),
          note: `${t.sentBy(v.by, formatInstant(v.at, language))} · ${v.receipt}`,
        }))}
      />
    </Section>
  )
}

/** What happened to the application, the newest first. */
export function History({ found, request }: { found: Overview; request: PageRequest }) {
  const { language } = request
  const t = text[language]
  const words: Record<string, string> = t.events
  return (
    <Section title={t.list.history}>
      <NewsList
        items={found.events.toReversed().map((e) => ({
          over: formatInstant(e.at, language),
          content: (
            <>
              {words[e.event] ?? e.event}, {e.by_whom}
              {e.reason && <p class="pre">{e.reason}</p>}
            </>
          ),
        }))}
      />
    </Section>
  )
}
