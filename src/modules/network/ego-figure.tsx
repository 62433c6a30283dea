import { formatCount, type Language } from '../../kernel/text.ts'
import type { NetworkActor } from './ego-actions.ts'
import { markOf } from './ego-picture.tsx'
import { egoText } from './ego-text.ts'

/** So many partners have a place beside the actor; the rest are counted. */
const mostDrawn = 24

type FigureProps = {
  of: NetworkActor
  /** Kinds in the order of their colours on the map. */
  ranked: readonly string[]
  link: (path: string) => string
  language: Language
}

/** An actor between two columns of its closest partners, each a link, with the ties among them; drawn wide and narrow. */
export function EgoFigure(props: FigureProps) {
  return (
    <>
      <Drawn {...props} narrow={false} />
      <Drawn {...props} narrow />
    </>
  )
}

type Spot = { x: number; y: number; right: boolean }

function Drawn({ of, ranked, link, language, narrow }: FigureProps & { narrow: boolean }) {
  const t = egoText[language]
  const partners = of.partners.slice(0, narrow ? mostDrawn / 2 : mostDrawn)
  const rest = of.partners.length - partners.length
  const [width, pitch] = narrow ? [350, 34] : [980, 30]
  const rows = Math.max(4, Math.ceil(partners.length / 2))
  const height = rows * pitch + 40
  const [x, y] = [width / 2, height / 2]
  const heaviest = Math.max(...partners.map((partner) => partner.weight), 1e-9)
  const spots = partners.map((_, i): Spot => {
    const right = i % 2 === 0
    const inColumn = right ? Math.ceil(partners.length / 2) : Math.floor(partners.length / 2)
    const row = Math.floor(i / 2) - (inColumn - 1) / 2
    // The columns bend round the middle.
    const bend = (narrow ? 26 : 90) * (1 - (row / (rows / 2)) ** 2)
    const out = (narrow ? 44 : 110) + bend
    return { x: x + (right ? out : -out), y: y + row * pitch, right }
  })
  const cut = narrow ? 15 : 40
  return (
    <svg
      class={`ego ${narrow ? 'narrow' : 'wide'}`}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t.picture(of.name)}
    >
      {of.among
        .filter(([a, b]) => spots[a] && spots[b])
        .map(([a, b]) => (
          <path class="among" d={`M${spots[a]!.x} ${spots[a]!.y}Q${x} ${y} ${spots[b]!.x} ${spots[b]!.y}`} />
        ))}
      {partners.map((partner, i) => (
        <line
          x1={x}
          y1={y}
          x2={spots[i]!.x}
          y2={spots[i]!.y}
          stroke-width={Math.round(10 * (1 + 3 * (partner.weight / heaviest))) / 10}
        />
      ))}
      {partners.map((partner, i) => {
        const { x: px, y: py, right } = spots[i]!
        return (
          <a href={link(`/network/actors/${partner.id}`)}>
            <title>{partner.name}</title>
            <circle class={markOf(partner.kind, ranked)} cx={px} cy={py} r="6" />
            <text x={right ? px + 11 : px - 11} y={py + 4.5} text-anchor={right ? 'start' : 'end'}>
              {partner.name.length > cut ? `${partner.name.slice(0, cut - 1)}…` : partner.name}
            </text>
          </a>
        )
      })}
      <circle class={`${markOf(of.kind, ranked)} middle`} cx={x} cy={y} r="11" />
      {rest > 0 && (
        <text class="rest" x={x} y={height - 6} text-anchor="middle">
          {t.more(formatCount(rest, language))}
        </text>
      )}
    </svg>
  )
}
