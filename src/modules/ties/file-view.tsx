import type { Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { PageHead, Section, Table, Tag } from '../../ui/index.ts'
import type { FoundBy, KeptRow, TieFile } from './file-queries.ts'
import { fileText } from './file-text.ts'
import { periodText, readKind } from './tie-rules.ts'
import { tieText } from './tie-text.ts'
import { kindWord } from './tie-words.ts'

const most = 100

export type FileViewProps = {
  file: TieFile
  rows: readonly KeptRow[]
  /** The import's own address, under which the acts are. */
  at: string
  language: Language
}

/** What a file would bring, or has brought: who was found how, what is new, and which rows cannot be read. */
export function FileView({ file, rows, at, language }: FileViewProps) {
  const t = fileText[language]
  const wrong = rows.filter((row) => row.problem !== null)
  const ready = rows.filter((row) => row.problem === null)
  const made = rows.filter((row) => row.tie_id !== null)
  const newNames = new Set(
    ready.flatMap((row) => [
      ...(row.from_found === 'new' ? [row.from_name] : []),
      ...(row.to_found === 'new' ? [row.to_name] : []),
    ]),
  )
  const applied = file.state === 'applied'
  return (
    <>
      <PageHead
        over={t.title}
        title={file.file_name}
        state={
          <>
            <Tag tone={applied ? 'ok' : 'plain'}>{t.states[file.state]}</Tag>{' '}
            {formatInstant(file.at, language)}
          </>
        }
        actions={
          file.state === 'undone' ? undefined : (
            <form method="post" action={`${at}/${applied ? 'undo' : 'apply'}`}>
              {(applied || ready.length > 0) && (
                <button class={applied ? 'btn' : 'btn main'} type="submit">
                  {applied ? t.undo : t.apply}
                </button>
              )}
            </form>
          )
        }
      />
      <ul class="tie-counts">
        {applied ? (
          <>
            <li>{t.created(made.length)}</li>
            {made.length < ready.length && <li>{t.stands(ready.length - made.length)}</li>}
          </>
        ) : (
          <>
            <li>{t.ready(ready.length)}</li>
            {newNames.size > 0 && <li>{t.newOnes(newNames.size)}</li>}
          </>
        )}
        {wrong.length > 0 && (
          <li>
            {t.wrong(wrong.length)}. <a href={`${at}/rejects.csv`}>{t.rejects}</a>
          </li>
        )}
      </ul>
      {wrong.length > 0 && (
        <Section title={t.problemsTitle} note={t.rejectsHelp}>
          <Table
            caption={t.problemsTitle}
            language={language}
            cards
            rows={wrong.slice(0, most)}
            columns={[
              { label: t.row, numeric: true, phone: 'labelled', cell: (r) => r.position },
              { label: t.from, heading: true, phone: 'wide', cell: (r) => r.from_name },
              { label: t.to, phone: 'labelled', cell: (r) => r.to_name },
              { label: t.what, phone: 'wide', cell: (r) => t.problems[r.problem!] },
            ]}
          />
        </Section>
      )}
      {ready.length > 0 && (
        <Section title={t.rowsTitle} note={ready.length > most && t.firstOf(most, ready.length)}>
          <Table
            caption={t.rowsTitle}
            language={language}
            cards
            rows={ready.slice(0, most)}
            columns={[
              {
                label: t.from,
                heading: true,
                phone: 'wide',
                cell: (r) => <Name name={r.from_name} by={r.from_found} language={language} />,
              },
              {
                label: t.to,
                phone: 'labelled',
                cell: (r) => <Name name={r.to_name} by={r.to_found} language={language} />,
              },
              { label: t.kind, phone: 'labelled', cell: (r) => kindWord(readKind(r.kind!)!, null, language) },
              {
                label: t.period,
                phone: 'labelled',
                cell: (r) => periodText(r.starts_on, r.ends_on, language),
              },
              {
                label: t.strength,
                phone: 'labelled',
                cell: (r) => tieText[language].strengths[r.strength as 1 | 2 | 3],
              },
            ]}
          />
        </Section>
      )}
    </>
  )
}

/** A name as the file has it, and by what the registry knew it. */
function Name({ name, by, language }: { name: string; by: FoundBy; language: Language }) {
  const word = fileText[language].foundBy[by]
  return (
    <>
      {name} {by === 'new' ? <Tag>{word}</Tag> : <span class="tie-found">{word}</span>}
    </>
  )
}
