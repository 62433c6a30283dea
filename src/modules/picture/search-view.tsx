import type { z } from 'zod'
import { formatCount } from '../../kernel/text.ts'
import { Empty, LinkList, PageHead, SearchBox, Section } from '../../ui/index.ts'
import { type everything, type FoundType, foundTypes } from './everything.ts'
import type { View } from './parts.tsx'
import { searchText } from './search-text.ts'

const isOfPicture = (type: string): type is FoundType => (foundTypes as readonly string[]).includes(type)

type Found = z.output<typeof everything.output>

/** What was found, in its groups, each with the way to its whole list. */
export function SearchView({ view, q, found }: { view: View; q: string; found: Found }) {
  const { language, link } = view
  const t = searchText[language]
  const whole: Partial<Record<string, string>> = {
    project: link(`/projects?q=${encodeURIComponent(q)}`),
    organisation: link(`/organisations?q=${encodeURIComponent(q)}`),
  }
  // The group of the best hit comes first: a code leads to its project, a name to its organisation.
  const groups = [...new Set(found.items.map((i) => i.type))]
  return (
    <>
      <PageHead title={q ? t.titleFor(q) : t.title} />
      <SearchBox
        action={link('/search')}
        label={t.label}
        placeholder={t.placeholder}
        value={q}
        language={language}
      />
      {found.instead.length > 0 && <p class="note hint">{t.instead(found.instead.join(', '))}</p>}
      {found.also.length > 0 && (
        <p class="note hint">
          {t.also(found.also.join(', '))}{' '}
          <a href={`${link('/search')}?${new URLSearchParams({ q, meanings: 'off' })}`}>{t.onlyTyped}</a>
        </p>
      )}
      {q === '' && <p class="quiet hint">{t.start}</p>}
      {q !== '' && found.total === 0 && <Empty title={t.nothing}>{t.nothingNext}</Empty>}
      {groups.map((type) => {
        const items = found.items.filter((i) => i.type === type)
        const total = found.totals[type] ?? items.length
        const all = type === 'project' || type === 'organisation' ? t.all[type] : undefined
        return (
          <Section
            title={isOfPicture(type) ? t.groups[type] : found.groups[type]!}
            note={
              whole[type] && all && total > items.length ? (
                <a href={whole[type]}>{all(formatCount(total, language))}</a>
              ) : (
                t.found(formatCount(total, language))
              )
            }
          >
            <LinkList items={items.map((i) => ({ href: i.url, label: i.title, note: i.subtitle }))} />
          </Section>
        )
      })}
    </>
  )
}
