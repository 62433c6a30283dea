import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Empty, PageHead, Table } from '../../ui/index.ts'
import { courseText } from './course-text.ts'
import { givenUpText } from './given-up-text.ts'
import { readCourse, readSelection } from './reading.ts'
import { framed, said } from './selection-frame.tsx'

/** The course of a meeting: each deed with who did it and when. */
async function page(request: PageRequest): Promise<PageAnswer> {
  const { language, params } = request
  const t = courseText[language]
  const room = await request.perform(readSelection, { selection: params.id })
  const { items } = await request.perform(readCourse, { selection: room.id })
  const deeds: Readonly<Record<string, string>> = t.deeds
  return framed(
    request,
    t.title,
    <>
      <PageHead title={t.title} over={said(room.name, language)} lead={t.lead} />
      {items.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <Table
          caption={t.title}
          language={language}
          cards
          density="tight"
          rows={items}
          columns={[
            {
              label: t.when,
              class: 'num',
              phone: 'line',
              cell: (d) => formatInstant(new Date(d.at), language),
            },
            { label: t.who, phone: 'line', cell: (d) => d.person ?? t.service },
            {
              label: t.what,
              heading: true,
              phone: 'wide',
              cell: (d) => (
                <>
                  {deeds[d.event] ?? d.event}
                  {d.why && <span class="sub">{givenUpText[language].why[d.why]}</span>}
                </>
              ),
            },
          ]}
        />
      )}
    </>,
    { meeting: room },
  )
}

export const coursePage: Page = { method: 'GET', path: '/selections/{id}/course', run: page }
