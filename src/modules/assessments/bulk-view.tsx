import type { Language } from '../../kernel/text.ts'
import { Alert, PageHead, Section, Table } from '../../ui/index.ts'
import type { Forecast } from './bulk-actions.ts'
import { listText } from './list-text.ts'

export type Failed = { row: Forecast; why: string[] }

const named = (row: Forecast) => <span lang={row.language}>{row.title}</span>

export type BulkCheckProps = {
  title: string
  over: string
  items: readonly Forecast[]
  action: string
  back: string
  /** What the deed is and to which rows, for the second press. */
  fields: Readonly<Record<string, readonly string[]>>
  language: Language
}

/** What a deed would change, row by row, and who would be told, before anything is done. */
export function BulkCheck({ title, over, items, action, back, fields, language }: BulkCheckProps) {
  const t = listText[language]
  const will = items.filter((row) => row.to !== null)
  const not = items.filter((row) => row.to === null)
  const head = [
    {
      label: t.application,
      heading: true,
      phone: 'wide' as const,
      cell: (row: Forecast) => (
        <>
          <span class="num">{row.number}.</span> {named(row)}
        </>
      ),
    },
    { label: t.from, phone: 'line' as const, cell: (row: Forecast) => row.from },
  ]
  return (
    <>
      <PageHead over={over} title={title} lead={t.bulkLead} />
      {will.length === 0 && <Alert tone="warm" title={t.nothing} />}
      {will.length > 0 && (
        <Section title={t.will} note={String(will.length)}>
          <Table
            caption={t.will}
            cards
            language={language}
            rows={will}
            columns={[
              ...head,
              { label: t.to, phone: 'line', cell: (row) => row.to ?? '' },
              { label: t.told, phone: 'line', cell: (row) => row.told.join(', ') || t.toldNobody },
            ]}
          />
          <form method="post" action={action}>
            <input type="hidden" name="confirmed" value="yes" />
            {Object.entries(fields).flatMap(([name, values]) =>
              values.map((value) => <input type="hidden" name={name} value={value} />),
            )}
            <div class="actions">
              <button class="btn main" type="submit">
                {t.doIt(will.length)}
              </button>
              <a class="btn bare" href={back}>
                {t.back}
              </a>
            </div>
          </form>
        </Section>
      )}
      {not.length > 0 && (
        <Section title={t.willNot} note={String(not.length)}>
          <Table
            caption={t.willNot}
            cards
            language={language}
            rows={not}
            columns={[...head, { label: t.whyNot, phone: 'wide', cell: (row) => row.why.join(' ') }]}
          />
        </Section>
      )}
    </>
  )
}

export type BulkOutcomeProps = {
  title: string
  over: string
  did: number
  failed: readonly Failed[]
  back: string
  language: Language
}

/** What was done, and each row that was left alone with the reason. */
export function BulkOutcome({ title, over, did, failed, back, language }: BulkOutcomeProps) {
  const t = listText[language]
  return (
    <>
      <PageHead over={over} title={title} />
      {did > 0 && <Alert tone="ok" title={t.did(did)} live />}
      {failed.length > 0 && (
        <Alert tone="warm" title={t.didNot(failed.length)} live>
          <ul>
            {failed.map(({ row, why }) => (
              <li>
                {row.number}. {named(row)}: {why.join(' ')}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <p>
        <a class="btn main" href={back}>
          {t.back}
        </a>
      </p>
    </>
  )
}
