const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`

export type BarProps = {
  /** The whole, such as money granted. Zero is the left edge. */
  value: number
  /** The part of it that came true; without it the bar is one piece. */
  part?: number | undefined
  /** The value that fills the width. */
  max: number
}

/** Granted and realised as one bar. The numbers stand beside it as text, so it is hidden from screen readers. */
export function Bar({ value, part, max }: BarProps) {
  const inner = part ?? value
  return (
    <svg class="bar" width="100%" height="9" aria-hidden="true" focusable="false">
      <rect class="soft" width={percent(max > 0 ? value / max : 0)} height="9" />
      <rect class="mark" width={percent(max > 0 ? inner / max : 0)} height="9" />
    </svg>
  )
}

export type BarListItem = { label: string; href?: string | undefined; value: number; text: string }

/** A short list of things by size, each with its number above its bar. */
export function BarList({ items }: { items: readonly BarListItem[] }) {
  const max = Math.max(0, ...items.map((item) => item.value))
  return (
    <ul class="bars">
      {items.map((item) => (
        <li>
          {item.href ? <a href={item.href}>{item.label}</a> : <span>{item.label}</span>}
          <span class="num">{item.text}</span>
          <Bar value={item.value} max={max} />
        </li>
      ))}
    </ul>
  )
}
