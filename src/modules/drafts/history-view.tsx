import { changesBetween, type Value } from '../../engine/merging/index.ts'
import type { DraftFields, ToldFields } from '../../kernel/draft.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatDay, formatInstant, readDay } from '../../kernel/time.ts'
import { Empty, PageHead, Pager } from '../../ui/index.ts'
import { draftHistory, type HistoryEntry } from './actions.ts'
import { valueText } from './form.tsx'
import { text } from './text.ts'

const size = 30

/** Every saved change with what it took out and put in, and a button that brings the state after it back. */
export async function historyPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const offset = Math.max(0, Number(request.url.searchParams.get('offset')) || 0)
  const id = params.id!
  const found = await request.perform(draftHistory, { id, limit: size, offset })
  const form = request.drafts?.get(found.draft.kind)
  const title = form ? form.title[language] : found.draft.kind
  const address = (from: number) => link(`/drafts/${id}/history${from > 0 ? `?offset=${from}` : ''}`)
  return {
    as: 'page',
    title: t.historyTitle,
    robots: 'noindex',
    crumbs: [{ text: t.listTitle, href: link('/drafts') }, { text: t.historyTitle }],
    body: (
      <>
        <PageHead
          over={title}
          title={t.historyTitle}
          lead={t.historyLead}
          actions={
            form && (
              <a class="btn" href={link(form.path(found.draft.subject))}>
                {t.backToForm}
              </a>
            )
          }
        />
        {found.items.length === 0 && <Empty title={t.noChanges} />}
        <ol class="draft-history">
          {found.items.map((entry) => (
            <li>
              <Entry
                entry={entry}
                field={fieldOf(entry.name, form?.fields?.[language]?.[entry.name], found.told, language)}
                language={language}
              />
              {found.draft.state === 'open' && (
                <form method="post" action={link(`/drafts/${id}/restore`)} class="actions">
                  <input type="hidden" name="change" value={entry.id} />
                  <button class="btn" type="submit">
                    {t.restoreField}
                  </button>
                  {entry.version !== null && (
                    <button class="btn bare" type="submit" name="whole" value="true">
                      {t.restoreAll}
                    </button>
                  )}
                </form>
              )}
            </li>
          ))}
        </ol>
        <Pager offset={offset} size={size} total={found.total} at={address} language={language} />
      </>
    ),
  }
}

type Field = { label: string; values: Readonly<Record<string, string>> }

/** What a field is called and its values: as its form says, and as the records that it names do. */
function fieldOf(
  name: string,
  field: DraftFields[string] | undefined,
  told: ToldFields,
  language: Language,
): Field {
  const own = typeof field === 'object' ? field : { label: field ?? name, values: {} }
  const { label, values = {} } = told[name] ?? {}
  const named = Object.entries(values).flatMap(([value, names]) => {
    const said = pick(names, language)
    return said ? [[value, said.text] as const] : []
  })
  return {
    label: (label && pick(label, language)?.text) ?? own.label,
    values: { ...Object.fromEntries(named), ...own.values },
  }
}

type EntryProps = { entry: HistoryEntry; field: Field; language: Language }

function Entry({ entry, field, language }: EntryProps) {
  const t = text[language]
  const said = (value: Value | null) => valueText(value, (v) => read(v, field, language))
  const how = t.how[entry.how as keyof typeof t.how] ?? entry.how
  return (
    <>
      <h2>
        {field.label}{' '}
        <span class="note">
          {formatInstant(entry.at, language)} · {entry.by} {how}
        </span>
      </h2>
      <p class="draft-change">
        {entry.value === null
          ? t.asBefore
          : changesBetween(said(entry.before), said(entry.value)).map((part) =>
              part.is === 'same' ? (
                shortened(part.text)
              ) : part.is === 'added' ? (
                <ins>
                  <span class="vh">{t.added}: </span>
                  {part.text}
                </ins>
              ) : (
                <del>
                  <span class="vh">{t.removed}: </span>
                  {part.text}
                </del>
              ),
            )}
      </p>
    </>
  )
}

/** A chosen value by its words, a day as people write it, a text as it is. */
function read(value: string, { values }: Field, language: Language): string {
  const said = Object.hasOwn(values, value) ? values[value] : undefined
  if (said) return said
  const day = readDay(value)
  return day === value ? formatDay(day, language) : value
}

/** Of a long stretch that did not change, what stands next to the changes. */
const shortened = (same: string): string =>
  same.length <= 240 ? same : `${same.slice(0, 100)} […] ${same.slice(-100)}`
