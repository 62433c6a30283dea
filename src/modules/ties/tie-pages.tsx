import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Empty, ErrorSummary, type FieldError, PageHead, Section, TextField } from '../../ui/index.ts'
import { DraftForm, type DraftOf, DraftWords, draftFor, draftsFor, takeForm } from '../drafts/index.ts'
import { tieChoices } from './kind-actions.ts'
import { answerOfTie, changeTie, endTie, getTie, listTies, type ShownTie, stateTie } from './tie-actions.ts'
import { changedTie, newTie, tieAnswer, writesTies } from './tie-drafts.ts'
import { TieFields, tieBefore } from './tie-form.tsx'
import { tieText } from './tie-text.ts'
import { TieList } from './tie-view.tsx'
import { nameIn, sideOf } from './tie-words.ts'

const path = '/organisations/{id}/ties'
const pathOf = (id: string) => `/organisations/${id}/ties`

async function place(request: PageRequest) {
  const { language, link, params, url } = request
  const ended = url.searchParams.get('ended') === '1'
  const found = await request.perform(listTies, { organisation: params.id, ended })
  const t = tieText[language]
  const name = nameIn(found.organisation.name, language)
  const home = `/organisations/${found.organisation.id}`
  const crumbs = [
    { text: t.home, href: link('/organisations') },
    { text: name, href: link(home) },
  ]
  return { ...found, id: found.organisation.id, name, home, crumbs, ended, t }
}
type Place = Awaited<ReturnType<typeof place>>

/** The form of a new tie; the one ecosystem where the writer works is chosen already. */
async function formOf(request: PageRequest, { id }: Place) {
  const choices = await request.perform(tieChoices, {})
  const only = choices.ecosystems.length === 1 ? choices.ecosystems[0]!.id : ''
  return { choices, kind: newTie, subject: id, before: tieBefore(undefined, id, only, request.language) }
}

async function listPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const at = await place(request)
  const { language, link } = request
  const { t, items, id } = at
  const writes = writesTies(request.actor)
  const asked = items.filter((tie) => tie.mayAnswer && tie.answer === null)
  const answers =
    asked.length > 0
      ? await draftsFor(
          request,
          asked.map((tie) => ({ kind: tieAnswer, subject: `${id}:${tie.id}` })),
        )
      : undefined
  const form = writes ? await formOf(request, at) : undefined
  const draft = form && (await draftFor(request, form.kind, form.subject, form.before))
  return {
    as: 'page',
    sheet: 'network',
    title: t.titleOf(at.name),
    nav: 'organisations',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [...at.crumbs, { text: t.title }],
    body: (
      <>
        <PageHead over={<a href={link(at.home)}>{at.name}</a>} title={t.title} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        {answers && <DraftWords language={language} />}
        <Section
          title={t.listTitle}
          note={
            <a href={link(pathOf(id)) + (at.ended ? '' : '?ended=1')}>
              {at.ended ? t.hideEnded : t.showEnded}
            </a>
          }
        >
          {items.length === 0 ? (
            <Empty title={t.none}>{writes ? t.noneNext : t.noneSeen}</Empty>
          ) : (
            <TieList
              items={items}
              organisation={id}
              request={request}
              under={(tie) => <Deeds tie={tie} organisation={id} answers={answers} request={request} />}
            />
          )}
        </Section>
        {form && draft && (
          <Section title={t.stateTitle} id="state">
            <p class="lead">{t.stateLead}</p>
            <DraftForm draft={draft} action={link(pathOf(id))} submit={t.send} language={language}>
              <TieFields {...form.choices} {...{ draft, errors, request }} name={at.name} isNew />
            </DraftForm>
          </Section>
        )}
      </>
    ),
  }
}

type DeedsProps = { tie: ShownTie; organisation: string; answers: DraftOf | undefined; request: PageRequest }

