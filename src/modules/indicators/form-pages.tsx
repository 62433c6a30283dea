import { aggregations, disaggregations } from '../../engine/indicators/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import {
  ChoicesField,
  ErrorSummary,
  type FieldError,
  PageHead,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { NamesFields, namesFrom, noNames } from '../ecosystems/index.ts'
import type { Indicator } from './definition.ts'
import { changedDefinition, newDefinition } from './drafts.ts'
import { refuse } from './fault-text.ts'
import { formText } from './form-text.ts'
import { frameOf } from './frame.ts'
import { defineIndicator, offerIndicators, useIndicators } from './keep-actions.ts'
import { pathOf } from './paths.ts'
import { getIndicator, listIndicators } from './read-actions.ts'
import { text } from './text.ts'

async function addPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const { ecosystem, common, elsewhere } = await request.perform(offerIndicators, { key: params.key })
  const t = formText[language]
  const title = text[language].add
  const { name, home, ...frame } = frameOf(request, ecosystem, title)
  const choice = (one: (typeof common)[number]) => ({
    value: one.code,
    label: `${one.code} ${pick(one.name, language)?.text ?? ''}`,
    help: pick(one.unit, language)?.text,
  })
  const groups = [
    { title: t.usual, list: common.filter((one) => one.usual) },
    { title: t.outputs, list: common.filter((one) => !one.usual && one.kind === 'output') },
    { title: t.results, list: common.filter((one) => !one.usual && one.kind === 'result') },
  ]
  return {
    as: 'page',
    title,
    ...frame,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <>
        <PageHead over={<a href={home}>{name}</a>} title={title} lead={t.addLead} />
        <ErrorSummary errors={errors} language={language} />
        <form method="post" action={link(pathOf(ecosystem.key, 'add'))} class="ind-add">
          {groups.map(({ title: legend, list }, i) =>
            list.length === 0 ? null : i === 0 ? (
              <ChoicesField
                kind="checkbox"
                name="codes"
                label={legend}
                choices={list.map(choice)}
                language={language}
              />
            ) : (
              <details>
                <summary>{legend}</summary>
                <ChoicesField
                  kind="checkbox"
                  name="codes"
                  id={`codes-${i}`}
                  label={legend}
                  choices={list.map(choice)}
                  language={language}
                />
              </details>
            ),
          )}
          {elsewhere.length > 0 && (
            <ChoicesField
              kind="checkbox"
              name="ids"
              label={t.elsewhere}
              choices={elsewhere.map((one) => ({
                value: one.id,
                label: `${one.code} ${pick(one.name, language)?.text ?? ''}`,
                help: t.keptBy(pick(one.keeperName, language)?.text ?? ''),
              }))}
              language={language}
            />
          )}
          <div class="actions">
            <button class="btn main" type="submit">
              {t.take}
            </button>
          </div>
        </form>
      </>
    ),
  }
}

async function add(request: PageRequest): Promise<PageAnswer> {
  const { key = '' } = request.params
  const form = await request.form()
  try {
    await request.perform(useIndicators, { key, codes: form.all('codes'), ids: form.all('ids') })
  } catch (error) {
    return addPage(request, formErrors(error, request.language))
  }
  return { as: 'redirect', to: request.link(pathOf(key)) }
}

const three = (name: string, names: Indicator['name'] | undefined): Before =>
  names
    ? Object.fromEntries((['fi', 'sv', 'en'] as const).map((l) => [`${name}.${l}`, names[l] ?? '']))
    : noNames(name)

const beforeOf = (one: Indicator | undefined): Before => ({
  code: one?.code ?? '',
  ...three('name', one?.name),
  ...three('definition', one?.definition),
  ...three('unit', one?.unit),
  aggregation: one?.aggregation ?? 'sum',
  decimals: `${one?.decimals ?? 0}`,
  disaggregation: one?.disaggregation ?? [],
  source: one?.source ?? '',
  reason: '',
})

