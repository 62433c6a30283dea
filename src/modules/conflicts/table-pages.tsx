import { conflictWords } from '../../engine/conflict/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import {
  type Column,
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Scroll,
  Section,
  SelectField,
  Table,
  TextArea,
} from '../../ui/index.ts'
import { type Draft, DraftForm, draftFor } from '../drafts/index.ts'
import { by, holds } from '../people/index.ts'
import { adviceText } from './advice-text.ts'
import { AdviceTable } from './advice-view.tsx'
import { ownText } from './own-text.ts'
import type { Duty, Matter, RecusalRow } from './queries.ts'
import { type ConflictTable, conflictTable, nameDeputy } from './table-actions.ts'
import { text } from './text.ts'
import { groundText, StandingTag, TiesView } from './ties-view.tsx'

const numberOf = (m: Matter) => `${m.callCode}/${m.number}`

export const strikeBefore = { note: '', reason: '' }
export const strikeDraft: DraftKind = {
  kind: 'advice.strike',
  shared: false,
  title: inEach((l) => adviceText[l].strikeTitle),
  path: (code) => `/calls/${code}/conflicts#advice`,
  allow: by('coordinator', 'preparer'),
}

export async function showTable(
  request: PageRequest,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link, url, actor } = request
  const t = text[language]
  const found = await request.perform(conflictTable, { call: request.params.code })
  const striking = holds(actor, ['coordinator', 'preparer'], found.call.ecosystem)
    ? await draftFor(request, strikeDraft, found.call.code, strikeBefore)
    : undefined
  const only = url.searchParams.get('person') ?? ''
  const duties = only ? found.duties.filter((d) => d.person === only) : found.duties
  const ties = only ? found.ties.filter((tie) => tie.person === only) : found.ties
  const people = [...new Map(found.duties.map((d) => [d.person, d.name]))]
  const names = new Map(people)
  const matters = new Map(found.matters.map((m) => [m.id, m]))
  const title = pick(found.call.title, language)?.text ?? found.call.code
  return {
    as: 'page',
    title: `${t.tableTitle}: ${title}`,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: title, href: link(`/calls/${found.call.code}`) },
      { text: t.tableTitle },
    ],
    body: (
      <>
        <PageHead
          over={title}
          title={t.tableTitle}
          lead={t.tableLead(found.matters.length, people.length)}
          actions={
            <>
              <a class="btn" href={link(`/calls/${found.call.code}/conflicts/own`)}>
                {ownText[language].title}
              </a>
              <a class="btn" href={link(`/calls/${found.call.code}/assessment`)}>
                {ownText[language].assessments}
              </a>
            </>
          }
        />
        <ErrorSummary errors={errors} language={language} />
        <form method="get" class="inline">
          <SelectField
            name="person"
            label={t.person}
            language={language}
            value={only}
            choices={[
              { value: '', label: t.allPeople },
              ...people.map(([value, label]) => ({ value, label })),
            ]}
          />
          <button class="btn" type="submit">
            {t.show}
          </button>
        </form>
        <Section title={t.matrix}>
          <p class="note">{t.matrixNote}</p>
          <Scroll label={t.matrix}>
            <Table
              caption={t.matrix}
              language={language}
              density="tight"
              class="across"
              rows={found.matters}
              columns={matrixColumns(found, duties, request)}
            />
          </Scroll>
        </Section>
        <Section title={t.found}>
          {ties.length === 0 ? (
            <Empty title={t.tableNone}>{t.tableNoneNext}</Empty>
          ) : (
            <TiesView
              ties={ties}
              caption={t.found}
              language={language}
              whose={(tie) => {
                const matter = matters.get(tie.application)
                return {
                  person: names.get(tie.person) ?? tie.person,
                  application: matter ? `${numberOf(matter)} ${matter.title}` : tie.application,
                  href: link(`/applications/${tie.application}`),
                }
              }}
            />
          )}
        </Section>
        <Section title={t.recusals}>
          {found.recusals.length === 0 ? (
            <p>{t.recusalsNone}</p>
          ) : (
            <Recusals found={found} request={request} />
          )}
        </Section>
        {found.advice.length > 0 && (
          <Section title={adviceText[language].title} id="advice">
            <AdviceTable
              advice={found.advice}
              language={language}
              about={{
                label: t.application,
                of: (note) => {
                  const matter = matters.get(note.application)
                  return matter ? numberOf(matter) : ''
                },
              }}
            />
            {striking && <StrikeForm found={found} draft={striking} errors={errors} request={request} />}
          </Section>
        )}
      </>
    ),
  }
}

