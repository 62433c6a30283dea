import type { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { Alert, PageHead, Tabs } from '../../ui/index.ts'
import { ConfirmView } from './confirm-view.tsx'
import { backTo, queuePath, queueView, states } from './queue-address.ts'
import {
  decidePairs,
  keepApart,
  mergePair,
  pairAct,
  pairs,
  planPairs,
  reopenPair,
  undoAct,
} from './review-actions.ts'
import { pageSize, ReviewView } from './review-view.tsx'
import { text } from './text.ts'

const frame = (request: PageRequest, title: string) => ({
  as: 'page' as const,
  title,
  nav: 'organisations',
  robots: 'noindex' as const,
  crumbs: [
    { text: text[request.language].organisations, href: request.link('/organisations') },
    { text: text[request.language].duplicates },
  ],
})

async function reviewPage(request: PageRequest): Promise<PageAnswer> {
  const t = text[request.language]
  const params = request.url.searchParams
  const view = queueView(params)
  const ask = (offset: number) =>
    request.perform(pairs, { ...view, reason: view.reason, limit: pageSize, offset })
  let found = await ask(view.offset)
  // The last pair of the last page was settled: what is last now.
  if (found.items.length === 0 && found.total > 0) {
    view.offset = Math.floor((found.total - 1) / pageSize) * pageSize
    found = await ask(view.offset)
  }
  const done = params.get('act')
  const act = done && isId(done) ? await request.perform(pairAct, { id: done }) : undefined
  return {
    ...frame(request, t.duplicates),
    body: (
      <>
        <PageHead title={t.duplicates} lead={t.lead} />
        <Done request={request} act={act} />
        <Tabs
          label={t.states}
          items={states.map((s) => ({
            href: request.link(s === 'open' ? queuePath : `${queuePath}?state=${s}`),
            label: t[s],
            count: formatCount(found.counts[s] ?? 0, request.language),
            current: s === view.state,
          }))}
        />
        <ReviewView
          found={found}
          view={view}
          params={params}
          link={request.link}
          language={request.language}
        />
      </>
    ),
  }
}

/** What was just done, with the way back from it. */
function Done({ request, act }: { request: PageRequest; act: z.output<typeof pairAct.output> | undefined }) {
  const t = text[request.language]
  const params = request.url.searchParams
  const undone = Number(params.get('undone'))
  if (undone > 0) return <Alert tone="ok" live title={t.didUndo(undone)} />
  if (!act || act.pairs === 0) return null
  const stayed = Number(params.get('left'))
  return (
    <Alert tone="ok" live title={act.decision === 'same' ? t.didSame(act.pairs) : t.didDifferent(act.pairs)}>
      {stayed > 0 && `${t.stayed(stayed)} `}
      <form method="post" action={request.link(`${queuePath}/acts/${act.id}`)}>
        <input type="hidden" name="back" value={request.url.search} />
        <button class="btn" type="submit" data-undo>
          {t.undo}
        </button>
      </form>
    </Alert>
  )
}

async function confirmPage(request: PageRequest): Promise<PageAnswer> {
  const t = text[request.language]
  const params = request.url.searchParams
  const back = params.get('back') ?? ''
  const backHref = request.link(backTo(back, {}))
  const ids = (params.has('all') ? params.getAll('shown') : params.getAll('id')).filter(isId)
  const decision = params.get('decision') === 'same' ? 'same' : 'different'
  if (ids.length === 0)
    return {
      ...frame(request, t.nothingTicked),
      status: 422,
      body: (
        <>
          <PageHead title={t.nothingTicked} lead={t.nothingTickedNext} />
          <a class="btn" href={backHref}>
            {t.backToQueue}
          </a>
        </>
      ),
    }
  const plan = await request.perform(planPairs, { id: ids })
  const count = decision === 'same' ? plan.accepted.length : plan.apart.length
  return {
    ...frame(request, decision === 'same' ? t.confirmSame(count) : t.confirmDifferent(count)),
    body: (
      <ConfirmView
        decision={decision}
        plan={plan}
        ticked={ids.length}
        back={back}
        backHref={backHref}
        link={request.link}
        language={request.language}
      />
    ),
  }
}

async function decideMany(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const { act, refused } = await request.perform(decidePairs, {
    id: [...form.all('id')],
    decision: form.get('decision') ?? '',
  })
  const left = refused.length > 0 ? String(refused.length) : undefined
  return {
    as: 'redirect',
    to: request.link(backTo(form.get('back') ?? '', { act: act ?? undefined, left })),
  }
}

const deeds = { same: mergePair, different: keepApart } as const

/** One pair by its own buttons; the next one is where the reader goes on. */
async function decideOne(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const back = form.get('back') ?? ''
  const decision = form.get('decision')
  const { id } = request.params
  if (decision !== 'same' && decision !== 'different') {
    await request.perform(reopenPair, { id })
    return { as: 'redirect', to: request.link(backTo(back, { undone: '1' })) }
  }
  const { act } = await request.perform(deeds[decision], { id })
  const next = form.get('next')
  const place = next && isId(next) ? `#p-${next}` : ''
  return { as: 'redirect', to: request.link(backTo(back, { act: act ?? undefined })) + place }
}

async function undoPage(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const { opened } = await request.perform(undoAct, { id: request.params.id })
  const back = backTo(form.get('back') ?? '', { undone: String(opened.length) })
  return { as: 'redirect', to: request.link(back) + (opened[0] ? `#p-${opened[0]}` : '') }
}

export const pages: readonly Page[] = [
  { method: 'GET', path: queuePath, run: reviewPage },
  { method: 'GET', path: `${queuePath}/decide`, run: confirmPage },
  { method: 'POST', path: `${queuePath}/decide`, run: decideMany },
  { method: 'POST', path: `${queuePath}/acts/{id}`, run: undoPage },
  { method: 'POST', path: `${queuePath}/{id}`, run: decideOne },
]