/** The form of the address: of a new definition, or of a new version of one. */
async function definitionForm(request: PageRequest) {
  const { key = '', indicator } = request.params
  if (!indicator) {
    const { ecosystem, keeps } = await request.perform(listIndicators, { key })
    if (!keeps) throw refuse('forbidden', 'notKept')
    return { ecosystem, one: undefined, kind: newDefinition, subject: ecosystem.key, path: 'new' }
  }
  const { ecosystem, state } = await request.perform(getIndicator, { key, indicator })
  if (state.indicator.keeper !== ecosystem.id) throw refuse('forbidden', 'notKept')
  return {
    ecosystem,
    one: state.indicator,
    kind: changedDefinition,
    subject: `${ecosystem.key}:${state.indicator.id}`,
    path: `${state.indicator.id}/edit`,
  }
}

async function definitionPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const form = await definitionForm(request)
  const { ecosystem, one } = form
  const draft = await draftFor(request, form.kind, form.subject, beforeOf(one))
  const t = formText[language]
  const title = one ? text[language].change : text[language].define
  const { name, home, ...frame } = frameOf(request, ecosystem, title)
  const errorOf = (field: string) => errors.find((e) => e.name === field)?.text
  const names = { values: draft.text, errors, language }
  const line = (
    field: 'source' | 'reason' | 'code' | 'decimals',
    more: { help?: string; optional?: boolean } = {},
  ) => (
    <TextField
      name={field}
      label={t[field]}
      value={draft.text(field)}
      error={errorOf(field)}
      language={language}
      {...more}
    />
  )
  return {
    as: 'page',
    title,
    ...frame,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <>
        <PageHead
          over={<a href={home}>{name}</a>}
          title={one ? `${title}: ${one.code}` : title}
          lead={one ? t.changeLead : t.defineLead}
        />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(pathOf(ecosystem.key, form.path))}
          submit={t.save}
          language={language}
        >
          {!one && line('code', { help: t.codeHelp })}
          <NamesFields name="name" legend={t.name} {...names} />
          <NamesFields name="definition" legend={t.definition} long {...names} />
          <NamesFields name="unit" legend={t.unit} help={t.unitHelp} {...names} />
          <SelectField
            name="aggregation"
            label={t.aggregation}
            choices={aggregations.map((value) => ({ value, label: text[language].aggregations[value] }))}
            value={draft.text('aggregation')}
            language={language}
          />
          <ChoicesField
            kind="checkbox"
            name="disaggregation"
            label={t.disaggregation}
            choices={disaggregations.map((value) => ({ value, label: t.disaggregations[value] }))}
            values={draft.list('disaggregation')}
            optional
            language={language}
          />
          {line('decimals')}
          {line('source', { help: t.sourceHelp, optional: true })}
          {one && line('reason', { optional: true })}
        </DraftForm>
      </>
    ),
  }
}

async function saveDefinition(request: PageRequest): Promise<PageAnswer> {
  const { ecosystem, one, kind, subject } = await definitionForm(request)
  return takeForm(
    request,
    { kind, subject, before: beforeOf(one) },
    async ({ text: get, list, draft }) => {
      const { indicator } = await request.perform(
        defineIndicator,
        {
          key: ecosystem.key,
          ...(one && { indicator: one.id }),
          code: get('code'),
          name: namesFrom(get, 'name'),
          definition: namesFrom(get, 'definition'),
          unit: namesFrom(get, 'unit'),
          aggregation: get('aggregation'),
          decimals: get('decimals') || 0,
          disaggregation: list('disaggregation'),
          source: get('source'),
          reason: get('reason'),
        },
        draft,
      )
      return pathOf(ecosystem.key, indicator)
    },
    (errors) => definitionPage(request, errors),
  )
}

export const formPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/indicators/add', run: (request) => addPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/indicators/add', run: add },
  { method: 'GET', path: '/ecosystems/{key}/indicators/new', run: (request) => definitionPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/indicators/new', run: saveDefinition },
  {
    method: 'GET',
    path: '/ecosystems/{key}/indicators/{indicator}/edit',
    run: (request) => definitionPage(request),
  },
  { method: 'POST', path: '/ecosystems/{key}/indicators/{indicator}/edit', run: saveDefinition },
]
