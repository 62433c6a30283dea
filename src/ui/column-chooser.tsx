import type { Language } from '../kernel/text.ts'
import { text } from './text.ts'

/** Which columns a list shows: a form in a menu, so that the choice stands in the address and in saved views. */
export function ColumnChooser(props: {
  action: string
  columns: readonly { value: string; label: string }[]
  chosen: readonly string[]
  /** Words of the address that the choice keeps. */
  keep: readonly (readonly [string, string])[]
  /** Where the usual columns are shown. */
  usual: string
  language: Language
}) {
  const t = text[props.language]
  return (
    <details class="menu" data-menu>
      <summary class="btn">{t.columnsButton}</summary>
      <form class="pop choose" action={props.action}>
        {props.keep.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {props.columns.map(({ value, label }) => (
          <label class="ck">
            <input type="checkbox" name="columns" value={value} checked={props.chosen.includes(value)} />
            <span>{label}</span>
          </label>
        ))}
        <p class="actions">
          <button class="btn" type="submit">
            {t.columnsApply}
          </button>
          <a class="btn bare" href={props.usual}>
            {t.columnsReset}
          </a>
        </p>
      </form>
    </details>
  )
}
