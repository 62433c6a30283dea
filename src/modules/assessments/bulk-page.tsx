import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayIn } from '../../kernel/time.ts'
import { Empty, PageHead } from '../../ui/index.ts'
import { plusDays } from '../calendar/index.ts'
import { assign, setDueDay } from './assign-actions.ts'
import { askMany, type Deed, deeds, dueIn, type Forecast, previewBulk } from './bulk-actions.ts'
import { bulkText } from './bulk-text.ts'
import { BulkCheck, BulkOutcome, type Failed } from './bulk-view.tsx'
import { beginCheck, fail, pass } from './check-actions.ts'
import { listText } from './list-text.ts'

/** Shows first what would change and who would be told; on the second press does it row by row. */
async function bulkPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = listText[language]
  const form = await request.form()
  const back = link(`/calls/${params.code}/assessment`)
  const deed = deeds.find((d) => d === form.get('deed'))
  const applications = form.all('application')
  // What is asked is written on a page of its own before there is anything to check.
  if (form.get('deed') === askMany && applications.length > 0) {
    const chosen = applications.map((id) => `application=${encodeURIComponent(id)}`).join('&')
    return { as: 'redirect', to: `${back}/completion?${chosen}` }
  }
  const framed = (title: string, body: PageAnswer & { as: 'page' }): PageAnswer => ({
    ...body,
    title,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: [
      { text: params.code ?? '', href: link(`/calls/${params.code}`) },
      { text: t.title, href: back },
      { text: title },
    ],
  })
  if (!deed || applications.length === 0)
    return framed(t.bulk, {
      as: 'page',
      title: t.bulk,
      status: 422,
      body: (
        <>
          <PageHead title={t.bulk} />
          <Empty title={t.bulkNone}>
            <a href={back}>{t.back}</a>
          </Empty>
        </>
      ),
    })
  const { items } = await request.perform(previewBulk, { call: params.code, deed, applications, language })
  const title = bulkText[language][deed]
  const done = form.get('confirmed') ? await doAll(request, deed, items) : undefined
  return framed(title, {
    as: 'page',
    title,
    body: done ? (
      <BulkOutcome {...done} over={params.code ?? ''} title={title} back={back} language={language} />
    ) : (
      <BulkCheck
        title={title}
        over={params.code ?? ''}
        items={items}
        action={`${back}/bulk`}
        back={back}
        fields={{ deed: [deed], application: items.map((row) => row.application) }}
        language={language}
      />
    ),
  })
}

/** Each row is a command of its own: what cannot be done leaves the others alone. */
async function doAll(request: PageRequest, deed: Deed, items: readonly Forecast[]) {
  const failed: Failed[] = []
  let did = 0
  for (const row of items) {
    if (row.to === null) {
      failed.push({ row, why: [...row.why] })
      continue
    }
    try {
      await doOne(request, deed, row)
      did += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failed.push({ row, why: error.complaints.map((c) => c.text[request.language]) })
    }
  }
  return { did, failed }
}

function doOne(request: PageRequest, deed: Deed, { application, people }: Forecast): Promise<unknown> {
  switch (deed) {
    case 'begin-check':
      return request.perform(beginCheck, { application })
    case 'pass':
      return request.perform(pass, { application })
    case 'fail':
      return request.perform(fail, { application })
    case 'assign':
      return request.perform(assign, { application, people })
    default: {
      const dueOn = plusDays(dayIn(request.now), dueIn[deed])
      return request.perform(setDueDay, { application, dueOn })
    }
  }
}

export const bulkPages: readonly Page[] = [
  { method: 'POST', path: '/calls/{code}/assessment/bulk', run: bulkPage },
]
