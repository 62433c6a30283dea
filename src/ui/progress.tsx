import { formatCount, formatDecimal, type Language } from '../kernel/text.ts'

export type ProgressProps = {
  /** Unique on the page: the island finds itself by it in the fresh answer. */
  id: string
  label: string
  done: number
  /** Unknown while the work is still being counted. */
  total?: number | undefined
  /** What is going on: "Reading the list of 2007–2013". */
  note?: string | undefined
  /** True when there is nothing more to wait for: the island stops and the page goes to `then`. */
  finished?: boolean
  then?: string | undefined
  language: Language
}

/**
 * Long work that can be left. Without script the page reloads itself (Layout's `refresh`);
 * with script the island fetches the same address each second and swaps this part.
 */
export function Progress({ id, label, done, total, note, finished = false, then, language }: ProgressProps) {
  const n = (value: number) => formatCount(value, language)
  const share = total ? ` · ${formatDecimal((done / total) * 100, language, 0)} %` : ''
  return (
    <progress-poller id={id} data-finished={finished ? 'true' : undefined} data-then={then}>
      <div class="progress">
        <p>
          <b id={`${id}-label`}>{label}</b>
          <span class="quiet num">{total ? `${n(done)} / ${n(total)}${share}` : n(done)}</span>
        </p>
        <progress max={total ?? undefined} value={total ? done : undefined} aria-labelledby={`${id}-label`} />
        {note && <p class="note">{note}</p>}
      </div>
    </progress-poller>
  )
}
