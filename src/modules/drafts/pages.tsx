import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Empty, PageHead, Table, Tag } from '../../ui/index.ts'
import { discardDraft, draftHistory, listDrafts, recoverDraft, restoreDraft } from './actions.ts'
import { historyPage } from './history-view.tsx'
import { text } from './text.ts'

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const { items } = await request.perform(listDrafts, {})
  type Item = (typeof items)[number]
  const titleOf = (d: Item) => request.drafts?.get(d.kind)?.title[language] ?? d.kind
  const pathOf = (d: Item) => request.drafts?.get(d.kind)?.path(d.subject)
  return {
    as: 'page',
    title: t.listTitle,
    robots: 'noindex',
    crumbs: [{ text: t.listTitle }],
    body: (
      <>
        <PageHead title={t.listTitle} lead={t.listLead} />
        {items.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          <Table<Item>
            caption={t.listTitle}
            cards
            rows={items}
            language={language}
            columns={[
              {
                label: t.form,
                heading: true,
                phone: 'wide',
                cell: (d) => {
                  const path = pathOf(d)
                  return (
                    <>
                      {path && d.state === 'open' ? <a href={link(path)}>{titleOf(d)}</a> : titleOf(d)}
                      {d.words && <span class="sub">{d.words}</span>}
                    </>
                  )
                },
              },
              { label: t.last, class: 'when', cell: (d) => formatInstant(d.savedAt, language) },
              { label: t.fields, numeric: true, cell: (d) => formatCount(d.fields, language) },
              { label: t.others, cell: (d) => d.others.join(', ') || '–' },
              {
                label: t.state,
                cell: (d) =>
                  d.state === 'open' ? (
                    <Tag tone="warm" sign="waiting">
                      {t.open}
                    </Tag>
                  ) : (
                    <form method="post" action={link(`/drafts/${d.id}/recover`)} class="actions">
                      <span class="quiet">
                        {d.closedAt && t.discarded(formatInstant(d.closedAt, language))}
                      </span>
                      <button class="btn" type="submit">
                        {t.recover}
                      </button>
                    </form>
                  ),
              },
            ]}
          />
        )}
        {items.some((d) => d.state === 'discarded') && <p class="note">{t.discardedNote}</p>}
      </>
    ),
  }
}

/** Where a sign-in in a new tab ends while a form waits in the old one. */
function signedInPage(request: PageRequest): PageAnswer {
  const t = text[request.language]
  const inside = request.actor.kind === 'person'
  if (!inside) return { as: 'redirect', to: request.link('/sign-in?to=/drafts/signed-in') }
  return {
    as: 'page',
    title: t.signedInAgain,
    robots: 'noindex',
    body: <PageHead title={t.signedInAgain} lead={t.signedInAgainLead} />,
  }
}

export const pages: readonly Page[] = [
  { method: 'GET', path: '/drafts', run: listPage },
  { method: 'GET', path: '/drafts/signed-in', run: async (request) => signedInPage(request) },
  { method: 'GET', path: '/drafts/{id}/history', run: historyPage },
  {
    method: 'POST',
    path: '/drafts/{id}/restore',
    run: async (request) => {
      const form = await request.form()
      const { id } = request.params
      await request.perform(restoreDraft, {
        id,
        change: form.get('change'),
        whole: form.get('whole') === 'true',
      })
      const { draft } = await request.perform(draftHistory, { id, limit: 1 })
      const path = request.drafts?.get(draft.kind)?.path(draft.subject)
      return { as: 'redirect', to: request.link(path ?? `/drafts/${id}/history`) }
    },
  },
  {
    method: 'POST',
    path: '/drafts/{id}/discard',
    run: async (request) => {
      await request.perform(discardDraft, { id: request.params.id })
      return { as: 'redirect', to: request.link('/drafts') }
    },
  },
  {
    method: 'POST',
    path: '/drafts/{id}/recover',
    run: async (request) => {
      await request.perform(recoverDraft, { id: request.params.id })
      return { as: 'redirect', to: request.link('/drafts') }
    },
  },
]
