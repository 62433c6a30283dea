/** A row of plain links of which one is on: each view has its own address. */
export function Choices({
  label,
  items,
}: {
  label: string
  items: readonly { label: string; href: string; current: boolean }[]
}) {
  return (
    <p class="choices">
      <span class="quiet">{label}:</span>{' '}
      {items.map((item) => (
        <>
          <a href={item.href} aria-current={item.current ? 'true' : undefined}>
            {item.label}
          </a>{' '}
        </>
      ))}
    </p>
  )
}
