import type { DrawnNetwork, Sifted } from '../engine/network/index.ts'
import { addLines, createDensity, type Density, showDensity } from '../engine/network/raster.ts'
import { colouredValues, type Palette, type Shape, shapes, trace } from './network-colours.ts'
import { project, type Size, type View } from './network-view.ts'

/** What is to be seen: of the network what a question leaves, coloured by a facet, with one actor chosen or pointed at. */
export type Scene = {
  readonly network: DrawnNetwork
  readonly left: Sifted
  /** Values of the facet that colours, those with a colour of their own first. */
  readonly colourBy: string
  readonly ranked: readonly string[]
  readonly chosen: number
  readonly pointed: number
  /** Actors that a search has found. */
  readonly found: Uint8Array | undefined
}

/** Ties that are drawn one by one, as lines that one can follow. */
const fewTies = 1_500
/** As many names as a canvas has room for: one for so many square pixels, and not more than so many. */
const labelRoom = 9_000
const mostLabels = 70

/** Draws a network on a canvas; what it needs again and again it keeps. */
export function createPainter(canvas: HTMLCanvasElement) {
  const paper = canvas.getContext('2d')!
  const places = { x: new Float32Array(0), y: new Float32Array(0) }
  let density: Density | undefined
  let image: ImageData | undefined
  const sheet = document.createElement('canvas')

  function paint(scene: Scene, view: View, size: Size, palette: Palette): void {
    const { network } = scene
    if (places.x.length !== network.actors) {
      places.x = new Float32Array(network.actors)
      places.y = new Float32Array(network.actors)
    }
    project(view, size, network.x, network.y, places)
    const ratio = canvas.width / size.width
    paper.setTransform(1, 0, 0, 1, 0, 0)
    paper.clearRect(0, 0, canvas.width, canvas.height)
    paper.setTransform(ratio, 0, 0, ratio, 0, 0)
    const focus = scene.chosen >= 0 ? scene.chosen : scene.pointed
    paintTies(scene, size, palette, focus >= 0)
    if (focus >= 0) paintTiesOf(scene, focus, palette)
    paintActors(scene, view, size, palette)
    paintLabels(scene, size, palette, focus)
  }

  /** All ties: as a density where there are many, else as lines. */
  function paintTies({ network, left }: Scene, { width, height }: Size, palette: Palette, faint: boolean) {
    const [red, green, blue] = palette.tie
    if (left.tieCount <= fewTies) {
      paper.strokeStyle = `rgb(${red} ${green} ${blue} / ${faint ? 0.18 : 0.5})`
      for (const [weight, wide] of [
        [0, 0.8],
        [0.5, 1.3],
        [1.5, 2.2],
      ] as const) {
        paper.lineWidth = wide
        paper.beginPath()
        for (let tie = 0; tie < network.a.length; tie++) {
          const heavy = network.weights[tie]! >= 1.5 ? 1.5 : network.weights[tie]! >= 0.5 ? 0.5 : 0
          if (left.ties[tie] && heavy === weight) line(network.a[tie]!, network.b[tie]!)
        }
        paper.stroke()
      }
      return
    }
    const [w, h] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))]
    if (density?.width !== w || density.height !== h) {
      density = createDensity(w, h)
      image = new ImageData(w, h)
      sheet.width = w
      sheet.height = h
    }
    density.sums.fill(0)
    addLines(density, { ...places, a: network.a, b: network.b, shown: left.ties, weight: network.weights })
    const darkness = Math.min(0.5, 900 / left.tieCount) * (faint ? 0.4 : 1)
    showDensity(density, image!.data, palette.tie, darkness + 0.06)
    sheet.getContext('2d')!.putImageData(image!, 0, 0)
    paper.drawImage(sheet, 0, 0, width, height)
  }

  function line(a: number, b: number): void {
    paper.moveTo(places.x[a]!, places.y[a]!)
    paper.lineTo(places.x[b]!, places.y[b]!)
  }

  function paintTiesOf({ network, left }: Scene, actor: number, palette: Palette): void {
    paper.strokeStyle = palette.kinds[0]!
    paper.lineWidth = 1.6
    paper.beginPath()
    for (let tie = 0; tie < network.a.length; tie++)
      if (left.ties[tie] && (network.a[tie] === actor || network.b[tie] === actor))
        line(network.a[tie]!, network.b[tie]!)
    paper.stroke()
  }

  function paintActors(scene: Scene, view: View, size: Size, palette: Palette): void {
    const { network, left, found, chosen, pointed } = scene
    const nearer = Math.min(2.2, Math.max(1, Math.sqrt(view.scale / Math.max(size.width, size.height))))
    const kinds = kindsOf(scene)
    for (let kind = colouredValues; kind >= 0; kind--) {
      paper.fillStyle = palette.kinds[kind]!
      for (const dim of [true, false]) {
        paper.globalAlpha = dim ? 0.25 : 1
        paper.beginPath()
        for (let i = 0; i < network.actors; i++) {
          if (!left.actors[i] || kinds[i] !== kind || (found !== undefined && !found[i]) !== dim) continue
          if (!inside(i, size)) continue
          trace(paper, shapeOf(kind), places.x[i]!, places.y[i]!, radius(network.strengths[i]!) * nearer)
        }
        paper.fill()
      }
    }
    paper.globalAlpha = 1
    for (const i of [pointed, chosen]) {
      if (i < 0 || !left.actors[i]) continue
      paper.strokeStyle = palette.ink
      paper.lineWidth = 2.5
      paper.beginPath()
      paper.arc(places.x[i]!, places.y[i]!, radius(network.strengths[i]!) * nearer + 4, 0, Math.PI * 2)
      paper.stroke()
    }
  }

  const inside = (i: number, { width, height }: Size): boolean =>
    places.x[i]! > -20 && places.y[i]! > -20 && places.x[i]! < width + 20 && places.y[i]! < height + 20

  /** Names of the strongest, as many as have room; of the one in focus and its neighbours first. */
  function paintLabels(scene: Scene, size: Size, palette: Palette, focus: number): void {
    const { network, left, found } = scene
    const near = focus >= 0 ? neighboursOf(scene, focus) : undefined
    const ranks: [number, number][] = []
    for (let i = 0; i < network.actors; i++) {
      if (!left.actors[i] || !inside(i, size)) continue
      const first = i === focus ? 4e6 : near?.has(i) ? 2e6 : found?.[i] ? 1e6 : 0
      if (near && first === 0 && ranks.length > 2_000) continue
      ranks.push([first + network.strengths[i]!, i])
    }
    ranks.sort((one, other) => other[0] - one[0])
    paper.font = '600 13px "Source Sans 3", sans-serif'
    paper.textBaseline = 'middle'
    paper.lineJoin = 'round'
    const taken: [number, number, number, number][] = []
    const most = Math.min(mostLabels, Math.ceil((size.width * size.height) / labelRoom))
    let written = 0
    for (const [, i] of ranks.slice(0, 600)) {
      if (written >= most) break
      const name = shortened(network.names[i]!)
      const wide = paper.measureText(name).width
      const gap = radius(network.strengths[i]!) + 6
      const onRight = places.x[i]! + gap + wide < size.width - 4
      const x = onRight ? places.x[i]! + gap : places.x[i]! - gap - wide
      const box: [number, number, number, number] = [x - 3, places.y[i]! - 8, x + wide + 3, places.y[i]! + 8]
      if (x < 2 || taken.some((t) => t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3]))
        continue
      taken.push(box)
      written++
      paper.strokeStyle = palette.paper
      paper.lineWidth = 4
      paper.strokeText(name, x, places.y[i]!)
      paper.fillStyle = palette.ink
      paper.fillText(name, x, places.y[i]!)
    }
  }

  return { paint, places }
}

