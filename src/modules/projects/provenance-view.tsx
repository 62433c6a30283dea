import type { ComponentChildren } from 'preact'
import { type Language, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { type Provenance, ProvenanceList, Scroll, Section, Table } from '../../ui/index.ts'
import { type ProvenanceField, provenanceFields } from './field-provenance.ts'
import type { FieldProvenanceAnswer, OriginAnswer } from './field-provenance-schema.ts'
import { projectPath } from './item.ts'
import { fieldLabel, sourceText, valueText } from './project-aside.tsx'
import { provenanceText } from './provenance-text.ts'

type Props = { of: FieldProvenanceAnswer; link: (path: string) => string; language: Language }

/** What the pop-up beside a figure says. */
export function ProvenanceFacts({ of, link, language }: Props) {
  const t = provenanceText[language]
  const path = projectPath(of.project)
  const report = link(`/feedback?about=${encodeURIComponent(`${path}/provenance/${of.field}`)}`)
  if (!of.origin) {
    const because = of.because && t.regionUnknown[of.because as keyof typeof t.regionUnknown]
    return (
      <ProvenanceList
        of={{ source: because ?? t.method['not-told'], links: { report } }}
        language={language}
      />
    )
  }
  const provenance: Provenance = {
    source: (
      <>
        {pick(of.origin.title, language)?.text ?? of.origin.file}
        {of.origin.publisher && <span class="sub">{of.origin.publisher}</span>}
      </>
    ),
    file: of.origin.file ?? undefined,
    row: of.origin.row,
    state: of.origin.asOf ?? undefined,
    raw: of.hidden ? t.hiddenCell : (of.raw ?? undefined),
    method: methodText(of, language),
    imported: dayIn(of.origin.importedAt),
    importedBy: of.origin.importedBy ?? undefined,
    replaced: of.replaced.map((old) => ({
      raw: valueText(of.field, old.value, language),
      source: sourceText(old.origin, language),
    })),
    ...(of.field === 'realised' && { approver: null, approverNote: t.approvalMissing }),
    links: {
      row: link(`${path}/provenance/${of.field}#row`),
      ...(of.replaced.length > 0 && {
        history: { href: link(`${path}#changes`), changes: of.replaced.length },
      }),
      report,
    },
  }
  return <ProvenanceList of={provenance} language={language} />
}

function methodText(of: FieldProvenanceAnswer, language: Language): string {
  const t = provenanceText[language]
  const because = of.because && t.regionUnknown[of.because as keyof typeof t.regionUnknown]
  const method = because ?? t.method[of.method]
  const by = of.method === 'status-read' && of.raw ? [of.raw] : of.by
  return by.length > 0 ? t.methodBy(method, by.join(', ')) : method
}

/** The same on a page of its own, with the whole row of the list and the project's other values. */
export function ProvenancePage(props: Props) {
  const { of, link, language } = props
  const t = provenanceText[language]
  const path = projectPath(of.project)
  return (
    <>
      {of.value !== null && !of.hidden && (
        <p class="say-2">
          <span class="quiet">{fieldLabel(of.field, language)}</span> {shown(of, language)}
        </p>
      )}
      <ProvenanceFacts {...props} />
      {of.origin && <ImportLink origin={of.origin} link={link} language={language} />}
      {of.cells.length > 0 && (
        <Section id="row" title={t.cellsTitle}>
          <Scroll label={t.cellsCaption}>
            <Table
              caption={t.cellsCaption}
              density="tight"
              rows={of.cells}
              columns={[
                { label: t.cellHeader, heading: true, cell: (c) => c.header },
                { label: t.cellText, cell: (c) => cellText(c.text, of.raw, language) },
              ]}
              language={language}
            />
          </Scroll>
        </Section>
      )}
      <Section title={t.otherFields}>
        <ul class="chips">
          {provenanceFields
            .filter((field) => field !== of.field)
            .map((field: ProvenanceField) => (
              <li>
                <a href={link(`${path}/provenance/${field}`)}>{fieldLabel(field, language)}</a>
              </li>
            ))}
        </ul>
      </Section>
    </>
  )
}

const shown = (of: FieldProvenanceAnswer, language: Language): string =>
  of.field === 'theme' ? of.by.join(', ') : valueText(of.field, of.value, language)

function cellText(text: string | null, raw: string | null, language: Language): ComponentChildren {
  const t = provenanceText[language]
  if (text === null) return <span class="quiet">{t.hiddenCell}</span>
  if (text.trim() === '') return <span class="quiet">{t.emptyCell}</span>
  return text === raw ? <mark>{text}</mark> : text
}

function ImportLink({ origin, link, language }: { origin: OriginAnswer } & Omit<Props, 'of'>) {
  const t = provenanceText[language]
  return (
    <p class="actions">
      <a class="btn" href={link(`/sources/${origin.importId}`)}>
        {t.toImport}
      </a>
      {origin.url && (
        <a href={origin.url} rel="external">
          {origin.publisher ?? origin.url}
        </a>
      )}
      <span class="note">{formatDay(dayIn(origin.importedAt), language)}</span>
    </p>
  )
}
