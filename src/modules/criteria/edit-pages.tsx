import type { ComponentChildren } from 'preact'
import { criterionGroups, type Template } from '../../engine/assessment/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import {
  CheckField,
  ErrorSummary,
  type FieldError,
  PageHead,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import { type Draft, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { changeCriteria, readTemplateAction } from './actions.ts'
import { criterionDraft, settingsDraft } from './drafts.ts'
import { missing } from './fault-text.ts'
import {
  generalFields,
  generalOf,
  scoredFields,
  scoredOf,
  settingFields,
  settingsOf,
  wordedPoints,
} from './form-fields.ts'
import { TextsFields } from './form-parts.tsx'
import { text } from './text.ts'

const idOf = (request: PageRequest) => request.params.id ?? ''

async function newest(request: PageRequest): Promise<Template> {
  const { versions } = await request.perform(readTemplateAction, { template: idOf(request) })
  return versions[0]!.template
}

/** A fault at "scored.3.weight" belongs to the field "weight" of the form. */
const atField = (errors: readonly FieldError[]): FieldError[] =>
  errors.map((e) => {
    const field = e.name.replace(/^(general|scored)\.\d+\./, '').replace(/^thresholds\.groups\./, 'total.')
    const own = { scale: 'scaleMost', label: 'label.fi', guide: 'guide.fi', 'thresholds.total': 'total' }
    return { ...e, name: own[field as keyof typeof own] ?? (field === 'name' ? 'name.fi' : field) }
  })

type Framed = { heading: string; draft: Draft; errors: readonly FieldError[]; body: ComponentChildren }

function framed(
  request: PageRequest,
  template: Template,
  { heading, draft, errors, body }: Framed,
): PageAnswer {
  const { language, link, url } = request
  const t = text[language]
  const back = link(`/criteria/${idOf(request)}`)
  const name = pick(template.name, language)?.text ?? ''
  return {
    as: 'page',
    title: `${heading}: ${name}`,
    nav: 'workspace',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [{ text: t.title, href: link('/criteria') }, { text: name, href: back }, { text: heading }],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead over={name} title={heading} />
        <DraftForm draft={draft} action={url.pathname} submit={t.save} language={language}>
          {body}
        </DraftForm>
      </>
    ),
  }
}

const kindOf = (request: PageRequest) => (request.params.kind === 'scored' ? 'scored' : 'general')

async function criterionForm(request: PageRequest) {
  const template = await newest(request)
  const { key } = request.params
  const kind = kindOf(request)
  const known = template[kind].find((c) => c.key === key)
  if (key && !known) throw new Refusal('missing', 'criteria.missing', [missing])
  const before =
    kind === 'scored'
      ? scoredFields(template.scored.find((c) => c.key === key))
      : generalFields(template.general.find((c) => c.key === key))
  return { template, kind, key: key ?? null, before, subject: `${idOf(request)}.${kind}.${key ?? ''}` }
}

async function criterionPage(request: PageRequest, told: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const { template, kind, key, before, subject } = await criterionForm(request)
  const draft = await draftFor(request, criterionDraft, subject, before)
  const errors = atField(told)
  const field = (name: string, label: string, help?: string, optional = false) => (
    <TextField
      name={name}
      label={label}
      help={help}
      size="short"
      optional={optional}
      value={draft.text(name)}
      error={errors.find((e) => e.name === name)?.text}
      language={language}
    />
  )
  const heading = key ? t.edit : kind === 'scored' ? t.addScored : t.addGeneral
  const texts = { draft, errors, language }
  return framed(request, template, {
    heading,
    draft,
    errors,
    body: (
      <>
        {field('key', t.key, t.keyHelp)}
        <TextsFields name="label" legend={t.label} {...texts} />
        <TextsFields name="guide" legend={t.guide} long optional {...texts} />
        {kind === 'general' && field('source', t.source, undefined, true)}
        {kind === 'scored' && (
          <>
            <SelectField
              name="group"
              label={t.group}
              choices={criterionGroups.map((value) => ({ value, label: t.groups[value] }))}
              value={draft.text('group')}
              language={language}
            />
            {field('scaleLeast', t.scaleLeast, undefined, true)}
            {field('scaleMost', t.scaleMost, undefined, true)}
            {field('weight', t.weight)}
            {field('least', t.least, t.leastHelp, true)}
            <h2 class="apart">{t.scaleWords}</h2>
            <p class="note">{t.scaleWordsHelp}</p>
            {wordedPoints(template.scored.find((c) => c.key === key)).map((n) => (
              <TextsFields name={`words.${n}`} legend={t.scalePoint(n)} optional {...texts} />
            ))}
          </>
        )}
      </>
    ),
  })
}

