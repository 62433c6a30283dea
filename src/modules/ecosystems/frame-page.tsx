import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Empty, type FieldError, Section, SelectField, Table, Tag, TextField } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, type Sent, takeForm } from '../drafts/index.ts'
import {
  addDimension,
  addValue,
  changeDimension,
  changeValue,
  type FrameRecord,
  type FrameValueRecord,
  getFrame,
  moveDimension,
  moveValue,
  removeDimension,
  removeValue,
} from './frame-actions.ts'
import { changedDimension, changedValue, newDimension, newValue } from './settings-drafts.ts'
import { daysFrom, NamesFields, namesFrom, settingsPage } from './settings-parts.tsx'
import { settingsText } from './settings-text.ts'
import { nameOf } from './view.ts'

const path = '/ecosystems/{key}/settings/frame'
const at = (request: PageRequest, rest = '') =>
  request.link(`/ecosystems/${request.params.key}/settings/frame${rest}`)
type Dimension = FrameRecord['dimensions'][number]

function validity({ validFrom, validTo }: FrameValueRecord, language: Language): string {
  const t = settingsText[language]
  const day = (d: string) => formatDay(d, language)
  if (validFrom && validTo) return t.span(day(validFrom), day(validTo))
  return validFrom ? t.since(day(validFrom)) : validTo ? t.until(day(validTo)) : t.always
}

const names = (name: Record<string, string> = {}): Before =>
  Object.fromEntries(['fi', 'sv', 'en'].map((l) => [`name.${l}`, name[l] ?? '']))

const freeKinds = (frame: FrameRecord) =>
  (['priority', 'emphasis', 'own'] as const).filter(
    (kind) => kind === 'own' || !frame.dimensions.some((d) => d.dimension === kind),
  )

const newDimensionForm = (frame: FrameRecord) => ({
  kind: newDimension,
  subject: frame.key,
  before: { kind: freeKinds(frame)[0]!, ...names() },
})

async function framePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language } = request
  const t = settingsText[language]
  const found = await request.perform(getFrame, { key: request.params.key })
  const { kind, subject, before } = newDimensionForm(found)
  const draft = await draftFor(request, kind, subject, before)
  return settingsPage(
    request,
    found,
    'frame',
    errors,
    <>
      {found.dimensions.length === 0 && <Empty title={t.noFrame}>{t.noFrameNext}</Empty>}
      {found.dimensions.map((d, i) => (
        <DimensionPart of={d} first={i === 0} last={i === found.dimensions.length - 1} request={request} />
      ))}
      <Section title={t.addDimension} id="add">
        <DraftForm
          draft={draft}
          action={at(request)}
          submit={t.addDimension}
          main={false}
          language={language}
        >
          <SelectField
            name="kind"
            label={t.dimensionKind}
            value={draft.text('kind')}
            choices={freeKinds(found).map((kind) => ({ value: kind, label: t.kinds[kind] }))}
            language={language}
          />
          <NamesFields name="name" legend={t.name} values={draft.text} errors={errors} language={language} />
        </DraftForm>
      </Section>
    </>,
  )
}

type PartProps = { of: Dimension; first: boolean; last: boolean; request: PageRequest }

function DimensionPart({ of: d, first, last, request }: PartProps) {
  const { language } = request
  const t = settingsText[language]
  const name = nameOf(d.name, language)
  const place = `/${encodeURIComponent(d.dimension)}`
  const valueAt = (v: FrameValueRecord, rest = '') => at(request, `${place}/values/${v.id}${rest}`)
  return (
    <Section
      title={name}
      note={
        <div class="actions">
          <Move to={at(request, `${place}/move`)} {...{ name, first, last, language }} />
          <a href={at(request, place)} aria-label={t.changeOf(name)}>
            {t.change}
          </a>
        </div>
      }
    >
      {d.values.length === 0 ? (
        <Empty title={t.noValues} />
      ) : (
        <Table
          caption={name}
          language={language}
          cards
          rows={d.values}
          columns={[
            { label: t.code, phone: 'labelled', cell: (v) => v.code },
            {
              label: t.value,
              heading: true,
              phone: 'wide',
              cell: (v) => <a href={valueAt(v)}>{nameOf(v.name, language)}</a>,
            },
            { label: t.validity, phone: 'labelled', cell: (v) => validity(v, language) },
            {
              label: t.validity,
              quiet: true,
              cell: (v) => v.state !== 'now' && <Tag>{t.states[v.state]}</Tag>,
            },
            {
              label: t.order,
              cell: (v) => (
                <Move
                  to={valueAt(v, '/move')}
                  name={nameOf(v.name, language)}
                  first={v === d.values[0]}
                  last={v === d.values.at(-1)}
                  language={language}
                />
              ),
            },
          ]}
        />
      )}
      <p class="actions">
        <a class="btn" href={at(request, `${place}/values/new`)} aria-label={t.addValueTo(name)}>
          {t.addValue}
        </a>
      </p>
    </Section>
  )
}

