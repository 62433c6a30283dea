export type Tab = { href: string; label: string; count?: string | undefined; current?: boolean | undefined }

/** Views of one thing. Plain links: each view has its own address. */
export function Tabs({ items, label }: { items: readonly Tab[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'true' : undefined}>
              {item.label}
              {item.count && <span class="num"> {item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
