/**
 * A list whose items are dragged into order by their grips, with mouse or finger. Keys do the same by the buttons of
 * each item: the arrow keys on a button move its item. `moved` hears the keys of the items in their new order while
 * they move, `done` once they rest.
 */
export function draggableOrder(
  room: HTMLElement,
  moved: (order: readonly string[]) => void,
  done: (order: readonly string[]) => void,
): void {
  const orderOf = (list: Element) =>
    [...list.children].map((item) => (item as HTMLElement).dataset.criterion!)
  room.addEventListener('pointerdown', (event) => {
    const grip = (event.target as Element).closest<HTMLElement>('[data-grip]')
    const item = grip?.closest<HTMLElement>('[data-criterion]')
    const list = item?.parentElement
    if (!grip || !item || !list || event.button !== 0) return
    event.preventDefault()
    grip.setPointerCapture(event.pointerId)
    item.classList.add('is-dragged')
    const before = orderOf(list).join()
    const move = ({ clientY }: PointerEvent) => {
      const others = [...list.children].filter((other) => other !== item)
      const next = others.find((other) => {
        const { top, height } = other.getBoundingClientRect()
        return clientY < top + height / 2
      })
      if ((next ?? null) === item.nextElementSibling) return
      list.insertBefore(item, next ?? null)
      moved(orderOf(list))
    }
    const end = () => {
      grip.removeEventListener('pointermove', move)
      item.classList.remove('is-dragged')
      const order = orderOf(list)
      if (order.join() !== before) done(order)
    }
    grip.addEventListener('pointermove', move)
    grip.addEventListener('pointerup', end, { once: true })
    grip.addEventListener('pointercancel', end, { once: true })
  })
  room.addEventListener('keydown', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-order] button')
    if (!button || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const item = button.closest<HTMLElement>('[data-criterion]')!
    const list = item.parentElement!
    const other = event.key === 'ArrowUp' ? item.previousElementSibling : item.nextElementSibling
    if (!other) return
    if (event.key === 'ArrowUp') other.before(item)
    else other.after(item)
    button.focus()
    done(orderOf(list))
  })
}