type MoveProps = { to: string; name: string; first: boolean; last: boolean; language: Language }

function Move({ to, name, first, last, language }: MoveProps) {
  const t = settingsText[language]
  return (
    <form method="post" action={to} class="move">
      {!first && (
        <button class="btn bare" type="submit" name="by" value="up" aria-label={t.upOf(name)}>
          {t.up}
        </button>
      )}
      {!last && (
        <button class="btn bare" type="submit" name="by" value="down" aria-label={t.downOf(name)}>
          {t.down}
        </button>
      )}
    </form>
  )
}

const find = (frame: FrameRecord, request: PageRequest): Dimension | undefined =>
  frame.dimensions.find((d) => d.dimension === request.params.dimension)

const dimensionForm = (frame: FrameRecord, request: PageRequest) => ({
  kind: changedDimension,
  subject: `${frame.key}:${request.params.dimension}`,
  before: names(find(frame, request)?.name),
})

/** One dimension: its name, and its end when it has no values. */
async function dimensionPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language } = request
  const t = settingsText[language]
  const frame = await request.perform(getFrame, { key: request.params.key })
  const d = find(frame, request)
  if (!d) return framePage(request, [{ name: 'kind', text: t.noDimension }])
  const place = `/${encodeURIComponent(d.dimension)}`
  const { kind, subject, before } = dimensionForm(frame, request)
  const draft = await draftFor(request, kind, subject, before)
  const values = draft.text
  return settingsPage(
    request,
    frame,
    'frame',
    errors,
    <>
      <Section title={t.changeOf(nameOf(d.name, language))}>
        <DraftForm
          draft={draft}
          action={at(request, place)}
          submit={t.save}
          beside={<a href={at(request)}>{t.backToFrame}</a>}
          language={language}
        >
          <NamesFields name="name" legend={t.name} {...{ values, errors, language }} />
        </DraftForm>
      </Section>
      {d.values.length === 0 && (
        <form method="post" action={at(request, `${place}/remove`)}>
          <button class="btn" type="submit">
            {t.removeOf(nameOf(d.name, language))}
          </button>
        </form>
      )}
    </>,
  )
}

function valueForm(frame: FrameRecord, request: PageRequest) {
  const { dimension, id } = request.params
  const value = find(frame, request)?.values.find((v) => v.id === id)
  const day = (d: string | null | undefined) => (d ? formatDay(d, 'fi') : '')
  return {
    kind: value ? changedValue : newValue,
    subject: value ? `${frame.key}:${dimension}:${id}` : `${frame.key}:${dimension}`,
    before: {
      code: value?.code ?? '',
      ...names(value?.name),
      validFrom: day(value?.validFrom),
      validTo: day(value?.validTo),
    },
  }
}

/** One value, or a new one. */
async function valuePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, params } = request
  const t = settingsText[language]
  const frame = await request.perform(getFrame, { key: params.key })
  const d = find(frame, request)
  const value = d?.values.find((v) => v.id === params.id)
  if (!d || (!value && params.id !== 'new')) return framePage(request, [{ name: 'kind', text: t.noValue }])
  const { kind, subject, before } = valueForm(frame, request)
  const draft = await draftFor(request, kind, subject, before)
  const values = draft.text
  const place = `/${encodeURIComponent(d.dimension)}/values/${params.id}`
  const text = (name: string, label: string, help: string, optional = false) => (
    <TextField
      {...{ name, label, help, optional, language }}
      size="short"
      value={values(name)}
      error={errors.find((e) => e.name === name)?.text}
    />
  )
  return settingsPage(
    request,
    frame,
    'frame',
    errors,
    <>
      <Section
        title={value ? t.changeOf(nameOf(value.name, language)) : t.addValueTo(nameOf(d.name, language))}
      >
        <DraftForm
          draft={draft}
          action={at(request, place)}
          submit={t.save}
          beside={<a href={at(request)}>{t.backToFrame}</a>}
          language={language}
        >
          {text('code', t.code, t.codeHelp)}
          <NamesFields name="name" legend={t.name} {...{ values, errors, language }} />
          {text('validFrom', t.validFrom, t.dayHelp, true)}
          {text('validTo', t.validTo, t.dayHelp, true)}
        </DraftForm>
      </Section>
      {value && (
        <Section title={t.removeValue}>
          <p class="note">{value.inUse ? t.inUseLead : t.removeValueLead}</p>
          {!value.inUse && (
            <form method="post" action={at(request, `${place}/remove`)} class="actions">
              <button class="btn" type="submit">
                {t.removeValue}
              </button>
            </form>
          )}
        </Section>
      )}
    </>,
  )
}

