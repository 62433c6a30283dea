import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { Alert, Empty, PageHead, Table } from '../../ui/index.ts'
import { holds } from '../people/index.ts'
import { declare } from './declare-actions.ts'
import { type OwnInCall, ownInCall } from './own-actions.ts'
import { ownText } from './own-text.ts'
import { text } from './text.ts'
import { StandingTag } from './ties-view.tsx'

type Item = OwnInCall['items'][number]
type Done = { did: number; failed: readonly { what: string; why: string }[] }

const named = ({ matter }: Item) => `${matter.callCode}/${matter.number} ${matter.title}`

async function show(request: PageRequest, done?: Done): Promise<PageAnswer> {
  const { language, link, actor } = request
  const t = ownText[language]
  const found = await request.perform(ownInCall, { call: request.params.code })
  const title = pick(found.call.title, language)?.text ?? found.call.code
  const open = found.items.some((item) => item.is === 'must-declare')
  const handles = holds(
    actor,
    ['coordinator', 'preparer', 'council-officer', 'city-decider'],
    found.call.ecosystem,
  )
  return {
    as: 'page',
    title: `${t.title}: ${title}`,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: [{ text: title, href: link(`/calls/${found.call.code}`) }, { text: t.title }],
    body: (
      <>
        <PageHead
          over={title}
          title={t.title}
          lead={t.lead}
          actions={
            <>
              {handles && (
                <a class="btn" href={link(`/calls/${found.call.code}/conflicts`)}>
                  {t.table}
                </a>
              )}
              <a class="btn" href={link('/account/interests')}>
                {text[language].interests}
              </a>
            </>
          }
        />
        {done && <Outcome done={done} request={request} />}
        {found.items.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          <form method="post" action={link(`/calls/${found.call.code}/conflicts/own`)}>
            <Items items={found.items} request={request} />
            {open && (
              <div class="actions">
                <button class="btn main" type="submit">
                  {t.send}
                </button>
              </div>
            )}
          </form>
        )}
      </>
    ),
  }
}

function Items({ items, request }: { items: readonly Item[]; request: PageRequest }) {
  const { language, link } = request
  const t = ownText[language]
  const w = text[language]
  return (
    <Table<Item>
      caption={t.title}
      cards
      density="tight"
      language={language}
      rows={items}
      columns={[
        {
          label: t.chosen,
          quiet: true,
          class: 'choose',
          cell: (item) =>
            item.is === 'must-declare' ? (
              <input
                type="checkbox"
                name="application"
                value={item.matter.id}
                aria-label={t.choose(named(item))}
              />
            ) : null,
        },
        {
          label: w.application,
          heading: true,
          cell: (item) => <a href={link(`/applications/${item.matter.id}/conflict`)}>{named(item)}</a>,
        },
        {
          label: t.parties,
          phone: 'line',
          cell: (item) => item.matter.parties.map((p) => p.name).join(', '),
        },
        {
          label: w.found,
          phone: 'labelled',
          cell: (item) => (item.ties.length > 0 ? t.ties(item.ties.length) : '–'),
        },
        {
          label: w.standing,
          cell: (item) => (
            <>
              <StandingTag is={item.is} language={language} />{' '}
              {item.is === 'must-answer' && (
                <a href={link(`/applications/${item.matter.id}/conflict#form`)}>{t.answerEach}</a>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function Outcome({ done, request: { language } }: { done: Done; request: PageRequest }) {
  const t = ownText[language]
  if (done.did === 0 && done.failed.length === 0) return <Alert tone="warm" title={t.noneChosen} live />
  return (
    <>
      {done.did > 0 && <Alert tone="ok" title={t.did(done.did)} live />}
      {done.failed.length > 0 && (
        <Alert tone="warm" title={t.didNot} live>
          <ul>
            {done.failed.map(({ what, why }) => (
              <li>
                {what}: {why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  )
}

/** Each declaration is its own: one that is not taken leaves the others alone. */
async function take(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const chosen = (await request.form()).all('application')
  const { items } = await request.perform(ownInCall, { call: request.params.code })
  const failed: { what: string; why: string }[] = []
  let did = 0
  for (const item of items.filter((i) => chosen.includes(i.matter.id))) {
    try {
      await request.perform(declare, { application: item.matter.id, says: 'none' })
      did += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failed.push({ what: named(item), why: error.complaints.map((c) => c.text[language]).join(' ') })
    }
  }
  return show(request, { did, failed })
}

export const ownPages: readonly Page[] = [
  { method: 'GET', path: '/calls/{code}/conflicts/own', run: (request) => show(request) },
  { method: 'POST', path: '/calls/{code}/conflicts/own', run: take },
]
