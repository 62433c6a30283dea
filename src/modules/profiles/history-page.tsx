import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Table, Tag } from '../../ui/index.ts'
import { industryName } from '../codes/index.ts'
import { conceptName, type NamedConcept } from '../overlaps/index.ts'
import { regionName } from './code-names.ts'
import { editPage, kept, profilePath } from './edit-frame.tsx'
import { editText } from './edit-text.ts'
import type { PastFact } from './fact-queries.ts'
import { partsText } from './parts-text.ts'
import { readHistory } from './read-actions.ts'
import { text } from './text.ts'

type Row = PastFact & { concept: NamedConcept | null }

/** Every version of everything, the newest first; what is past can be brought back. */
export async function historyPage(request: PageRequest): Promise<PageAnswer> {
  const of = await kept(request)
  const { items } = await request.perform(readHistory, { id: of.id })
  const { language, link } = request
  const t = partsText[language]
  return editPage(
    request,
    of,
    { heading: editText[language].sections.history, lead: t.historyLead },
    items.length === 0 ? (
      <p class="quiet">{t.noHistory}</p>
    ) : (
      <Table<Row>
        caption={editText[language].sections.history}
        cards
        rows={items}
        language={language}
        columns={[
          { label: t.what, heading: true, cell: (f) => text[language].kinds[f.kind] },
          { label: t.value, cell: (f) => <Said fact={f} language={language} /> },
          {
            label: t.who,
            cell: (f) => (
              <>
                {f.by} <span class="sub">{t.offices[f.office]}</span>
              </>
            ),
          },
          { label: t.when, class: 'when', cell: (f) => formatInstant(f.at, language) },
          {
            label: t.now,
            cell: (f) =>
              f.endedAt && f.endedWhy ? (
                <>
                  <span class="quiet">
                    {t.ended[f.endedWhy](f.endedBy ?? '', formatInstant(f.endedAt, language))}
                  </span>
                  <form method="post" action={link(profilePath(of, '/restore'))}>
                    <input type="hidden" name="entry" value={f.entry} />
                    <input type="hidden" name="fact" value={f.id} />
                    <button class="btn bare" type="submit">
                      {t.restore}
                      <span class="vh">: {contentOf(f, language)}</span>
                    </button>
                  </form>
                </>
              ) : (
                <Tag tone={f.prefilled ? 'warm' : 'ok'} sign={f.prefilled ? 'waiting' : 'done'}>
                  {f.prefilled ? text[language].prefilled : t.now}
                </Tag>
              ),
          },
        ]}
      />
    ),
  )
}

function contentOf(fact: Row, language: Language): string {
  const { kind, code, concept, content } = fact
  const t = text[language]
  if (concept) return conceptName(concept, language)
  if (kind === 'industry') return industryName(code ?? '', language)
  if (kind === 'region') return regionName(code ?? '', language)
  if (kind === 'language') return (t.languages as Readonly<Record<string, string>>)[code ?? ''] ?? code ?? ''
  if (kind === 'size') return (t.sizes as Readonly<Record<string, string>>)[code ?? ''] ?? code ?? ''
  return pick(content.title ?? content.text ?? {}, language)?.text ?? ''
}

function Said({ fact, language }: { fact: Row; language: Language }) {
  const more = fact.content.title && fact.content.text && pick(fact.content.text, language)?.text
  return (
    <>
      {contentOf(fact, language)}
      {more && <span class="sub">{more.length > 200 ? `${more.slice(0, 199)}…` : more}</span>}
      {fact.share !== 'public' && <span class="sub">{text[language].shares[fact.share]}</span>}
    </>
  )
}
