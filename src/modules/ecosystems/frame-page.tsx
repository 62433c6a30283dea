import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Empty, type FieldError, Section, SelectField, Table, Tag, TextField } from '../../ui/index.ts'
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
import { daysFrom, NamesFields, namesFrom, settingsPage } from './settings-parts.tsx'
import { settingsText } from './settings-text.ts'
import { nameOf } from './view.ts'

const path = '/ecosystems/{key}/settings/frame'
const at = (request: PageRequest, rest = '') =>
  request.link(`/ecosystems/${request.params.key}/settings/frame${rest}`)
type Dimension = FrameRecord['dimensions'][number]
type Fields = Readonly<Record<string, string>>

function validity({ validFrom, validTo }: FrameValueRecord, language: Language): string {
  const t = settingsText[language]
  const day = (d: string) => formatDay(d, language)
  if (validFrom && validTo) return t.span(day(validFrom), day(validTo))
  return validFrom ? t.since(day(validFrom)) : validTo ? t.until(day(validTo)) : t.always
}

async function framePage(
  request: PageRequest,
  typed: Fields = {},
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language } = request
  const t = settingsText[language]
  const found = await request.perform(getFrame, { key: request.params.key })
  const free = (['priority', 'emphasis', 'own'] as const).filter(
    (kind) => kind === 'own' || !found.dimensions.some((d) => d.dimension === kind),
  )
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
        <form method="post" action={at(request)} class="form">
          <SelectField
            name="kind"
            label={t.dimensionKind}
            value={typed.kind}
            choices={free.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
            language={language}
          />
          <NamesFields
            name="name"
            legend={t.name}
            values={(field) => typed[field] ?? ''}
            errors={errors}
            language={language}
          />
          <button class="btn" type="submit">
            {t.addDimension}
          </button>
        </form>
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

/** One dimension: its name, and its end when it has no values. */
async function dimensionPage(
  request: PageRequest,
  typed?: Fields,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language } = request
  const t = settingsText[language]
  const frame = await request.perform(getFrame, { key: request.params.key })
  const d = find(frame, request)
  if (!d) return framePage(request, {}, [{ name: 'kind', text: t.noDimension }])
  const place = `/${encodeURIComponent(d.dimension)}`
  const values = (field: string) => typed?.[field] ?? d.name[field.slice('name.'.length)] ?? ''
  return settingsPage(
    request,
    frame,
    'frame',
    errors,
    <>
      <Section title={t.changeOf(nameOf(d.name, language))}>
        <form method="post" action={at(request, place)} class="form">
          <NamesFields name="name" legend={t.name} {...{ values, errors, language }} />
          <div class="actions">
            <button class="btn main" type="submit">
              {t.save}
            </button>
            <a href={at(request)}>{t.backToFrame}</a>
          </div>
        </form>
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

/** One value, or a new one. */
async function valuePage(
  request: PageRequest,
  typed?: Fields,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, params } = request
  const t = settingsText[language]
  const frame = await request.perform(getFrame, { key: params.key })
  const d = find(frame, request)
  const value = d?.values.find((v) => v.id === params.id)
  if (!d || (!value && params.id !== 'new'))
    return framePage(request, {}, [{ name: 'kind', text: t.noValue }])
  const stored: Fields = value
    ? {
        code: value.code,
        ...Object.fromEntries(Object.entries(value.name).map(([l, text]) => [`name.${l}`, text])),
        validFrom: value.validFrom ? formatDay(value.validFrom, 'fi') : '',
        validTo: value.validTo ? formatDay(value.validTo, 'fi') : '',
      }
    : {}
  const values = (field: string) => (typed ?? stored)[field] ?? ''
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
        <form method="post" action={at(request, place)} class="form">
          {text('code', t.code, t.codeHelp)}
          <NamesFields name="name" legend={t.name} {...{ values, errors, language }} />
          {text('validFrom', t.validFrom, t.dayHelp, true)}
          {text('validTo', t.validTo, t.dayHelp, true)}
          <div class="actions">
            <button class="btn main" type="submit">
              {t.save}
            </button>
            <a href={at(request)}>{t.backToFrame}</a>
          </div>
        </form>
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

type Shown = (request: PageRequest, typed?: Fields, errors?: readonly FieldError[]) => Promise<PageAnswer>
type Get = (field: string) => string

/** A form of the frame: does its deed and goes back to the frame, or shows its page again with what is wrong. */
const posted = (
  rest: string,
  shown: Shown,
  run: (request: PageRequest, get: Get, errors: FieldError[]) => Promise<unknown>,
): Page => ({
  method: 'POST',
  path: `${path}${rest}` as `/${string}`,
  run: async (request) => {
    const form = await request.form()
    const get: Get = (field) => form.get(field)?.trim() ?? ''
    const errors: FieldError[] = []
    try {
      await run(request, get, errors)
    } catch (error) {
      errors.push(...formErrors(error, request.language))
    }
    if (errors.length === 0) return { as: 'redirect', to: at(request) }
    const typed = Object.fromEntries(Object.keys(form.values).map((field) => [field, get(field)]))
    return shown(request, typed, errors)
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
  posted('', framePage, (request, get) =>
    request.perform(addDimension, { ...ids(request), kind: get('kind'), name: namesFrom(get, 'name') }),
  ),
  shownPage('/{dimension}', dimensionPage),
  posted('/{dimension}', dimensionPage, (request, get) =>
    request.perform(changeDimension, { ...ids(request), name: namesFrom(get, 'name') }),
  ),
  posted('/{dimension}/remove', dimensionPage, (request) => request.perform(removeDimension, ids(request))),
  posted('/{dimension}/move', framePage, (request, get) =>
    request.perform(moveDimension, { ...ids(request), by: get('by') }),
  ),
  shownPage('/{dimension}/values/{id}', valuePage),
  posted('/{dimension}/values/{id}', valuePage, async (request, get, errors) => {
    const days = daysFrom(get, ['validFrom', 'validTo'], request.language, errors)
    if (errors.length > 0) return
    const { id, ...place } = ids(request)
    const fields = { code: get('code'), name: namesFrom(get, 'name'), ...days }
    if (id === 'new') await request.perform(addValue, { ...place, ...fields })
    else await request.perform(changeValue, { ...place, id, ...fields })
  }),
  posted('/{dimension}/values/{id}/remove', valuePage, (request) =>
    request.perform(removeValue, ids(request)),
  ),
  posted('/{dimension}/values/{id}/move', framePage, (request, get) =>
    request.perform(moveValue, { ...ids(request), by: get('by') }),
  ),
]
