import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { formatDay, readDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead, SelectField, TextArea, TextField } from '../../ui/index.ts'
import { type Before, type Draft, DraftForm, draftFor, type Sent, takeForm } from '../drafts/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { faultText } from './fault-text.ts'
import { agendaFrom } from './lines.ts'
import { addSelection, editSelection, selectionChoices } from './prepare-actions.ts'
import { projectListAt } from './project-search.ts'
import { ecosystemOf } from './queries.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { keepers } from './rules.ts'
import { framed, said } from './selection-frame.tsx'
import type { SelectionSettings } from './settings.ts'
import { BudgetRows, CriterionRows, rowsBefore, settingsIn } from './settings-rows.tsx'
import { text } from './text.ts'

/** A meeting that is not there yet; its subject is the ecosystem. */
export const newSelection: DraftKind = {
  kind: 'selection.new',
  shared: false,
  title: inEach((l) => text[l].add),
  path: (ecosystem) => `/selections/new?ecosystem=${ecosystem}`,
  allow: { who: [...keepers], in: (_asking, { subject }) => subject },
}

/** The facts, criteria, budgets and agenda of a meeting that is being prepared: one draft for all who prepare it. */
export const selectionSettings: DraftKind = {
  kind: 'selection.settings',
  shared: true,
  changes: true,
  title: inEach((l) => text[l].settings),
  path: (id) => `/selections/${id}/settings`,
  allow: { who: [...keepers], in: ({ db }, { subject }) => ecosystemOf(db, subject) },
}

const emptySettings: SelectionSettings = {
  criteria: [],
  budgets: [],
  rules: [],
  synergies: [],
  agenda: [],
  scale: { low: '1', high: '5' },
}

const noFields = { name: '', nameSv: '', nameEn: '', purpose: '', day: '', clock: '', place: '' }
const fieldsOf = (settings: SelectionSettings): Record<string, string> => ({
  ...rowsBefore(settings),
  agenda: settings.agenda.join('\n'),
  low: settings.scale.low,
  high: settings.scale.high,
})
const beforeNew: Before = { ...noFields, call: '', ...fieldsOf(emptySettings) }
const beforeOf = (room: Room): Before => ({
  name: room.name.fi ?? '',
  nameSv: room.name.sv ?? '',
  nameEn: room.name.en ?? '',
  purpose: room.purpose,
  day: formatDay(room.day, 'fi'),
  clock: room.clock?.replace(':', '.') ?? '',
  place: room.place ?? '',
  ...fieldsOf(room.settings),
})

/** What both forms are filled in with, read; or what is wrong. */
function readForm(sent: Sent, known: SelectionSettings, language: Language) {
  const t = faultText[language]
  const errors: FieldError[] = []
  const day = readDay(sent.text('day'))
  const clock = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(sent.text('clock'))
  const rows = settingsIn(sent, known, language)
  if (sent.text('name') === '') errors.push({ name: 'name', text: t['no-name'] })
  if (!day) errors.push({ name: 'day', text: t['bad-day'] })
  if (sent.text('clock') !== '' && !clock) errors.push({ name: 'clock', text: t['bad-clock'] })
  errors.push(...rows.errors)
  if (errors.length > 0 || !day) return { errors }
  return {
    name: {
      fi: sent.text('name'),
      ...(sent.text('nameSv') && { sv: sent.text('nameSv') }),
      ...(sent.text('nameEn') && { en: sent.text('nameEn') }),
    },
    purpose: sent.text('purpose'),
    day,
    clock: clock ? `${clock[1]!.padStart(2, '0')}:${clock[2] ?? '00'}` : null,
    place: sent.text('place'),
    settings: {
      criteria: rows.criteria,
      budgets: rows.budgets,
      agenda: agendaFrom(sent.text('agenda')),
      scale: { low: sent.text('low').replace(',', '.'), high: sent.text('high').replace(',', '.') },
    },
  }
}

type FieldsProps = {
  draft: Draft
  settings: SelectionSettings
  errors: readonly FieldError[]
  language: Language
}