async function postCriterion(request: PageRequest): Promise<PageAnswer> {
  const { template, kind, key, before, subject } = await criterionForm(request)
  return takeForm(
    request,
    { kind: criterionDraft, subject, before },
    async (sent) => {
      const change =
        kind === 'scored'
          ? {
              do: 'put-scored' as const,
              criterion: scoredOf(
                sent,
                template.scored.find((c) => c.key === key),
              ),
              was: key,
            }
          : { do: 'put-general' as const, criterion: generalOf(sent), was: key }
      await request.perform(changeCriteria, { template: idOf(request), change }, sent.draft)
      return `/criteria/${idOf(request)}`
    },
    (errors) => criterionPage(request, errors),
  )
}

async function settingsPage(request: PageRequest, told: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const template = await newest(request)
  const draft = await draftFor(request, settingsDraft, idOf(request), settingFields(template))
  const errors = atField(told)
  const field = (name: string, label: string, optional = true) => (
    <TextField
      name={name}
      label={label}
      size="short"
      inputmode="decimal"
      optional={optional}
      value={draft.text(name)}
      error={errors.find((e) => e.name === name)?.text}
      language={language}
    />
  )
  return framed(request, template, {
    heading: t.settings,
    draft,
    errors,
    body: (
      <>
        <TextsFields name="name" legend={t.name} draft={draft} errors={errors} language={language} />
        {field('total', t.total)}
        {criterionGroups.map((g) => field(`total.${g}`, t.groupTotal(t.groups[g])))}
        <CheckField
          name="reasonAlways"
          label={t.reasonAlways}
          checked={draft.list('reasonAlways').length > 0}
          language={language}
        />
        {field('discussFrom', t.discussFrom, false)}
      </>
    ),
  })
}

const postSettings = async (request: PageRequest): Promise<PageAnswer> =>
  takeForm(
    request,
    { kind: settingsDraft, subject: idOf(request), before: settingFields(await newest(request)) },
    async (sent) => {
      await request.perform(changeCriteria, { template: idOf(request), change: settingsOf(sent) }, sent.draft)
      return `/criteria/${idOf(request)}`
    },
    (errors) => settingsPage(request, errors),
  )

export const editPages: readonly Page[] = [
  { method: 'GET', path: '/criteria/{id}/settings', run: (request) => settingsPage(request) },
  { method: 'POST', path: '/criteria/{id}/settings', run: postSettings },
  ...(['general', 'scored'] as const).flatMap((kind): Page[] => {
    const of = (request: PageRequest) => ({ ...request, params: { ...request.params, kind } })
    return [
      { method: 'GET', path: `/criteria/{id}/${kind}`, run: (request) => criterionPage(of(request)) },
      { method: 'POST', path: `/criteria/{id}/${kind}`, run: (request) => postCriterion(of(request)) },
      { method: 'GET', path: `/criteria/{id}/${kind}/{key}`, run: (request) => criterionPage(of(request)) },
      { method: 'POST', path: `/criteria/{id}/${kind}/{key}`, run: (request) => postCriterion(of(request)) },
    ]
  }),
]