type Shown = (request: PageRequest, errors?: readonly FieldError[]) => Promise<PageAnswer>

/** A button of the frame: does its deed and goes back to the frame, or shows its page again with what is wrong. */
const pressed = (
  rest: string,
  shown: Shown,
  run: (request: PageRequest, by: string | undefined) => Promise<unknown>,
): Page => ({
  method: 'POST',
  path: `${path}${rest}` as `/${string}`,
  run: async (request) => {
    try {
      await run(request, (await request.form()).get('by'))
    } catch (error) {
      return shown(request, formErrors(error, request.language))
    }
    return { as: 'redirect', to: at(request) }
  },
})

/** A form of the frame, whose draft is kept; it leads back to the frame. */
const posted = (
  rest: string,
  shown: Shown,
  formOf: (frame: FrameRecord, request: PageRequest) => Parameters<typeof takeForm>[1],
  run: (request: PageRequest, sent: Sent) => Promise<unknown>,
): Page => ({
  method: 'POST',
  path: `${path}${rest}` as `/${string}`,
  run: async (request) => {
    const frame = await request.perform(getFrame, { key: request.params.key })
    const send = async (sent: Sent) => {
      const wrong = await run(request, sent)
      return Array.isArray(wrong) ? (wrong as FieldError[]) : `/ecosystems/${frame.key}/settings/frame`
    }
    return takeForm(request, formOf(frame, request), send, (errors) => shown(request, errors))
  },
})

const shownPage = (rest: string, shown: Shown): Page => ({
  method: 'GET',
  path: `${path}${rest}` as `/${string}`,
  run: (request) => shown(request),
})

const ids = ({ params: { key, dimension, id } }: PageRequest) => ({ key, dimension, id })

export const framePages: readonly Page[] = [
  shownPage('', framePage),
  posted('', framePage, newDimensionForm, (request, { text: get, draft }) =>
    request.perform(
      addDimension,
      { ...ids(request), kind: get('kind'), name: namesFrom(get, 'name') },
      draft,
    ),
  ),
  shownPage('/{dimension}', dimensionPage),
  posted('/{dimension}', dimensionPage, dimensionForm, (request, { text: get, draft }) =>
    request.perform(changeDimension, { ...ids(request), name: namesFrom(get, 'name') }, draft),
  ),
  pressed('/{dimension}/remove', dimensionPage, (request) => request.perform(removeDimension, ids(request))),
  pressed('/{dimension}/move', framePage, (request, by) =>
    request.perform(moveDimension, { ...ids(request), by }),
  ),
  shownPage('/{dimension}/values/{id}', valuePage),
  posted('/{dimension}/values/{id}', valuePage, valueForm, async (request, { text: get, draft }) => {
    const errors: FieldError[] = []
    const days = daysFrom(get, ['validFrom', 'validTo'], request.language, errors)
    if (errors.length > 0) return errors
    const { id, ...place } = ids(request)
    const fields = { code: get('code'), name: namesFrom(get, 'name'), ...days }
    return id === 'new'
      ? request.perform(addValue, { ...place, ...fields }, draft)
      : request.perform(changeValue, { ...place, id, ...fields }, draft)
  }),
  pressed('/{dimension}/values/{id}/remove', valuePage, (request) =>
    request.perform(removeValue, ids(request)),
  ),
  pressed('/{dimension}/values/{id}/move', framePage, (request, by) =>
    request.perform(moveValue, { ...ids(request), by }),
  ),
]
