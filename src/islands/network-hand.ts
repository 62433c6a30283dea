import { moved, nearestTo, type Size, type View, zoomed } from './network-view.ts'

type Point = { x: number; y: number }

/** What the hand asks of the map and tells it. */
export type Handled = {
  readonly view: () => View
  readonly size: () => Size
  readonly look: (view: View) => void
  readonly places: () => {
    places: { x: Float32Array; y: Float32Array }
    shown: Uint8Array | undefined
  }
  /** An actor is pointed at; -1 for none. */
  readonly point: (actor: number) => void
  readonly choose: (actor: number) => void
}

const [reach, step, slack] = [14, 60, 5] // pixels

/** Mouse, fingers and keys on the map: drag moves, wheel and pinch bring nearer, a press chooses. */
export function handle(canvas: HTMLCanvasElement, map: Handled): { zoom: (factor: number) => void } {
  const down = new Map<number, Point>()
  let dragged = 0
  const at = (event: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const under = (point: Point, wide = reach): number => {
    const { places, shown } = map.places()
    return nearestTo(point, places, shown, wide)
  }
  const middle = (): Point => ({ x: map.size().width / 2, y: map.size().height / 2 })
  const zoom = (factor: number, point = middle()) => map.look(zoomed(map.view(), map.size(), factor, point))

  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId)
    down.set(event.pointerId, at(event))
    dragged = 0
  })
  canvas.addEventListener('pointermove', (event) => {
    const now = at(event)
    const before = down.get(event.pointerId)
    if (!before) return map.point(under(now))
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1]
    down.set(event.pointerId, now)
    dragged += Math.abs(now.x - before.x) + Math.abs(now.y - before.y)
    if (other) {
      const apart = (point: Point) => Math.hypot(point.x - other.x, point.y - other.y)
      return zoom(apart(now) / Math.max(apart(before), 1), other)
    }
    map.look(moved(map.view(), now.x - before.x, now.y - before.y))
  })
  const up = (event: PointerEvent) => {
    if (down.delete(event.pointerId) && down.size === 0 && dragged < slack && event.type === 'pointerup')
      map.choose(under(at(event), event.pointerType === 'touch' ? 2 * reach : reach))
  }
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', up)
  canvas.addEventListener('pointerleave', () => map.point(-1))
  // Only with the key of zooming, or where the map has the focus: a page that is scrolled goes on scrolling.
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== canvas) return
      event.preventDefault()
      zoom(Math.exp(-event.deltaY / 400), at(event))
    },
    { passive: false },
  )
  canvas.addEventListener('keydown', (event) => {
    const act = keys(event.key)
    if (!act) return
    event.preventDefault()
    act()
  })
  const keys = (key: string): (() => void) | undefined => {
    const go = (dx: number, dy: number) => () => map.look(moved(map.view(), dx, dy))
    switch (key) {
      case 'ArrowLeft':
        return go(step, 0)
      case 'ArrowRight':
        return go(-step, 0)
      case 'ArrowUp':
        return go(0, step)
      case 'ArrowDown':
        return go(0, -step)
      case '+':
        return () => zoom(1.3)
      case '-':
        return () => zoom(1 / 1.3)
      case 'Escape':
        return () => map.choose(-1)
      default:
        return undefined
    }
  }
  return { zoom }
}
