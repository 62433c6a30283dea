import { type SheetFormat, sheetFormats } from '../kernel/spreadsheet.ts'

export type MenuItem = {
  href: string
  label: string
  /** The second voice at the right edge, such as ".csv". */
  note?: string | undefined
  download?: boolean | undefined
  /** Where script runs the address is copied instead of opened, and this is said. */
  copied?: string | undefined
}

export type MenuProps = {
  label: string
  /** Groups of choices, a hairline between them. */
  groups: readonly (readonly MenuItem[])[]
  /** What the choice will contain: "164 rows, the columns you see". */
  note?: string | undefined
}

/** A button that opens a few links; a disclosure, so it works without script. */
export function Menu({ label, groups, note }: MenuProps) {
  return (
    <details class="menu" data-menu>
      <summary class="btn">
        {label} <Chevron />
      </summary>
      <div class="pop">
        {groups.map((items) => (
          <ul>
            {items.map((item) => (
              <li>
                <a href={item.href} download={item.download} data-copied={item.copied}>
                  <span>{item.label}</span>
                  {item.note && <span class="quiet">{item.note}</span>}
                </a>
              </li>
            ))}
          </ul>
        ))}
        {note && <p class="note">{note}</p>}
      </div>
    </details>
  )
}

/** One choice for each format that a list is exported in. */
export const sheetChoices = (address: (format: SheetFormat) => string): MenuItem[] =>
  sheetFormats.map((format) => ({
    href: address(format),
    label: format === 'xlsx' ? 'Excel' : format.toUpperCase(),
    note: `.${format}`,
    download: true,
  }))

const Chevron = () => (
  <svg
    class="chevron"
    viewBox="0 0 10 10"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
  >
    <path d="m1 3 4 4 4-4" />
  </svg>
)
