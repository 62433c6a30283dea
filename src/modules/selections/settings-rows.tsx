import { readAmount } from '../../engine/budget/index.ts'
import { decimalOf } from '../../kernel/money.ts'
import { type Language, words } from '../../kernel/text.ts'
import { type FieldError, fieldId, Scroll } from '../../ui/index.ts'
import type { Draft, Sent } from '../drafts/index.ts'
import { faultText } from './fault-text.ts'
import { idFrom } from './lines.ts'
import type { SelectionSettings } from './settings.ts'

/** A row of the form is known by the id of what it changes, so that a new name keeps scores and costs where they are. */
type Row = { id: string; fi: string; sv: string; en: string; last: string }
type Of = 'criterion' | 'budget'
type Names = SelectionSettings['budgets'][number]['name']

const most = 20
const columns = ['fi', 'sv', 'en', 'last'] as const
type Column = (typeof columns)[number]

/** No id has an underscore: free rows clash with none. */
const freeRows = Array.from({ length: most }, (_, i) => `_${i + 1}`)
const cell = (of: Of, id: string, column: Column) => `${of}-${id}-${column}`

const rowOf = (id: string, { fi = '', sv = '', en = '' }: Names, last: string): Row => ({
  id,
  fi,
  sv,
  en,
  last,
})
const criterionRows = ({ criteria }: SelectionSettings): Row[] =>
  criteria.map(({ id, name, note }) => rowOf(id, name, note))
const budgetRows = ({ budgets }: SelectionSettings): Row[] =>
  budgets.map(({ id, name, limit }) => rowOf(id, name, limit.replace('.', ',')))

/** What stands in the rows before anybody types: those of the settings, and free ones. */
export function rowsBefore(settings: SelectionSettings): Record<string, string> {
  const blank = freeRows.map((id) => rowOf(id, {}, ''))
  const of = (kind: Of, rows: readonly Row[]) =>
    [...rows, ...blank].flatMap((row) => columns.map((column) => [cell(kind, row.id, column), row[column]]))
  return Object.fromEntries([
    ...of('criterion', criterionRows(settings)),
    ...of('budget', budgetRows(settings)),
  ]) as Record<string, string>
}

const namesOf = ({ fi, sv, en }: Row): Names => ({ fi, ...(sv && { sv }), ...(en && { en }) })

/** The rows that say something, those of the settings first, each with the id that it keeps or gets. */
function readRows(
  sent: Pick<Sent, 'text'>,
  of: Of,
  known: readonly { id: string }[],
  language: Language,
): { rows: (Row & { from: string })[]; errors: FieldError[] } {
  const taken = new Set(known.map(({ id }) => id))
  const errors: FieldError[] = []
  const rows = [...known.map(({ id }) => id), ...freeRows].flatMap((from) => {
    const read = (column: Column) => sent.text(cell(of, from, column))
    const [fi, sv, en, last] = columns.map(read) as [string, string, string, string]
    if (!(fi || sv || en || last)) return []
    if (!fi) errors.push({ name: cell(of, from, 'fi'), text: faultText[language]['no-name'] })
    const id = from.startsWith('_') ? idFrom(fi, taken) : from
    taken.add(id)
    return [{ from, id, fi, sv, en, last }]
  })
  return { rows, errors }
}

/** Criteria and budgets as they were sent; or what is wrong, beside the cell. */
export function settingsIn(
  sent: Pick<Sent, 'text'>,
  known: SelectionSettings,
  language: Language,
): Pick<SelectionSettings, 'criteria' | 'budgets'> & { errors: FieldError[] } {
  const criteria = readRows(sent, 'criterion', known.criteria, language)
  const budgets = readRows(sent, 'budget', known.budgets, language)
  const errors = [...criteria.errors, ...budgets.errors]
  return {
    criteria: criteria.rows.map((row) => ({ id: row.id, name: namesOf(row), note: row.last })),
    budgets: budgets.rows.flatMap((row) => {
      const amount = readAmount(row.last)
      if (amount.ok) return [{ id: row.id, name: namesOf(row), limit: decimalOf(amount.cents) }]
      errors.push({ name: cell('budget', row.from, 'last'), text: faultText[language]['bad-amount'] })
      return []
    }),
    errors,
  }
}

