import {
  type Column,
  cellOf,
  type Question,
  rowsField,
  rowsOf,
  type Table,
  tableOf,
} from '../../engine/form/index.ts'
import { pick } from '../../kernel/text.ts'
import { fieldId, Scroll } from '../../ui/index.ts'
import { type Filling, Help, Label, OneField, Wrong } from './control.tsx'
import { fillText } from './fill-text.ts'

/** Rows of short values make a table; rows with texts to write, or of many columns, are cards. */
export const isWide = ({ columns }: Table): boolean =>
  columns.length > 5 || columns.some((column) => column.kind === 'long-text')

/**
 * The rows of a table question. Buttons named `rows` add and remove rows by sending the form, whose draft is kept
 * (`takeSection`); the ids of the rows travel in a text of lines, which merges as one when two people add rows.
 */
export function TableField({ question, filling }: { question: Question; filling: Filling }) {
  const { language, answers, errorOf } = filling
  const table = tableOf(question)!
  const rows = rowsOf(question, answers)
  const t = fillText[language]
  const id = fieldId(question.key)
  const field = rowsField(question)
  const error = errorOf(field)
  return (
    <fieldset class={error ? 'field err rows' : 'field rows'} id={id}>
      <legend>
        <Label texts={question.label} language={language} required={question.required} />
      </legend>
      <Help id={id} texts={question.help} language={language} />
      <Wrong id={fieldId(field)} error={error} language={language} />
      <textarea name={field} id={fieldId(field)} hidden>
        {rows.join('\n')}
      </textarea>
      {isWide(table) ? (
        rows.map((row, i) => <RowCard {...{ question, table, row, filling }} at={i + 1} key={row} />)
      ) : (
        <RowsTable {...{ question, table, rows, filling }} />
      )}
      <div class="actions">
        {rows.length < table.mostRows ? (
          <button class="btn" type="submit" name="rows" value={`add:${question.key}`} formnovalidate>
            {t.addRow}
            <span class="vh">: {pick(question.label, language)?.text}</span>
          </button>
        ) : (
          <span class="quiet">{t.rowsAtMost(table.mostRows)}</span>
        )}
      </div>
    </fieldset>
  )
}

type Rows = { question: Question; table: Table; filling: Filling }

function RowsTable({ question, table, rows, filling }: Rows & { rows: readonly string[] }) {
  const { language } = filling
  const t = fillText[language]
  const title = pick(question.label, language)?.text ?? question.key
  return (
    <Scroll label={title}>
      <table class="tbl cards asked">
        <caption class="vh">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col">
                <Label texts={column.label} language={language} required={column.required} />
                <Help id={`${fieldId(question.key)}-${column.key}`} texts={column.help} language={language} />
              </th>
            ))}
            <th scope="col">
              <span class="vh">{t.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr id={rowId(question, row)}>
              {table.columns.map((column) => (
                <td class="wide" data-l={pick(column.label, language)?.text}>
                  <Cell {...{ question, column, row, filling }} at={i + 1} bare />
                </td>
              ))}
              <td class="r">
                <RemoveRow question={question} row={row} at={i + 1} filling={filling} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Where the page goes to when a row has been added. */
export const rowId = (question: Question, row: string): string => `${fieldId(question.key)}-row-${row}`

function RowCard({ question, table, row, filling, at }: Rows & { row: string; at: number }) {
  return (
    <fieldset class="row-card" id={rowId(question, row)}>
      <legend>{fillText[filling.language].row(at)}</legend>
      {table.columns.map((column) => (
        <Cell {...{ question, column, row, filling, at }} />
      ))}
      <RemoveRow question={question} row={row} at={at} filling={filling} />
    </fieldset>
  )
}

type CellProps = {
  question: Question
  column: Column
  row: string
  filling: Filling
  at: number
  bare?: boolean
}

function Cell({ question, column, row, filling, at, bare }: CellProps) {
  const { language, draft, errorOf } = filling
  const name = cellOf(question, row, column)
  const said = pick(column.label, language)?.text ?? column.key
  return (
    <OneField
      asked={column}
      shown={{
        name,
        label: column.label,
        spoken: `${said}, ${fillText[language].row(at)}`,
        help: column.help,
        required: column.required,
        error: errorOf(name),
        value: draft.text(name),
        language,
        bare,
        inRow: true,
      }}
    />
  )
}

function RemoveRow({
  question,
  row,
  at,
  filling,
}: {
  question: Question
  row: string
  at: number
  filling: Filling
}) {
  const t = fillText[filling.language]
  return (
    <button class="btn bare" type="submit" name="rows" value={`remove:${question.key}:${row}`} formnovalidate>
      <span aria-hidden="true">{t.removeRow}</span>
      <span class="vh">
        {pick(question.label, filling.language)?.text}: {t.removeRowOf(at)}
      </span>
    </button>
  )
}
