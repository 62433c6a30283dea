/** Shapes that go with the colours, so that nothing is told by colour alone. */
export const shapes = ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring'] as const
export type Shape = (typeof shapes)[number]

/** How many values have a colour of their own; the rest share the last. */
export const colouredValues = 5

export type Palette = {
  /** The five kinds and the rest. */
  readonly kinds: readonly string[]
  readonly ink: string
  readonly paper: string
  readonly mark: string
  /** Red, green and blue of the ties. */
  readonly tie: readonly [number, number, number]
}

/** The colours of the page's theme as they are now. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const colour = (name: string) => resolved(style.getPropertyValue(name).trim(), element)
  return {
    kinds: ['--c1', '--c2', '--c3', '--c4', '--c5', '--line-2'].map(colour),
    ink: colour('--ink'),
    paper: colour('--bg'),
    mark: colour('--warm'),
    tie: channels(colour('--edge')),
  }
}

/** `light-dark(...)` and the like as the colour that they come to. */
function resolved(value: string, element: Element): string {
  const probe = document.createElement('i')
  probe.style.color = value
  element.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

const channels = (colour: string): [number, number, number] => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue]
}

/** Draws the shape of a kind around a point, to be filled or, for a ring, stroked. */
export function trace(path: CanvasRenderingContext2D, shape: Shape, x: number, y: number, r: number): void {
  switch (shape) {
    case 'square':
      path.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8)
      return
    case 'triangle':
      path.moveTo(x, y - r * 1.2)
      path.lineTo(x + r * 1.1, y + r * 0.8)
      path.lineTo(x - r * 1.1, y + r * 0.8)
      path.closePath()
      return
    case 'diamond':
      path.moveTo(x, y - r * 1.25)
      path.lineTo(x + r * 1.25, y)
      path.lineTo(x, y + r * 1.25)
      path.lineTo(x - r * 1.25, y)
      path.closePath()
      return
    case 'cross':
      path.rect(x - r * 1.1, y - r * 0.4, r * 2.2, r * 0.8)
      path.rect(x - r * 0.4, y - r * 1.1, r * 0.8, r * 2.2)
      return
    default:
      path.moveTo(x + r, y)
      path.arc(x, y, r, 0, Math.PI * 2)
  }
}
