import type { PageRequest } from '../../kernel/page.ts'
import { Alert, FileField, Section, Table } from '../../ui/index.ts'
import { prepareText } from './prepare-text.ts'
import type { Room } from './room.ts'
import type { ReadSheet } from './sheet-actions.ts'

/** A dropped file as it was read, stored under its hash; `added` where its candidates have just been taken in. */
export type CheckedSheet = { sheet: ReadSheet; hash: string; name: string; added?: number }

type Props = { room: Room; request: PageRequest }

export function FromSheet({ room, request: { language, link } }: Props) {
  const t = prepareText[language]
  const path = link(`/selections/${room.id}/candidates`)
  return (
    <Section title={t.fromSheet}>
      <p>{t.fromSheetHelp}</p>
      <p>
        <a href={`${path}/template.xlsx`} download>
          {t.template}
        </a>
      </p>
      <form method="post" action={`${path}/sheet`} encType="multipart/form-data">
        <FileField name="file" label={t.file} accept=".xlsx,.csv" language={language} />
        <button class="btn" type="submit">
          {t.preview}
        </button>
      </form>
    </Section>
  )
}

/** What a dropped sheet would bring, and what of it is to be corrected, cell by cell. */
export function Checked({
  sheet,
  hash,
  name,
  added,
  room,
  request: { language, link },
}: CheckedSheet & Props) {
  const t = prepareText[language]
  const path = link(`/selections/${room.id}/candidates/sheet`)
  const { candidates, faults } = sheet
  const bad = [...new Set(faults.map((f) => f.row))]
  const Again = () => (
    <>
      <input type="hidden" name="hash" value={hash} />
      <input type="hidden" name="name" value={name} />
    </>
  )
  return (
    <Section title={name}>
      <Alert
        tone={faults.length > 0 ? 'warm' : 'ok'}
        title={
          added === undefined ? t.sheetRead(candidates.length, bad.length) : t.sheetTaken(added, bad.length)
        }
        live
      />
      {faults.length > 0 && (
        <>
          <Table
            caption={t.wrong}
            language={language}
            cards
            density="tight"
            rows={faults}
            columns={[
              { label: t.row, numeric: true, phone: 'labelled', cell: (f) => f.row },
              { label: t.column, heading: true, phone: 'wide', cell: (f) => f.column },
              { label: t.cell, phone: 'labelled', cell: (f) => f.cell },
              { label: t.wrong, phone: 'wide', cell: (f) => t.sheetFaults[f.what] },
            ]}
          />
          <form method="post" action={`${path}/corrections.xlsx`} class="inline">
            <Again />
            <input type="hidden" name="rows" value={bad.join()} />
            <button class="btn" type="submit">
              {t.corrections}
            </button>
          </form>
        </>
      )}
      {candidates.length > 0 && (
        <form method="post" action={path}>
          <Again />
          <button class="btn main" type="submit">
            {t.takeSheet(candidates.length)}
          </button>
        </form>
      )}
    </Section>
  )
}