function Fields({ draft, settings, errors, language }: FieldsProps) {
  const t = text[language]
  const of = (name: string) => ({
    name,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return (
    <>
      <TextField {...of('name')} label={t.name} />
      <TextField {...of('nameSv')} label={t.nameSv} optional />
      <TextField {...of('nameEn')} label={t.nameEn} optional />
      <TextArea {...of('purpose')} label={t.purpose} rows={3} optional />
      <TextField {...of('day')} label={t.day} help={t.dayHelp} size="short" />
      <TextField {...of('clock')} label={t.clock} size="short" optional />
      <TextField {...of('place')} label={t.place} optional />
      <CriterionRows {...{ draft, settings, errors, language }} />
      <TextField {...of('low')} label={t.scaleLow} inputmode="decimal" size="short" />
      <TextField {...of('high')} label={t.scaleHigh} inputmode="decimal" size="short" />
      <BudgetRows {...{ draft, settings, errors, language }} />
      <TextArea {...of('agenda')} label={t.agenda} help={t.agendaHelp} rows={6} optional />
    </>
  )
}

/** The list of projects whose projects the new meeting takes in next. */
const listIn = (url: URL): string | undefined => projectListAt(url.searchParams.get('q'))

async function newPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, url, actor } = request
  const t = text[language]
  const { items } = await request.perform(namesOfEcosystems, {})
  const own = items.filter((e) => holds(actor, keepers, e.id))
  const asked = url.searchParams.get('ecosystem') ?? (own.length === 1 ? own[0]!.id : undefined)
  const ecosystem = own.find((e) => e.id === asked)
  const calls = ecosystem ? (await request.perform(selectionChoices, { ecosystem: ecosystem.id })).calls : []
  const draft = ecosystem && (await draftFor(request, newSelection, ecosystem.id, beforeNew))
  const list = listIn(url)
  return framed(
    request,
    t.add,
    <>
      <PageHead title={t.add} lead={t.lead} />
      <ErrorSummary errors={errors} language={language} />
      {!draft && (
        <form method="get" action={link('/selections/new')}>
          <SelectField
            name="ecosystem"
            label={t.ecosystem}
            choices={own.map((e) => ({ value: e.id, label: said(e.name, language) }))}
            language={language}
          />
          {list && <input type="hidden" name="q" value={list} />}
          <button class="btn main" type="submit">
            {t.choose}
          </button>
        </form>
      )}
      {draft && ecosystem && (
        <DraftForm
          draft={draft}
          action={`${link('/selections')}?${new URLSearchParams({ ecosystem: ecosystem.id, ...(list && { q: list }) })}`}
          submit={t.make}
          language={language}
        >
          <SelectField
            name="call"
            label={t.call}
            value={draft.text('call')}
            none={t.noCall}
            choices={calls.map((c) => ({ value: c.id, label: said(c.name, language) }))}
            language={language}
            optional
          />
          <Fields draft={draft} settings={emptySettings} errors={errors} language={language} />
        </DraftForm>
      )}
    </>,
    { bad: errors.length > 0 },
  )
}

async function add(request: PageRequest): Promise<PageAnswer> {
  const ecosystem = request.url.searchParams.get('ecosystem') ?? ''
  return takeForm(
    request,
    { kind: newSelection, subject: ecosystem, before: beforeNew },
    async (sent) => {
      const read = readForm(sent, emptySettings, request.language)
      if ('errors' in read && read.errors) return read.errors
      const call = sent.text('call') || null
      const settings = { ...emptySettings, ...read.settings }
      const { path } = await request.perform(addSelection, { ...read, ecosystem, call, settings }, sent.draft)
      const list = listIn(request.url)
      return list ? `${path}/candidates?q=${encodeURIComponent(list)}` : path
    },
    (errors) => newPage(request, errors),
  )
}

async function settingsPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const room = await request.perform(readSelection, { selection: params.id })
  const draft = await draftFor(request, selectionSettings, room.id, beforeOf(room))
  return framed(
    request,
    t.settings,
    <>
      <PageHead title={t.settings} over={said(room.name, language)} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={link(`/selections/${room.id}/settings`)}
        submit={t.save}
        language={language}
      >
        <Fields draft={draft} settings={room.settings} errors={errors} language={language} />
      </DraftForm>
    </>,
    { meeting: room, bad: errors.length > 0 },
  )
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const { params, language } = request
  const room = await request.perform(readSelection, { selection: params.id })
  return takeForm(
    request,
    { kind: selectionSettings, subject: room.id, before: beforeOf(room) },
    async (sent) => {
      const read = readForm(sent, room.settings, language)
      if ('errors' in read && read.errors) return read.errors
      return (await request.perform(editSelection, { selection: room.id, ...read }, sent.draft)).path
    },
    (errors) => settingsPage(request, errors),
  )
}

export const settingsPages: readonly Page[] = [
  { method: 'GET', path: '/selections/new', run: (request) => newPage(request) },
  { method: 'POST', path: '/selections', run: add },
  { method: 'GET', path: '/selections/{id}/settings', run: (request) => settingsPage(request) },
  { method: 'POST', path: '/selections/{id}/settings', run: save },
]
