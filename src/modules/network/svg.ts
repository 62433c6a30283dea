import type { Language } from '../../kernel/text.ts'
import type { NetworkLeft } from './left-actions.ts'
import { nameIn } from './picture.ts'

/** So many of the heaviest ties are drawn, and so many names written, before a picture says less. */
const [mostTies, mostNames] = [6_000, 40]
const [width, height, edge] = [1200, 820, 40]

/** Colours of the first five kinds by how many actors they have, and of the rest; as on the map, on white. */
const colours = ['#00357a', '#903800', '#166756', '#6e42a6', '#3d7bad', '#b9c0c5']

/**
 * What the filters leave as a drawing that any program opens: in light colours, actors coloured by kind. Names are
 * written where they have room.
 */
export function drawnAsSvg({ actors, ties }: NetworkLeft, language: Language): string {
  const place = placed(actors)
  const heaviest = [...ties].sort((t, u) => u.weight - t.weight).slice(0, mostTies)
  const lines = heaviest.map(({ a, b }) => `M${place[a]!.x} ${place[a]!.y}L${place[b]!.x} ${place[b]!.y}`)
  const kinds = rankedKinds(actors.map((actor) => actor.kind))
  const dots = actors.map((actor, i) => {
    const kind = kinds.indexOf(actor.kind)
    const colour = colours[kind < 0 || kind > 4 ? 5 : kind]
    return `<circle cx="${place[i]!.x}" cy="${place[i]!.y}" r="${radius(actor.strength)}" fill="${colour}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Source Sans 3, sans-serif" font-size="14">
<rect width="${width}" height="${height}" fill="#fff"/>
<path d="${lines.join('')}" fill="none" stroke="#6d777d" stroke-opacity=".35"/>
${dots.join('')}
<g paint-order="stroke" stroke="#fff" stroke-width="3" fill="#212121">${names(actors, place, language).join('')}</g>
</svg>`
}

type Place = { x: number; y: number }

function placed(actors: NetworkLeft['actors']): Place[] {
  const [xs, ys] = [actors.map((actor) => actor.x), actors.map((actor) => actor.y)]
  const least = (values: readonly number[]) => values.reduce((low, value) => Math.min(low, value), Infinity)
  const most = (values: readonly number[]) => values.reduce((high, value) => Math.max(high, value), -Infinity)
  const [left, top] = [least(xs), least(ys)]
  const [wide, high] = [Math.max(most(xs) - left, 1), Math.max(most(ys) - top, 1)]
  const scale = Math.min((width - 2 * edge) / wide, (height - 2 * edge) / high)
  const [dx, dy] = [(width - wide * scale) / 2, (height - high * scale) / 2]
  return actors.map(({ x, y }) => ({ x: round(dx + (x - left) * scale), y: round(dy + (y - top) * scale) }))
}

const round = (n: number): number => Math.round(n * 10) / 10
const radius = (strength: number): number => round(Math.min(13, 2.2 + 1.5 * Math.sqrt(strength)))

function rankedKinds(kinds: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([kind]) => kind)
}

/** Names of the strongest that do not lie on each other; a letter is some seven units wide. */
function names(actors: NetworkLeft['actors'], place: readonly Place[], language: Language): string[] {
  const taken: (readonly [number, number, number, number])[] = []
  const order = actors.map((_, i) => i).sort((i, j) => actors[j]!.strength - actors[i]!.strength)
  return order.slice(0, 300).flatMap((i) => {
    if (taken.length >= mostNames) return []
    const name = nameIn(actors[i]!, language)
    const { x, y } = place[i]!
    const gap = radius(actors[i]!.strength) + 4
    const wide = name.length * 7
    const onRight = x + gap + wide < width - 4
    const from = onRight ? x + gap : x - gap - wide
    const box = [from, y - 9, from + wide, y + 9] as const
    if (from < 2 || taken.some((t) => t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3]))
      return []
    taken.push(box)
    const anchor = onRight ? '' : ' text-anchor="end"'
    return [
      `<text x="${round(onRight ? x + gap : x - gap)}" y="${round(y + 4.5)}"${anchor}>${escaped(name)}</text>`,
    ]
  })
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
