import type { ComponentChildren } from 'preact'
import { formatCount, type Language } from '../kernel/text.ts'
import { type Day, formatDay } from '../kernel/time.ts'
import { text } from './text.ts'

export type Provenance = {
  /** Whose list or page, and which: "rakennerahastot.fi, project list 2014–2020". */
  source: ComponentChildren
  file?: string | undefined
  row?: number | undefined
  /** The day or season the source describes. */
  state?: Day | string | undefined
  /** The value as it stands in the file. */
  raw?: string | undefined
  /** What was done to it: "rounded to whole euros", "sum of 164 rows". */
  method?: string | undefined
  imported?: Day | undefined
  importedBy?: string | undefined
  replaced?: { raw: string; source: string }[]
  /** Null where the figure waits for one: that is shown, not hidden. */
  approver?: string | null
  /** Why there is no approver yet. */
  approverNote?: string | undefined
  licence?: ComponentChildren
  links?: { row?: string; history?: { href: string; changes: number }; report?: string }
}

/** Everything a figure knows of itself. The same list stands on its page and in the pop-up. */
export function ProvenanceList({ of, language }: { of: Provenance; language: Language }) {
  const t = text[language].provenance
  return (
    <>
      <dl class="provenance">
        <Fact name={t.source}>{of.source}</Fact>
        <Fact name={t.file}>{of.file && <code>{of.file}</code>}</Fact>
        <Fact name={t.row}>{of.row !== undefined && formatCount(of.row, language)}</Fact>
        <Fact name={t.state}>{of.state && formatDay(of.state, language)}</Fact>
        <Fact name={t.raw}>{of.raw !== undefined && <code>{of.raw}</code>}</Fact>
        <Fact name={t.method}>{of.method}</Fact>
        <Fact name={t.imported}>{of.imported && formatDay(of.imported, language)}</Fact>
        <Fact name={t.importedBy}>{of.importedBy}</Fact>
        <Fact name={t.replaced}>
          {of.replaced?.length
            ? of.replaced.map((old) => (
                <span class="old">
                  <code>{old.raw}</code> <span class="sub">{old.source}</span>
                </span>
              ))
            : null}
        </Fact>
        <Fact name={t.approver}>
          {of.approver === null ? (
            <span class="warm">{of.approverNote ? `${t.noApprover}: ${of.approverNote}` : t.noApprover}</span>
          ) : (
            of.approver
          )}
        </Fact>
        <Fact name={t.licence}>{of.licence}</Fact>
      </dl>
      {of.links && (
        <p class="provenance-links">
          {of.links.row && <a href={of.links.row}>{t.openRow}</a>}
          {of.links.history && (
            <a href={of.links.history.href}>{t.history(formatCount(of.links.history.changes, language))}</a>
          )}
          {of.links.report && <a href={of.links.report}>{t.report}</a>}
        </p>
      )}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  if (children === undefined || children === null || children === false || children === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
