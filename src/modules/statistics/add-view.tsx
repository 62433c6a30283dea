import type { Dimension } from '../../engine/statistics/index.ts'
import type { PostedForm } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import {
  ErrorSummary,
  Facts,
  type FieldError,
  FileField,
  Section,
  SelectField,
  Table,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { addText } from './add-text.ts'
import type { Outline } from './address-actions.ts'
import type { FilePreview } from './file-actions.ts'
import { levelsText, spanText, updatedText } from './list-page.tsx'
import { dimensionName, nameOf } from './measure.ts'
import { text } from './text.ts'

type Shown = { link: (path: string) => string; language: Language; errors: readonly FieldError[] }

const errorAt = (errors: readonly FieldError[], name: string) => errors.find((e) => e.name === name)?.text

/** The two ways in: an address, which is read at once, or a file. */
export function WaysIn({ link, language, errors, address }: Shown & { address: string }) {
  const t = addText[language]
  return (
    <>
      <ErrorSummary errors={errors} language={language} />
      <Section title={t.byAddress}>
        <form method="get" action={link('/statistics/new')}>
          <TextField
            name="address"
            label={t.address}
            help={t.addressHelp}
            value={address}
            error={errorAt(errors, 'address')}
            size="full"
            language={language}
          />
          <button class="btn main" type="submit">
            {t.readTable}
          </button>
        </form>
      </Section>
      <Section title={t.byFile}>
        <form method="post" action={link('/statistics/new/file')} enctype="multipart/form-data">
          <FileField
            name="file"
            label={t.file}
            help={t.fileHelp}
            error={errorAt(errors, 'file')}
            accept=".json,.tsv,.csv,.gz,.px"
            language={language}
          />
          <button class="btn" type="submit">
            {t.readFile}
          </button>
        </form>
      </Section>
    </>
  )
}

/** More categories than this are not all chosen at first. */
const manyCategories = 40
const latestPeriods = 10

/** What stands ticked at first: the latest periods, all of a short list, of a long one the first. */
export function chosenAtFirst({ role, categories }: Dimension): Set<string> {
  const codes = categories.map(({ code }) => code)
  if (role === 'time') return new Set([...codes].sort().slice(-latestPeriods))
  return new Set(codes.length > manyCategories ? codes.slice(0, 1) : codes)
}

/** The categories of a table, dimension by dimension, to be ticked. */
export function SliceForm({ outline, link, language, errors }: Shown & { outline: Outline }) {
  const t = addText[language]
  return (
    <>
      <ErrorSummary errors={errors} language={language} />
      <Section title={t.choose} note={<a href={link('/statistics/new')}>{t.otherTable}</a>}>
        <p class="lead">{pick(outline.title, language)?.text ?? outline.table}</p>
        <p class="note">{t.chooseLead}</p>
        <form method="post" action={link('/statistics/new/preview')}>
          <input type="hidden" name="address" value={outline.address} />
          {outline.dimensions.map((d, i) => (
            <DimensionChoice dimension={d} at={i} language={language} />
          ))}
          {outline.origin === 'pxweb' && (
            <details class="stat-drawn">
              <summary>{t.paste}</summary>
              <TextArea
                name="query"
                label={t.query}
                help={t.queryHelp}
                rows={6}
                optional
                language={language}
              />
            </details>
          )}
          <button class="btn main" type="submit">
            {t.preview}
          </button>
        </form>
      </Section>
    </>
  )
}

function DimensionChoice({
  dimension,
  at,
  language,
}: {
  dimension: Dimension
  at: number
  language: Language
}) {
  const t = addText[language]
  const chosen = chosenAtFirst(dimension)
  const count = t.chosenOf(
    formatCount(chosen.size, language),
    formatCount(dimension.categories.length, language),
  )
  return (
    <details class="stat-dimension" id={`f-${dimension.id}`} open={dimension.categories.length > 1 && at < 3}>
      <summary>
        {dimensionName(dimension, language)} <span class="quiet">{count}</span>
      </summary>
      <input type="hidden" name={`code.${at}`} value={dimension.id} />
      {dimension.role === 'time' && <input type="hidden" name="follows" value={dimension.id} />}
      <fieldset class="stat-choices">
        <legend class="vh">{dimensionName(dimension, language)}</legend>
        {dimension.categories.map((c) => (
          <label class="ck">
            <input type="checkbox" name={`d.${at}`} value={c.code} checked={chosen.has(c.code)} />
            <span>{nameOf(c, language)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}

/** What was read, with the name that it is kept under. */
export function PreviewView({
  preview,
  hidden,
  action,
  ecosystems,
  said,
  language,
  errors,
}: Omit<Shown, 'link'> & {
  preview: FilePreview
  /** Where it may belong, when it is not public. */
  ecosystems: readonly { value: string; label: string }[]
  /** What was sent, where it comes back with what is wrong. */
  said?: PostedForm | undefined
  /** What the next step needs to know again. */
  hidden: readonly [name: string, value: string][]
  action: string
}) {
  const t = addText[language]
  const words = text[language]
  const title = pick(preview.title, language)?.text
  return (
    <>
      <ErrorSummary errors={errors} language={language} />
      <Section title={t.previewTitle}>
        <Facts
          language={language}
          items={[
            { label: words.label, value: title ?? '–' },
            { label: words.table, value: preview.table ?? '–' },
            { label: words.publisher, value: preview.publisher || '–' },
            { label: words.updated, value: updatedText(preview.updated, language) || '–' },
            { label: words.span, value: spanText(preview) || '–' },
            { label: words.levels, value: levelsText(preview.levels, language) || '–' },
            {
              label: words.size,
              value: words.sizeOf(
                formatCount(preview.cells, language),
                formatCount(preview.emptyCells, language),
              ),
            },
          ]}
        />
        <Table
          caption={t.dimensions}
          language={language}
          rows={preview.dimensions}
          columns={[
            { label: t.dimension, heading: true, cell: (d) => pick(d.name, language)?.text ?? d.id },
            { label: t.categories, numeric: true, cell: (d) => formatCount(d.categories, language) },
          ]}
        />
      </Section>
      <form method="post" action={action}>
        {hidden.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="fi"
          label={t.name}
          help={t.nameHelp}
          value={said?.get('fi') ?? preview.title.fi ?? ''}
          error={errorAt(errors, 'fi')}
          size="full"
          optional={Object.values(preview.title).some(Boolean)}
          language={language}
        />
        <TextField
          name="publisher"
          label={t.publisher}
          value={said?.get('publisher') ?? preview.publisher}
          size="full"
          optional
          language={language}
        />
        <TextField
          name="licence"
          label={t.licence}
          value={said?.get('licence') ?? 'CC BY 4.0'}
          language={language}
        />
        <SelectField
          name="share"
          label={t.share}
          choices={shareLevels.map((value) => ({ value, label: t.shares[value] }))}
          value={said?.get('share') ?? 'public'}
          language={language}
        />
        <SelectField
          name="ecosystem"
          label={t.ecosystem}
          none={t.noEcosystem}
          choices={ecosystems}
          value={said?.get('ecosystem') ?? ''}
          error={errorAt(errors, 'ecosystem')}
          language={language}
        />
        <button class="btn main" type="submit">
          {t.keep}
        </button>
      </form>
    </>
  )
}