/** What may be done with a tie: the answer that is waited for, a change, its end. */
function Deeds({ tie, organisation, answers, request: { language, link } }: DeedsProps) {
  const t = tieText[language]
  const at = link(`${pathOf(organisation)}/${tie.id}`)
  const name = nameIn(sideOf(tie, organisation).other.name, language)
  return (
    <>
      {answers && tie.mayAnswer && tie.answer === null && (
        <div class="tie-asked">
          <p>
            <b>{t.asksYou}</b>
          </p>
          <DraftForm
            draft={answers(tieAnswer, `${organisation}:${tie.id}`, { note: '' })}
            action={`${at}/answer`}
            submit={[
              { label: t.confirm, name: 'answer', value: 'confirmed' },
              { label: t.deny, name: 'answer', value: 'denied' },
            ]}
            language={language}
            compact
          >
            <TextField
              name="note"
              id={`note-${tie.id}`}
              label={t.answerNote}
              value={answers(tieAnswer, `${organisation}:${tie.id}`, { note: '' }).text('note')}
              size="full"
              optional
              language={language}
            />
          </DraftForm>
        </div>
      )}
      {tie.mayEnd && (
        <div class="deeds">
          <a href={at} aria-label={t.changeOf(name)}>
            {t.change}
          </a>
          <form method="post" action={`${at}/end`}>
            <button type="submit" aria-label={t.endOf(name)}>
              {t.end}
            </button>
          </form>
        </div>
      )}
    </>
  )
}

async function state(request: PageRequest): Promise<PageAnswer> {
  const at = await place(request)
  const form = await formOf(request, at)
  return takeForm(
    request,
    form,
    async ({ text, draft }) => {
      await request.perform(stateTie, { organisation: at.id, other: text('other'), ...saidIn(text) }, draft)
      return pathOf(at.id)
    },
    (errors) => listPage(request, errors),
  )
}

const saidIn = (text: (name: string) => string) => ({
  kind: text('kind'),
  starts: text('starts'),
  ends: text('ends'),
  strength: text('strength') || '2',
  note: text('note'),
  share: text('share') || 'own',
  ...(text('ecosystem') && { ecosystem: text('ecosystem') }),
})

async function changing(request: PageRequest) {
  const tie = await request.perform(getTie, { id: request.params.tie })
  const choices = await request.perform(tieChoices, {})
  const id = request.params.id!
  const before = tieBefore(tie, id, '', request.language)
  return { tie, choices, id, kind: changedTie, subject: `${id}:${tie.id}`, before }
}

async function changePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = tieText[language]
  const form = await changing(request)
  const { self, other } = sideOf(form.tie, form.id)
  const draft = await draftFor(request, form.kind, form.subject, form.before)
  const name = nameIn(self.name, language)
  return {
    as: 'page',
    sheet: 'network',
    title: t.changeOf(nameIn(other.name, language)),
    nav: 'organisations',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      { text: t.home, href: link('/organisations') },
      { text: name, href: link(`/organisations/${form.id}`) },
      { text: t.title, href: link(pathOf(form.id)) },
      { text: t.change },
    ],
    body: (
      <>
        <PageHead over={nameIn(other.name, language)} title={t.changeTitle} lead={t.changeLead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(`${pathOf(form.id)}/${form.tie.id}`)}
          submit={t.save}
          language={language}
        >
          <TieFields {...form.choices} {...{ draft, errors, request, name }} isNew={false} />
        </DraftForm>
      </>
    ),
  }
}

async function change(request: PageRequest): Promise<PageAnswer> {
  const form = await changing(request)
  return takeForm(
    request,
    form,
    async ({ text, draft }) => {
      await request.perform(changeTie, { id: form.tie.id, organisation: form.id, ...saidIn(text) }, draft)
      return pathOf(form.id)
    },
    (errors) => changePage(request, errors),
  )
}

async function answer(request: PageRequest): Promise<PageAnswer> {
  const { id = '', tie = '' } = request.params
  const said = (await request.form()).get('answer')
  return takeForm(
    request,
    { kind: tieAnswer, subject: `${id}:${tie}`, before: { note: '' } },
    async ({ text, draft }) => {
      await request.perform(answerOfTie, { id: tie, answer: said, note: text('note') }, draft)
      return pathOf(id)
    },
    (errors) => listPage(request, errors),
  )
}

export const tiePages: readonly Page[] = [
  { method: 'GET', path, run: (request) => listPage(request) },
  { method: 'POST', path, run: state },
  { method: 'GET', path: `${path}/{tie}`, run: (request) => changePage(request) },
  { method: 'POST', path: `${path}/{tie}`, run: change },
  { method: 'POST', path: `${path}/{tie}/answer`, run: answer },
  {
    method: 'POST',
    path: `${path}/{tie}/end`,
    run: async (request) => {
      await request.perform(endTie, { id: request.params.tie })
      return { as: 'redirect', to: request.link(pathOf(request.params.id!)) }
    },
  },
]
