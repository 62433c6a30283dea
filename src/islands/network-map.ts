import {
  type DrawnNetwork,
  type NetworkQuestion,
  readDrawing,
  type Sifted,
  sift,
} from '../engine/network/index.ts'
import { fetchFragment, isAbort } from './fragment.ts'
import { type Palette, paletteOf } from './network-colours.ts'
import { handle } from './network-hand.ts'
import { createPainter } from './network-painter.ts'
import { fitted, type View } from './network-view.ts'
import { wordsOf } from './words.ts'

type MapWords = Record<'picture' | 'nearer' | 'farther' | 'whole' | 'save' | 'close' | 'failed', string>

/** Parts of the address that are no facet of actors. */
const ownParts = new Set([
  'tie',
  'from',
  'to',
  'at',
  'steps',
  'q',
  'colour',
  'offset',
  'sort',
  'lang',
  'alone',
])

/**
 * The network as a map that one can move about in. It draws what the page's filters leave, at once while they are
 * ticked; the server tells the same in the table below. `data-src` is the drawing, `data-colours` the values of each
 * facet in the order of their colours, `data-card` the address of an actor's card. Without script the server's own
 * picture stays.
 */
export class NetworkMap extends HTMLElement {
  #network: DrawnNetwork | undefined
  #left: Sifted | undefined
  #found: Uint8Array | undefined
  #view: View = { x: 0.5, y: 0.5, scale: 1 }
  #palette: Palette | undefined
  #pointed = -1
  #chosen = -1
  #waiting = 0
  #asking: AbortController | undefined
  #canvas: HTMLCanvasElement | undefined
  #painter: ReturnType<typeof createPainter> | undefined
  #ended = new AbortController()

  async connectedCallback(): Promise<void> {
    if (this.#canvas) return this.#ask()
    try {
      const answer = await fetch(this.dataset.src!, { credentials: 'same-origin' })
      if (!answer.ok) throw new Error(String(answer.status))
      this.#network = readDrawing(await answer.json())
    } catch {
      this.dataset.failed = ''
      return
    }
    await document.fonts.load('600 13px "Source Sans 3"').catch(() => undefined)
    this.#build()
    this.#ask()
    this.#view = fitted(this.#size(), this.#network.x, this.#network.y, this.#left?.actors)
    this.#draw()
    if (this.#chosen >= 0) void this.#showCard(this.#chosen)
  }

  #build(): void {
    const words = wordsOf<MapWords>(this)
    const canvas = document.createElement('canvas')
    canvas.tabIndex = 0
    canvas.setAttribute('role', 'img')
    canvas.setAttribute('aria-label', words.picture)
    const buttons = document.createElement('p')
    buttons.className = 'network-buttons'
    const button = (name: keyof MapWords, path: string, act: () => void) => {
      const made = Object.assign(document.createElement('button'), { type: 'button', title: words[name] })
      made.setAttribute('aria-label', words[name])
      made.append(icon(path))
      made.addEventListener('click', act)
      buttons.append(made)
    }
    const hand = handle(canvas, {
      view: () => this.#view,
      size: () => this.#size(),
      look: (view) => {
        this.#view = view
        this.#draw()
      },
      places: () => ({ places: this.#painter!.places, shown: this.#left?.actors }),
      point: (actor) => {
        if (actor === this.#pointed) return
        this.#pointed = actor
        canvas.style.cursor = actor >= 0 ? 'pointer' : 'grab'
        this.#draw()
      },
      choose: (actor) => this.#choose(actor),
    })
    button('nearer', 'M9 3v12M3 9h12', () => hand.zoom(1.6))
    button('farther', 'M3 9h12', () => hand.zoom(1 / 1.6))
    button('whole', 'M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4', () => this.#showAll())
    button('save', 'M9 2v9M5 8l4 4 4-4M3 15h12', () => this.#save())
    this.querySelector('.network-paper')!.replaceChildren(canvas, buttons)
    this.#canvas = canvas
    this.#painter = createPainter(canvas)
    const { signal } = this.#ended
    new ResizeObserver(() => this.#draw()).observe(canvas)
    document.addEventListener('input', (event) => this.#heard(event), { signal })
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#repaint(), { signal })
    new MutationObserver(() => this.#repaint()).observe(document.documentElement, {
      attributeFilter: ['data-theme'],
    })
  }

  #repaint(): void {
    this.#palette = undefined
    this.#draw()
  }

  /** A filter was ticked or a word typed: drawn at once; the server's answer follows. */
  #heard({ target }: Event): void {
    if ((target as HTMLElement).closest('form[data-live]')) this.#ask()
  }

  /** What the forms of the page ask for now. */
  #asked(): URLSearchParams {
    const asked = new URLSearchParams(location.search)
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]')) {
      for (const control of form.elements) if ('name' in control) asked.delete(String(control.name))
    }
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live]'))
      for (const [name, value] of new FormData(form))
        if (typeof value === 'string' && value !== '') asked.append(name, value)
    return asked
  }

  #ask(): void {
    const network = this.#network
    if (!network) return
    const asked = this.#asked()
    this.#chosen = network.ids.indexOf(asked.get('at') ?? '')
    this.#left = sift(network, questionOf(asked, network, this.#chosen))
    this.#found = foundIn(network, asked.get('q') ?? '')
    this.#draw()
  }