type RowsProps = {
  settings: SelectionSettings
  draft: Draft
  errors: readonly FieldError[]
  language: Language
}

export const CriterionRows = (props: RowsProps) => (
  <Rows {...props} of="criterion" known={props.settings.criteria} least={5} />
)
export const BudgetRows = (props: RowsProps) => (
  <Rows {...props} of="budget" known={props.settings.budgets} least={2} />
)

/** A table of short fields: every row that is filled in, and two free ones. */
function Rows({
  of,
  known,
  least,
  draft,
  errors,
  language,
}: RowsProps & { of: Of; known: readonly { id: string }[]; least: number }) {
  const t = text[language]
  const filled = freeRows.findLastIndex((id) => columns.some((column) => draft.text(cell(of, id, column))))
  const free = Math.max(least - known.length, filled + 1, filled < 0 && known.length > 0 ? 1 : filled + 2)
  const rows = [...known.map(({ id }) => id), ...freeRows.slice(0, free)]
  const heads = [t.fi, t.sv, t.en, t.last[of]]
  return (
    <fieldset class="field rows">
      <legend>{t.title[of]}</legend>
      <span class="help">{t.help[of]}</span>
      <Scroll label={t.title[of]}>
        <table class="tbl cards asked selection-rows">
          <caption class="vh">{t.title[of]}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((id, at) => (
              <tr>
                {columns.map((column, place) => {
                  const name = cell(of, id, column)
                  return (
                    <Cell
                      name={name}
                      head={heads[place]!}
                      row={t.row(at + 1)}
                      value={draft.text(name)}
                      error={errors.find((e) => e.name === name)?.text}
                      money={of === 'budget' && column === 'last'}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </fieldset>
  )
}

type CellProps = {
  name: string
  head: string
  row: string
  value: string
  error: string | undefined
  money: boolean
}

function Cell({ name, head, row, value, error, money }: CellProps) {
  const id = fieldId(name)
  return (
    <td class="wide" data-l={head}>
      <div class={error ? 'field err' : 'field'}>
        {error && (
          <p class="msg" id={`${id}-error`}>
            {error}
          </p>
        )}
        <input
          id={id}
          type="text"
          name={name}
          value={value}
          class={money ? 'num' : undefined}
          inputmode={money ? 'decimal' : undefined}
          autocomplete="off"
          aria-label={`${head}, ${row}`}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
      </div>
    </td>
  )
}

const text = words(
  {
    title: { criterion: 'Valintaperusteet', budget: 'Budjetit' },
    help: {
      criterion: 'Viisi riittää hyvin. Nimen voi vaihtaa: pisteet pysyvät. Tyhjennetty rivi poistuu.',
      budget: 'Nimen voi vaihtaa: ehdokkaiden kustannukset pysyvät. Tyhjennetty rivi poistuu.',
    },
    fi: 'Nimi suomeksi',
    sv: 'Nimi ruotsiksi',
    en: 'Nimi englanniksi',
    last: { criterion: 'Mitä sillä tarkoitetaan', budget: 'Raja, €' },
    row: (n: number) => `rivi ${n}`,
  },
  {
    sv: {
      title: { criterion: 'Urvalskriterier', budget: 'Budgetar' },
      help: {
        criterion: 'Fem räcker bra. Namnet kan ändras: poängen består. En tömd rad tas bort.',
        budget: 'Namnet kan ändras: kandidaternas kostnader består. En tömd rad tas bort.',
      },
      fi: 'Namn på finska',
      sv: 'Namn på svenska',
      en: 'Namn på engelska',
      last: { criterion: 'Vad som avses', budget: 'Gräns, €' },
      row: (n) => `rad ${n}`,
    },
    en: {
      title: { criterion: 'Criteria', budget: 'Budgets' },
      help: {
        criterion: 'Five are enough. A name can be changed: the scores stay. An emptied row goes away.',
        budget: "A name can be changed: the candidates' costs stay. An emptied row goes away.",
      },
      fi: 'Name in Finnish',
      sv: 'Name in Swedish',
      en: 'Name in English',
      last: { criterion: 'What it means', budget: 'Limit, €' },
      row: (n) => `row ${n}`,
    },
  },
)
