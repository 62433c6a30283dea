import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { keepAddress } from '../../kernel/view-address.ts'
import { Empty, PageHead, SelectField, Table, Tag } from '../../ui/index.ts'
import { agendaText } from './agenda-text.ts'
import { listMeetings } from './meeting-actions.ts'
import { framed, meetingName } from './meeting-frame.ts'
import { meetingMachine, meetingStates } from './meeting-rules.ts'
import { meetingText } from './meeting-text.ts'

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const [t, a] = [meetingText[language], agendaText[language]]
  const all = (await request.perform(listMeetings, {})).items
  const state = url.searchParams.get('state') ?? ''
  const part = url.searchParams.get('part') ?? ''
  const items = all.filter((m) => (!state || m.state === state) && (!part || m.part === part))
  return framed(
    request,
    t.title,
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <a class="btn main" href={link('/meetings/new')}>
              {t.add}
            </a>
            <a class="btn" href={keepAddress(link, `${url.pathname}${url.search}`)}>
              {a.save}
            </a>
          </>
        }
      />
      {all.length > 0 && (
        <form method="get" action={link('/meetings')} class="inline">
          <SelectField
            name="part"
            label={t.which}
            none={a.allOf}
            value={part}
            choices={(['selection', 'legal'] as const).map((value) => ({ value, label: t.parts[value] }))}
            language={language}
          />
          <SelectField
            name="state"
            label={a.state}
            none={a.allOf}
            value={state}
            choices={meetingStates.map((value) => ({ value, label: meetingMachine.states[value][language] }))}
            language={language}
          />
          <button class="btn" type="submit">
            {a.show}
          </button>
        </form>
      )}
      {items.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <Table
          caption={t.title}
          language={language}
          cards
          rows={items}
          columns={[
            {
              label: a.meeting,
              heading: true,
              phone: 'wide',
              cell: (m) => (
                <>
                  <a href={link(`/meetings/${m.id}`)}>{meetingName(m, language)}</a>
                  <span class="sub">{pick(m.ecosystemName, language)?.text}</span>
                </>
              ),
            },
            {
              label: t.day,
              class: 'num',
              phone: 'labelled',
              cell: (m) => t.at(formatDay(m.day, language), m.clock?.replace(':', '.') ?? '', ''),
            },
            { label: t.place, phone: 'labelled', cell: (m) => m.place ?? '' },
            {
              label: a.state,
              cell: (m) => (
                <Tag tone={m.state === 'open' ? 'on' : m.state === 'approved' ? 'ok' : 'plain'}>
                  {meetingMachine.states[m.state][language]}
                </Tag>
              ),
            },
            {
              label: a.matters,
              numeric: true,
              phone: 'labelled',
              cell: (m) => m.items.filter((i) => i.decision !== null).length,
            },
          ]}
        />
      )}
    </>,
  )
}

export const meetingList: Page = { method: 'GET', path: '/meetings', run: listPage }