  #size() {
    const { width, height } = this.#canvas!.getBoundingClientRect()
    return { width, height }
  }

  #draw(): void {
    if (this.#waiting || !this.#canvas) return
    this.#waiting = requestAnimationFrame(() => {
      this.#waiting = 0
      this.#paint()
    })
  }

  #paint(): void {
    const [canvas, network, left] = [this.#canvas, this.#network, this.#left]
    if (!canvas || !network || !left) return
    const size = this.#size()
    if (size.width === 0) return
    const ratio = Math.min(devicePixelRatio, 2)
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    this.#palette ??= paletteOf(this)
    const colourBy = this.#asked().get('colour') || this.dataset.colour || 'kind'
    const ranked = (JSON.parse(this.dataset.colours ?? '{}') as Record<string, string[]>)[colourBy] ?? []
    this.#painter!.paint(
      {
        network,
        left,
        colourBy,
        ranked,
        chosen: this.#chosen,
        pointed: this.#pointed,
        found: this.#found,
      },
      this.#view,
      size,
      this.#palette,
    )
    this.dataset.drawn = String(left.tieCount)
  }

  #showAll(): void {
    const network = this.#network!
    this.#view = fitted(this.#size(), network.x, network.y, this.#left?.actors)
    this.#draw()
  }

  /** Shows the card of an actor and keeps it in the address; -1 puts it away. */
  #choose(actor: number): void {
    this.#chosen = actor
    const url = new URL(location.href)
    if (actor >= 0) url.searchParams.set('at', this.#network!.ids[actor]!)
    else {
      url.searchParams.delete('at')
      url.searchParams.delete('steps')
    }
    history.replaceState(null, '', url)
    this.#ask()
    void this.#showCard(actor)
  }

  async #showCard(actor: number): Promise<void> {
    const place = this.querySelector('.network-card')
    if (!place) return
    this.#asking?.abort()
    if (actor < 0) return place.replaceChildren()
    this.#asking = new AbortController()
    const href = `${this.dataset.card}${this.#network!.ids[actor]}?card=1`
    try {
      const card = await fetchFragment(href, 'network-card', this.#asking.signal)
      if (!card) return
      place.replaceChildren(card)
      const close = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: wordsOf<MapWords>(this).close,
      })
      close.addEventListener('click', () => this.#choose(-1))
      card.append(close)
    } catch (error) {
      if (!isAbort(error)) place.textContent = wordsOf<MapWords>(this).failed
    }
  }

  /** The picture as it is seen now, as a PNG with the page's ground under it. */
  #save(): void {
    const canvas = this.#canvas!
    const copy = document.createElement('canvas')
    Object.assign(copy, { width: canvas.width, height: canvas.height })
    const paper = copy.getContext('2d')!
    paper.fillStyle = this.#palette!.paper
    paper.fillRect(0, 0, copy.width, copy.height)
    paper.drawImage(canvas, 0, 0)
    copy.toBlob((blob) => {
      if (!blob) return
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = `${this.dataset.file ?? 'network'}.png`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    })
  }
}

function questionOf(asked: URLSearchParams, network: DrawnNetwork, chosen: number): NetworkQuestion {
  const year = (name: string) => Number.parseInt(asked.get(name) ?? '', 10) || undefined
  const facets: Record<string, string[]> = {}
  for (const name of new Set(asked.keys()))
    if (!ownParts.has(name) && name in network.facets) facets[name] = asked.getAll(name)
  const steps = Number(asked.get('steps'))
  return {
    facets,
    tieKinds: asked.getAll('tie'),
    from: year('from'),
    to: year('to'),
    ...(chosen >= 0 && steps > 0 && { around: { actor: chosen, steps } }),
  }
}

function icon(path: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const drawing = document.createElementNS(space, 'svg')
  drawing.setAttribute('viewBox', '0 0 18 18')
  drawing.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(space, 'path')
  for (const [name, value] of [
    ['d', path],
    ['fill', 'none'],
    ['stroke', 'currentColor'],
    ['stroke-width', '1.8'],
  ] as const)
    line.setAttribute(name, value)
  drawing.append(line)
  return drawing
}

const folded = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')

/** Who has all the words in the name; undefined where nothing is searched for. */
function foundIn({ names }: DrawnNetwork, words: string): Uint8Array | undefined {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return undefined
  return Uint8Array.from(names, (name) => {
    const said = folded(name)
    return wanted.every((word) => said.includes(word)) ? 1 : 0
  })
}