function matrixColumns(
  found: ConflictTable,
  duties: readonly Duty[],
  { language, link }: PageRequest,
): Column<Matter>[] {
  const t = text[language]
  const words = conflictWords[language]
  const key = (person: string, act: string, application: string) => `${person} ${act} ${application}`
  const standing = new Map(found.standings.map((s) => [key(s.person, s.act, s.application), s.is]))
  return [
    {
      label: t.application,
      heading: true,
      cell: (m) => (
        <a href={link(`/applications/${m.id}`)}>
          <span class="nb">{numberOf(m)}</span> {m.title}
        </a>
      ),
    },
    ...duties.map(({ person, name, act }) => ({
      label: `${name}: ${words.acts[act]}`,
      phone: 'labelled' as const,
      cell: (m: Matter) => {
        const is = standing.get(key(person, act, m.id))
        return is ? <StandingTag is={is} language={language} /> : '–'
      },
    })),
  ]
}

function Recusals({ found, request }: { found: ConflictTable; request: PageRequest }) {
  const { language, link } = request
  const t = text[language]
  const matters = new Map(found.matters.map((m) => [m.id, m]))
  const barred = new Set(
    found.standings.filter((s) => s.is === 'barred').map((s) => `${s.person} ${s.application}`),
  )
  const others = (r: RecusalRow) =>
    [...new Map(found.duties.map((d) => [d.person, d.name]))].filter(
      ([id]) => id !== r.person && !barred.has(`${id} ${r.application}`),
    )
  return (
    <Table
      caption={t.recusals}
      language={language}
      cards
      rows={found.recusals}
      columns={[
        { label: t.person, heading: true, cell: (r) => r.name },
        {
          label: t.application,
          phone: 'labelled',
          cell: (r) => {
            const matter = matters.get(r.application)
            return matter ? `${numberOf(matter)} ${matter.title}` : r.application
          },
        },
        { label: t.ground, phone: 'line', cell: (r) => groundText(r.point as never, language) },
        { label: t.when, phone: 'labelled', cell: (r) => formatInstant(r.at, language) },
        {
          label: t.deputy,
          phone: 'line',
          cell: (r) => (
            <form method="post" action={link(`/calls/${found.call.code}/conflicts/deputy`)} class="inline">
              <input type="hidden" name="application" value={r.application} />
              <input type="hidden" name="person" value={r.person} />
              <select name="deputy" aria-label={`${t.deputy}: ${r.name}`}>
                <option value="">{t.noDeputy}</option>
                {others(r).map(([id, name]) => (
                  <option value={id} selected={r.deputy === id}>
                    {name}
                  </option>
                ))}
              </select>
              <button class="btn" type="submit">
                {t.nameDeputy}
                <span class="vh">: {r.name}</span>
              </button>
            </form>
          ),
        },
      ]}
    />
  )
}

/** Which note, and why it was wrong; one's own is not among them. */
function StrikeForm({
  found,
  draft,
  errors,
  request,
}: {
  found: ConflictTable
  draft: Draft
  errors: readonly FieldError[]
  request: PageRequest
}) {
  const { language, link, actor } = request
  const t = adviceText[language]
  const notes = found.advice.filter(
    (note) => note.struckAt === null && actor.kind === 'person' && note.person !== actor.id,
  )
  if (notes.length === 0) return null
  const number = (id: string) => found.matters.find((m) => m.id === id)?.number ?? ''
  const error = (name: string) => errors.find((e) => e.name === name)?.text
  return (
    <details open={errors.length > 0 || draft.state.id !== null}>
      <summary>{t.strikeTitle}</summary>
      <p class="note">{t.strikeLead}</p>
      <DraftForm
        compact
        draft={draft}
        action={link(`/calls/${found.call.code}/conflicts/strike`)}
        submit={t.strike}
        language={language}
      >
        <SelectField
          name="note"
          label={t.note}
          value={draft.text('note')}
          choices={notes.map((n) => ({
            value: `${n.application}.${n.id}`,
            label: `${number(n.application)}: ${n.name}, ${t.short[n.kind]} ${formatDay(n.on, language)}`,
          }))}
          error={error('note')}
          language={language}
        />
        <TextArea
          name="reason"
          label={t.reason}
          value={draft.text('reason')}
          error={error('reason')}
          rows={2}
          language={language}
        />
      </DraftForm>
    </details>
  )
}

async function deputise(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const deputy = form.get('deputy')
  if (deputy) {
    const input = { application: form.get('application'), person: form.get('person'), deputy }
    try {
      await request.perform(nameDeputy, input)
    } catch (error) {
      return showTable(request, formErrors(error, request.language))
    }
  }
  return { as: 'redirect', to: request.link(`/calls/${request.params.code}/conflicts`) }
}

export const tablePages: readonly Page[] = [
  { method: 'GET', path: '/calls/{code}/conflicts', run: (request) => showTable(request) },
  { method: 'POST', path: '/calls/{code}/conflicts/deputy', run: deputise },
]
