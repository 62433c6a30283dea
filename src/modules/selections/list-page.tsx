import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import { Empty, PageHead, Table, Tag } from '../../ui/index.ts'
import { listSelections } from './reading.ts'
import { keepers, selectionMachine } from './rules.ts'
import { framed, said, whenOf } from './selection-frame.tsx'
import { text } from './text.ts'

async function page(request: PageRequest): Promise<PageAnswer> {
  const { language, link, actor } = request
  const t = text[language]
  const { items } = await request.perform(listSelections, {})
  const keeps = isAmong(keepers, actor)
  return framed(
    request,
    t.title,
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          keeps && (
            <a class="btn main" href={link('/selections/new')}>
              {t.add}
            </a>
          )
        }
      />
      {items.length === 0 ? (
        <Empty title={keeps ? t.none : t.noneMember} />
      ) : (
        <Table
          caption={t.title}
          language={language}
          cards
          rows={items}
          columns={[
            {
              label: t.meeting,
              heading: true,
              phone: 'wide',
              cell: (s) => (
                <>
                  <a href={link(`/selections/${s.id}`)}>{said(s.name, language)}</a>
                  <span class="sub">{said(s.ecosystem.name, language)}</span>
                </>
              ),
            },
            { label: t.when, class: 'num', phone: 'labelled', cell: (s) => whenOf(s, language) },
            {
              label: t.candidates,
              phone: 'labelled',
              cell: (s) =>
                s.chosenCount === null ? t.countOf(s.candidates) : t.chosenOf(s.chosenCount, s.candidates),
            },
            {
              label: t.state,
              cell: (s) => (
                <>
                  <Tag tone={s.state === 'open' ? 'on' : s.state === 'closed' ? 'ok' : 'plain'}>
                    {selectionMachine.states[s.state][language]}
                  </Tag>{' '}
                  {s.exercise && <Tag tone="warm">{t.exercise}</Tag>}
                </>
              ),
            },
          ]}
        />
      )}
    </>,
  )
}

export const listPage: Page = { method: 'GET', path: '/selections', run: page }
