import { type CostModel, readCostModel } from '../../engine/budget/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors, Refusal } from '../../kernel/refusal.ts'
import { inEach } from '../../kernel/text.ts'
import { Alert, ErrorSummary, type FieldError, PageHead } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { type Call, callPath } from './call.ts'
import { offeredModels } from './cost-models.ts'
import { complaint } from './error-text.ts'
import { dropModel, keepModel } from './model-actions.ts'
import { ModelExample } from './model-example.tsx'
import { ModelFields } from './model-fields.tsx'
import { modelText } from './model-text.ts'
import { officePage } from './office-page.tsx'
import { readModel, writtenModel } from './own-model.ts'
import { freedomOf } from './parts.ts'
import { readCall } from './read-actions.ts'
import { nameIn } from './saying.ts'
import { placeOfOne, preparers } from './seen.ts'

const pathOf = (code: string, model: string) => `/calls/${code}/setup/cost-models/${model}`

/** A cost model of a call's own. Its subject is "code.own-1", or "code.new-FR40" where one is made from another. */
export const modelDraft: DraftKind = {
  kind: 'call.cost-model',
  shared: true,
  changes: true,
  title: inEach((l) => modelText[l].newTitle),
  path: (subject) => {
    const [code = '', model = ''] = subject.split('.')
    return pathOf(code, model)
  },
  allow: { ...preparers, in: (ctx, { subject }) => placeOfOne(ctx, { call: subject.split('.')[0] ?? '' }) },
}

const read = (data: unknown): CostModel | undefined => {
  const result = readCostModel(data)
  return result.ok ? result.value : undefined
}

/** The model of the address: one that the call has, or a new one, perhaps from another. */
async function theModel(request: PageRequest) {
  const { call, may } = await request.perform(readCall, { call: request.params.code })
  const { ownModels, languages } = call.settings
  const asked = request.params.model ?? ''
  const own = ownModels.find(({ code }) => code === asked)
  const from = [...offeredModels, ...ownModels].find(({ code }) => asked === `new-${code}`)
  if (!may.prepare || (!own && !from && asked !== 'new'))
    throw new Refusal('missing', 'call.no-model', [complaint('noModel')])
  const before = writtenModel(read(own ?? from), languages)
  return { call, own, asked, form: { kind: modelDraft, subject: `${call.code}.${asked}`, before } }
}

/** How much may be granted of costs by this model, as the call stands. */
const rateOf = ({ settings: { rates } }: Call, code: string | undefined) =>
  (
    rates.find((r) => r.costModel === code && r.applicant === undefined) ??
    rates.find((r) => r.costModel === null && r.applicant === undefined)
  )?.most

async function modelPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = modelText[language]
  const { call, own, asked, form } = await theModel(request)
  const title = own ? nameIn(read(own)?.name ?? {}, language, own.code) : t.newTitle
  const over = nameIn(call.title, language, call.code)
  if (freedomOf(call.state, 'costs') !== 'free')
    return officePage(
      request,
      call,
      title,
      <>
        <PageHead over={over} title={title} />
        <Alert tone="note" title={t.frozen} />
        <ModelExample model={read(own)} rate={rateOf(call, own?.code)} request={request} />
      </>,
    )
  const draft = await draftFor(request, form.kind, form.subject, form.before)
  const { languages: needed } = call.settings
  const typed = Object.fromEntries(Object.keys(form.before).map((name) => [name, draft.text(name)]))
  const { model } = readModel(typed, { code: own?.code ?? 'own', source: call.code, needed })
  return officePage(
    request,
    call,
    title,
    <>
      <PageHead over={over} title={title} lead={t.lead} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm draft={draft} action={link(pathOf(call.code, asked))} submit={t.save} language={language}>
        <ModelFields of={{ draft, errors, language }} needed={needed} />
      </DraftForm>
      <ModelExample model={model} rate={rateOf(call, own?.code)} request={request} />
      {own && (
        <form method="post" action={link(`${pathOf(call.code, asked)}/drop`)} class="deed">
          <button class="btn" type="submit">
            {t.drop}
          </button>
        </form>
      )}
    </>,
    errors,
  )
}

async function takeModel(request: PageRequest): Promise<PageAnswer> {
  const { call, own, form } = await theModel(request)
  return takeForm(
    request,
    form,
    async (sent) => {
      const fields = Object.fromEntries(Object.keys(form.before).map((name) => [name, sent.text(name)]))
      const input = { call: call.code, fields, ...(own && { model: own.code }) }
      return (await request.perform(keepModel, input, sent.draft)).path
    },
    (errors) => modelPage(request, errors),
  )
}

export const modelPages: readonly Page[] = [
  {
    method: 'GET',
    path: '/calls/{code}/setup/cost-models',
    run: (request) => {
      const from = request.url.searchParams.get('from') ?? ''
      const asked = from === '' ? 'new' : `new-${from}`
      return Promise.resolve({
        as: 'redirect',
        to: request.link(pathOf(request.params.code ?? '', encodeURIComponent(asked))),
      })
    },
  },
  { method: 'GET', path: '/calls/{code}/setup/cost-models/{model}', run: (request) => modelPage(request) },
  { method: 'POST', path: '/calls/{code}/setup/cost-models/{model}', run: takeModel },
  {
    method: 'POST',
    path: '/calls/{code}/setup/cost-models/{model}/drop',
    run: async (request) => {
      const { code, model } = request.params
      try {
        const { path } = await request.perform(dropModel, { call: code, model })
        return { as: 'redirect', to: request.link(path) }
      } catch (error) {
        return modelPage(request, formErrors(error, request.language))
      }
    },
  },
]

/** The call's own models on the page of its costs: each to be changed, and the way to make one more. */
export function OwnModels({ call, request }: { call: Call; request: PageRequest }) {
  const { language, link } = request
  const t = modelText[language]
  const { ownModels, costModels } = call.settings
  const free = freedomOf(call.state, 'costs') === 'free'
  return (
    <section class="panel">
      <h2>{t.own}</h2>
      <p>{t.ownLead}</p>
      {ownModels.length === 0 ? (
        <p class="quiet">{t.none}</p>
      ) : (
        <ul class="ruled">
          {ownModels.map((own) => (
            <li>
              <a href={link(pathOf(call.code, own.code))}>
                {nameIn(read(own)?.name ?? {}, language, own.code)}
              </a>{' '}
              <span class="quiet">
                {costModels.some(({ code }) => code === own.code) ? t.allowed : t.notAllowed}
              </span>
            </li>
          ))}
        </ul>
      )}
      {free && (
        <form method="get" action={link(`${callPath(call)}/setup/cost-models`)} class="deed">
          <label class="label" for="model-from">
            {t.from}
          </label>
          <select id="model-from" name="from">
            {[...offeredModels, ...ownModels].map((model) => (
              <option value={model.code}>{nameIn(read(model)?.name ?? {}, language, model.code)}</option>
            ))}
            <option value="">{t.blank}</option>
          </select>{' '}
          <button class="btn" type="submit">
            {t.make}
          </button>
        </form>
      )}
    </section>
  )
}
