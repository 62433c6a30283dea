import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors, Refusal } from '../../kernel/refusal.ts'
import { suppliedTo } from '../../kernel/supplement.ts'
import { languages } from '../../kernel/text.ts'
import { Alert, ChoicesField, ErrorSummary, type FieldError, PageHead } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { changeCall, copyCall } from './actions.ts'
import { type Call, callPath } from './call.ts'
import { correctCall } from './correct-actions.ts'
import { modelPages, OwnModels } from './model-pages.tsx'
import { announceCall, moveCall } from './move-actions.ts'
import { movePages } from './move-pages.tsx'
import { newPages } from './new-pages.tsx'
import { officePage } from './office-page.tsx'
import { partDraft } from './part-drafts.ts'
import { partText } from './part-text.ts'
import { partViews } from './part-view.tsx'
import { partForms } from './parts/part-forms.ts'
import { type Choices, suggestedFor } from './parts/suggested.ts'
import { freedomOf, type Part, parts } from './parts.ts'
import { checkCall, readCall, setAssessors } from './read-actions.ts'
import { nameIn } from './saying.ts'
import { setupText } from './setup-text.ts'
import { CheckView, Reasons, SetupView } from './setup-view.tsx'

const reasonFields = languages.map((l) => `reason.${l}`)

async function both(request: PageRequest) {
  const call = request.params.code
  return {
    read: await request.perform(readCall, { call }),
    check: await request.perform(checkCall, { call }),
  }
}

async function setupPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { read, check } = await both(request)
  const work = read.call.openedAt ? await suppliedTo(request, { kind: 'call', id: read.call.code }) : []
  return officePage(
    request,
    read.call,
    undefined,
    <SetupView {...read} {...check} work={work} errors={errors} request={request} />,
    errors,
  )
}

/** Does one thing to the call and comes back to its setup; what stands in the way is said there. */
const deed = (name: string, run: (request: PageRequest, call: string) => Promise<string>): Page => ({
  method: 'POST',
  path: `/calls/{code}/setup/${name}`,
  run: async (request) => {
    try {
      return { as: 'redirect', to: request.link(await run(request, request.params.code ?? '')) }
    } catch (error) {
      return setupPage(request, formErrors(error, request.language))
    }
  },
})

const partOf = (request: PageRequest): Part => {
  const part = parts.find((p) => p === request.params.part)
  if (!part) throw new Refusal('missing', 'call.part-missing')
  return part
}

/** The form of a part as it stands in the record, with the reason that a correction needs. */
function formOf(request: PageRequest, call: Call, part: Part, choices: Choices) {
  const written = partForms[part].written(call, request.language)
  const corrects = freedomOf(call.state, part) === 'corrected'
  const reasons = corrects ? Object.fromEntries(reasonFields.map((name) => [name, ''])) : {}
  return {
    corrects,
    written,
    draft: {
      kind: partDraft,
      subject: `${call.code}.${part}`,
      before: { ...written, ...suggestedFor(part, call, choices, request), ...reasons },
    },
  }
}

async function partPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const part = partOf(request)
  const { read, check } = await both(request)
  const { call } = read
  const t = setupText[language]
  const title = partText[language].parts[part]
  const { corrects, draft: form } = formOf(request, call, part, check)
  if (freedomOf(call.state, part) === 'frozen')
    return officePage(
      request,
      call,
      title,
      <>
        <PageHead over={nameIn(call.title, language, call.code)} title={title} />
        <Alert tone="note" title={t.frozen} />
      </>,
    )
  const draft = await draftFor(request, form.kind, form.subject, form.before)
  const View = partViews[part]
  return officePage(
    request,
    call,
    title,
    <>
      <PageHead
        over={corrects ? t.correction : nameIn(call.title, language, call.code)}
        title={title}
        lead={partText[language].leads[part]}
      />
      {corrects && <Alert title={t.correction}>{t.correctionLead}</Alert>}
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={link(`${callPath(call)}/setup/${part}`)}
        submit={corrects ? t.publishCorrection : t.save}
        language={language}
      >
        <View
          of={{ draft, errors, language }}
          call={call}
          frame={read.frame}
          forms={check.forms}
          templates={check.templates}
        />
        {corrects && <Reasons call={call} errors={errors} value={draft.text} language={language} />}
      </DraftForm>
      {part === 'costs' && <OwnModels call={call} request={request} />}
    </>,
    errors,
  )
}

