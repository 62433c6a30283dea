import type { z } from 'zod'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { formatCount, formatDecimal, inEach, type Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ChoicesField,
  Empty,
  ErrorSummary,
  Facts,
  type FieldError,
  Scroll,
  Section,
  Table,
  TextField,
} from '../../ui/index.ts'
import {
  attachmentLimits,
  type Draft,
  DraftForm,
  draftFor,
  setAttachmentLimits,
  takeForm,
} from '../drafts/index.ts'
import { administrationPage, mustBeAdministrator } from './frame.tsx'
import { installationStorage } from './health-actions.ts'
import { storageText } from './storage-text.ts'
import { text } from './text.ts'

const path = '/administration/storage'

/** 1536 -> "1,5 kt", in the language's own signs. */
function size(bytes: number, language: Language): string {
  const units = language === 'fi' ? ['t', 'kt', 'Mt', 'Gt'] : ['B', 'kB', 'MB', 'GB']
  let value = bytes
  let i = 0
  while (value >= 1000 && i < units.length - 1) {
    value /= 1000
    i += 1
  }
  return `${formatDecimal(value, language, i === 0 || value >= 100 ? 0 : 1)} ${units[i]}`
}

type Limits = z.output<(typeof attachmentLimits)['output']>

/** The limits of what is put beside things; administrators change them together. */
export const limitsDraft: DraftKind = {
  kind: 'storage.attachments',
  changes: true,
  shared: true,
  title: inEach((l) => storageText[l].attachments),
  path: () => `${path}#attachments`,
  allow: ruleOf(setAttachmentLimits.allow, () => ({ kinds: [], megabytes: 1, count: 1, dayMegabytes: 1 })),
  fields: inEach((l) => {
    const { kinds, kindNames, megabytes, count, dayMegabytes } = storageText[l]
    return { kinds: { label: kinds, values: kindNames }, megabytes, count, dayMegabytes }
  }),
}

const formOf = ({ kinds, megabytes, count, dayMegabytes }: Limits) => ({
  kind: limitsDraft,
  subject: 'installation',
  before: {
    kinds,
    megabytes: String(megabytes),
    count: String(count),
    dayMegabytes: String(dayMegabytes),
  },
})

async function storagePage(request: PageRequest, errors: readonly FieldError[] = []) {
  const { language } = request
  const t = text[language]
  const seen = await request.perform(installationStorage, {})
  const limits = await request.perform(attachmentLimits, {})
  const { kind, subject, before } = formOf(limits)
  const draft = await draftFor(request, kind, subject, before)
  return administrationPage(request, {
    ...(errors.length > 0 && { status: 422 as const }),
    title: t.storage,
    lead: t.storageLead,
    tab: 'storage',
    body: (
      <>
        <Facts
          language={language}
          items={[
            { label: t.database, value: size(seen.databaseBytes, language) },
            { label: t.files, value: size(seen.files.bytes, language) },
            { label: t.fileCount, value: formatCount(seen.files.count, language) },
            ...(seen.freeBytes === null ? [] : [{ label: t.free, value: size(seen.freeBytes, language) }]),
          ]}
        />
        <AttachmentLimits request={request} limits={limits} draft={draft} errors={errors} />
        <Section title={t.backups}>
          {seen.backups.length === 0 ? (
            <Empty title={t.noBackups}>{t.noBackupsNext}</Empty>
          ) : (
            <Table
              language={language}
              caption={t.backups}
              cards
              rows={seen.backups}
              columns={[
                { label: t.path, heading: true, cell: (b) => b.file, class: 'breaks' },
                { label: t.when, cell: (b) => formatInstant(b.finishedAt, language) },
                { label: t.size, numeric: true, cell: (b) => size(b.bytes, language) },
                { label: t.state, cell: (b) => (b.encrypted ? t.encrypted : t.plain) },
              ]}
            />
          )}
        </Section>
        <Section title={t.tables}>
          <Tables rows={seen.tables.slice(0, largest)} language={language} />
          {seen.tables.length > largest && (
            <details class="twin">
              <summary>{t.otherTables(seen.tables.length - largest)}</summary>
              <Tables rows={seen.tables.slice(largest)} language={language} />
            </details>
          )}
        </Section>
      </>
    ),
  })
}

/** Tables that are shown at once: with these lies nearly all of what a database holds. */
const largest = 10

type TableSize = z.output<(typeof installationStorage)['output']>['tables'][number]

function Tables({ rows, language }: { rows: readonly TableSize[]; language: Language }) {
  const t = text[language]
  return (
    <Scroll label={t.tables}>
      <Table
        language={language}
        caption={t.tables}
        density="tight"
        rows={rows}
        columns={[
          { label: t.table, heading: true, cell: (r) => <code>{r.name}</code> },
          { label: t.size, numeric: true, cell: (r) => size(r.bytes, language) },
          { label: t.rows, numeric: true, cell: (r) => formatCount(r.rows, language) },
        ]}
      />
    </Scroll>
  )
}

type LimitsProps = {
  request: PageRequest
  limits: Limits
  draft: Draft
  errors: readonly FieldError[]
}

/** What may be put beside things, how large and how much in a day; and how much there is. */
function AttachmentLimits({ request, limits, draft, errors }: LimitsProps) {
  const { language, link, url } = request
  const t = storageText[language]
  const number = (name: 'megabytes' | 'count' | 'dayMegabytes') => (
    <TextField
      name={name}
      label={t[name]}
      size="short"
      value={draft.text(name)}
      error={errors.find((e) => e.name === name)?.text}
      language={language}
    />
  )
  return (
    <Section title={t.attachments} id="attachments">
      {url.searchParams.has('saved') && <Alert tone="ok" title={t.saved} live />}
      <ErrorSummary errors={errors} language={language} />
      <Facts
        language={language}
        items={[
          { label: t.files, value: formatCount(limits.files, language) },
          { label: t.bytes, value: size(limits.bytes, language) },
          { label: t.today, value: size(limits.today, language) },
        ]}
      />
      <DraftForm draft={draft} action={link(`${path}/attachments`)} submit={t.save} language={language}>
        <ChoicesField
          kind="checkbox"
          name="kinds"
          label={t.kinds}
          help={t.kindsHelp}
          error={errors.find((e) => e.name === 'kinds')?.text}
          values={draft.list('kinds')}
          choices={limits.known.map((kind) => ({ value: kind, label: t.kindNames[kind] }))}
          language={language}
        />
        {number('megabytes')}
        {number('count')}
        {number('dayMegabytes')}
      </DraftForm>
    </Section>
  )
}

export const storagePages: readonly Page[] = [
  { method: 'GET', path, run: (request) => storagePage(request) },
  {
    method: 'POST',
    path: `${path}/attachments`,
    run: async (request) => {
      mustBeAdministrator(request)
      return takeForm(
        request,
        formOf(await request.perform(attachmentLimits, {})),
        async ({ text: said, list, draft }) => {
          const [megabytes, count, dayMegabytes] = ['megabytes', 'count', 'dayMegabytes'].map(said)
          const limits = { kinds: list('kinds'), megabytes, count, dayMegabytes }
          await request.perform(setAttachmentLimits, limits, draft)
          return `${path}?saved=1#attachments`
        },
        (errors) => {
          const t = storageText[request.language]
          const names = [...new Set(errors.map((e) => e.name.split('.')[0] || 'kinds'))]
          return storagePage(
            request,
            names.map((name) => ({ name, text: name === 'kinds' ? t.noKinds : t.badNumber })),
          )
        },
      )
    },
  },
]