const radius = (strength: number): number => Math.min(13, 2.2 + 1.5 * Math.sqrt(strength))

const shapeOf = (kind: number): Shape => shapes[kind] ?? 'circle'

const shortened = (name: string): string => (name.length > 34 ? `${name.slice(0, 33)}…` : name)

/** For every actor the place of its value among the ranked ones, the last for all the rest. */
function kindsOf({ network, colourBy, ranked }: Scene): Uint8Array {
  const facet = network.facets[colourBy]
  const kinds = new Uint8Array(network.actors).fill(colouredValues)
  if (!facet) return kinds
  const places = facet.values.map((value) => {
    const place = ranked.indexOf(value)
    return place < 0 || place >= colouredValues ? colouredValues : place
  })
  for (let i = 0; i < network.actors; i++)
    if (facet.starts[i + 1]! > facet.starts[i]!) kinds[i] = places[facet.items[facet.starts[i]!]!]!
  return kinds
}

function neighboursOf({ network, left }: Scene, actor: number): ReadonlySet<number> {
  const near = new Set<number>()
  for (let tie = 0; tie < network.a.length; tie++) {
    if (!left.ties[tie]) continue
    if (network.a[tie] === actor) near.add(network.b[tie]!)
    else if (network.b[tie] === actor) near.add(network.a[tie]!)
  }
  return near
}