async function takePart(request: PageRequest): Promise<PageAnswer> {
  const part = partOf(request)
  const { read, check } = await both(request)
  const { call } = read
  const { corrects, written, draft } = formOf(request, call, part, check)
  return takeForm(
    request,
    draft,
    async (sent) => {
      const fields = Object.fromEntries(
        Object.entries(written).map(([name, was]) => [
          name,
          Array.isArray(was) ? [...sent.list(name)] : sent.text(name),
        ]),
      )
      const input = { call: call.code, part, fields }
      const reason = Object.fromEntries(languages.map((l) => [l, sent.text(`reason.${l}`)]))
      const done = corrects
        ? await request.perform(correctCall, { ...input, reason }, sent.draft)
        : await request.perform(changeCall, input, sent.draft)
      return done.path
    },
    (errors) => partPage(request, errors),
  )
}

async function assessorsPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = setupText[language]
  const { read, check } = await both(request)
  const { call } = read
  const chosen = check.assessors.map((a) => a.person)
  // Who has lost the office since stays in sight, to be taken out.
  const all = [
    ...check.assessing,
    ...check.assessors.filter((a) => !check.assessing.some((b) => b.person === a.person)),
  ]
  return officePage(
    request,
    call,
    t.assessors,
    <>
      <PageHead over={nameIn(call.title, language, call.code)} title={t.assessors} lead={t.assessorsLead} />
      <ErrorSummary errors={errors} language={language} />
      {all.length === 0 ? (
        <Alert tone="note" title={t.assessorsNone}>
          <a href={link(`/ecosystems/${call.ecosystemKey}/members`)}>{t.members}</a>
        </Alert>
      ) : (
        <form method="post" action={link(`${callPath(call)}/setup/assessors`)}>
          <ChoicesField
            name="people"
            label={t.assessors}
            kind="checkbox"
            choices={all.map((a) => ({ value: a.person, label: a.name }))}
            values={chosen}
            error={errors.find((e) => e.name === 'people')?.text}
            optional
            language={language}
          />
          <div class="actions">
            <button class="btn main" type="submit">
              {t.save}
            </button>
          </div>
        </form>
      )}
    </>,
    errors,
  )
}

export const setupPages: readonly Page[] = [
  ...newPages,
  { method: 'GET', path: '/calls/{code}/setup', run: (request) => setupPage(request) },
  {
    method: 'GET',
    path: '/calls/{code}/setup/check',
    run: async (request) => {
      const { read, check } = await both(request)
      return officePage(
        request,
        read.call,
        setupText[request.language].check,
        <CheckView call={read.call} lacks={check.lacks} request={request} />,
      )
    },
  },
  { method: 'GET', path: '/calls/{code}/setup/assessors', run: (request) => assessorsPage(request) },
  {
    method: 'POST',
    path: '/calls/{code}/setup/assessors',
    run: async (request) => {
      const people = (await request.form()).all('people')
      try {
        const { path } = await request.perform(setAssessors, { call: request.params.code, people })
        return { as: 'redirect', to: request.link(path) }
      } catch (error) {
        return assessorsPage(request, formErrors(error, request.language))
      }
    },
  },
  deed('copy', async (request, call) => (await request.perform(copyCall, { call })).path),
  deed('announce', async (request, call) => {
    const announced = (await request.form()).get('announced') === 'yes'
    return (await request.perform(announceCall, { call, announced })).path
  }),
  deed('move', async (request, call) => {
    const event = (await request.form()).get('event')
    return (await request.perform(moveCall, { call, event })).path
  }),
  ...movePages,
  ...modelPages,
  { method: 'GET', path: '/calls/{code}/setup/{part}', run: (request) => partPage(request) },
  { method: 'POST', path: '/calls/{code}/setup/{part}', run: takePart },
]
