import type { ComponentChildren } from 'preact'
import type { DraftKind } from '../../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../../kernel/page.ts'
import type { Language } from '../../../kernel/text.ts'
import { type Column, Empty, type FieldError, Section, Table } from '../../../ui/index.ts'
import { type Before, type Draft, DraftForm, draftFor, takeForm } from '../../drafts/index.ts'
import { type SettingsPart, settingsPage } from '../settings-parts.tsx'
import { settingsText } from '../settings-text.ts'
import { factsText } from './text.ts'

type Words = (typeof factsText)['fi']
type Found<R> = { key: string; name: Record<string, string>; items: readonly R[] }

/** What the form of a row is drawn with. */
export type FormView<F> = {
  found: F
  values: Draft['text']
  errors: readonly FieldError[]
  language: Language
}

/** A list that people keep of an ecosystem: its page of settings, and the form of one row. */
export type Part<R extends { id: string }, F extends Found<R>> = {
  part: SettingsPart
  words: (t: Words) => { title: string; none: string; add: string; change: string }
  forms: { added: DraftKind; changed: DraftKind }
  read: (request: PageRequest) => Promise<F>
  nameOf: (row: R, language: Language) => string
  columns: (language: Language, link: (row: R) => string) => readonly Column<R>[]
  before: (row: R | undefined) => Before
  fields: (view: FormView<F>) => ComponentChildren
  /** What the form says, for the command; or what is wrong with it. */
  said: (get: (name: string) => string, language: Language) => Record<string, unknown> | readonly FieldError[]
  save: (
    request: PageRequest,
    said: Record<string, unknown>,
    draft: Parameters<PageRequest['perform']>[2],
  ) => Promise<unknown>
  remove: (request: PageRequest, id: string) => Promise<unknown>
  /** Under the list: what others have said. */
  more?: (found: F, request: PageRequest) => ComponentChildren
}

const failed = (said: Record<string, unknown> | readonly FieldError[]): said is readonly FieldError[] =>
  Array.isArray(said)

export function partPages<R extends { id: string }, F extends Found<R>>(part: Part<R, F>): readonly Page[] {
  const path = `/ecosystems/{key}/settings/${part.part}` as const
  const at = (request: PageRequest, rest = '') =>
    request.link(`/ecosystems/${request.params.key}/settings/${part.part}${rest}`)

  const formOf = (key: string, row: R | undefined) => ({
    kind: row ? part.forms.changed : part.forms.added,
    subject: row ? `${key}:${row.id}` : key,
    before: part.before(row),
  })

  /** With an id in the address the form changes that row, else it adds one. */
  async function page(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
    const { language, params } = request
    const t = settingsText[language]
    const words = part.words(factsText[language])
    const found = await part.read(request)
    const row = found.items.find((r) => r.id === params.id)
    const { kind, subject, before } = formOf(found.key, row)
    const draft = await draftFor(request, kind, subject, before)
    return settingsPage(
      request,
      found,
      part.part,
      errors,
      <>
        {found.items.length === 0 ? (
          <Empty title={words.none}>{factsText[language].first}</Empty>
        ) : (
          <Section title={words.title}>
            <Table
              caption={words.title}
              language={language}
              cards
              rows={found.items}
              columns={part.columns(language, (r) => at(request, `/${r.id}`))}
            />
          </Section>
        )}
        {part.more?.(found, request)}
        <Section title={row ? words.change : words.add} id="form">
          <DraftForm
            draft={draft}
            action={at(request, row ? `/${row.id}` : '')}
            submit={row ? t.save : words.add}
            language={language}
          >
            {part.fields({ found, values: draft.text, errors, language })}
          </DraftForm>
          {row && (
            <form method="post" action={at(request, `/${row.id}/remove`)}>
              <button class="btn bare" type="submit">
                {t.removeOf(part.nameOf(row, language))}
              </button>
            </form>
          )}
        </Section>
      </>,
    )
  }

  async function save(request: PageRequest): Promise<PageAnswer> {
    const { key, items } = await part.read(request)
    const row = items.find((r) => r.id === request.params.id)
    return takeForm(
      request,
      formOf(key, row),
      async ({ text, draft }) => {
        const said = part.said(text, request.language)
        if (failed(said)) return said
        await part.save(request, { ...said, key, ...(row && { id: row.id }) }, draft)
        return `/ecosystems/${key}/settings/${part.part}`
      },
      (errors) => page(request, errors),
    )
  }

  return [
    { method: 'GET', path, run: (request) => page(request) },
    { method: 'POST', path, run: save },
    { method: 'GET', path: `${path}/{id}`, run: (request) => page(request) },
    { method: 'POST', path: `${path}/{id}`, run: save },
    {
      method: 'POST',
      path: `${path}/{id}/remove`,
      run: async (request) => {
        await part.remove(request, request.params.id!)
        return { as: 'redirect', to: at(request) }
      },
    },
  ]
}
