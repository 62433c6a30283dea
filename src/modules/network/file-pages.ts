import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import {
  actorRows,
  type Graph,
  graphOf,
  type Layout,
  readDay,
  tieRows,
  writeGexf,
  writeGraphml,
} from '../../engine/network/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { type NetworkLeft, networkLeft } from './left-actions.ts'
import { askedOf } from './map-pages.tsx'
import { mapText } from './map-text.ts'
import { networkPath } from './map-view.tsx'
import { nameIn } from './picture.ts'
import { drawnAsSvg } from './svg.ts'

const types = {
  'network.gexf': 'application/xml',
  'network.graphml': 'application/xml',
  'network.svg': 'image/svg+xml',
  'actors.csv': 'text/csv; charset=utf-8',
  'ties.csv': 'text/csv; charset=utf-8',
} as const
type FileName = keyof typeof types

/** What the filters leave, as the engine's writers take it; actors go by id, with everything that is public of them. */
function graphOfLeft({ actors, ties }: NetworkLeft, language: Language): { graph: Graph; layout: Layout } {
  const graph = graphOf(
    actors.map((actor) => ({
      id: actor.id,
      attributes: {
        name: nameIn(actor, language),
        kind: actor.kind,
        ...(actor.region && { region: actor.region }),
        ...(actor.country && { country: actor.country }),
        themes: actor.themes,
        roles: actor.roles,
        ...(actor.community !== null && { community: actor.community }),
        betweenness: actor.between,
      },
    })),
    ties.map(({ a, b, kind, weight, since, until, evidence }) => ({
      a: actors[a]!.id,
      b: actors[b]!.id,
      kind,
      weight,
      evidence,
      ...(since && { since: readDay(since)! }),
      ...(until && { until: readDay(until)! }),
    })),
  )
  const layout = {
    x: Float64Array.from(actors, (actor) => actor.x),
    y: Float64Array.from(actors, (actor) => actor.y),
    radius: Float64Array.from(actors, (actor) => 3 + 1.5 * Math.sqrt(actor.others)),
    alone: Uint8Array.from(actors, (actor) => (actor.others === 0 ? 1 : 0)),
  }
  return { graph, layout }
}

const csv = (rows: Iterable<readonly string[]>, language: Language): Readable =>
  Readable.from(rows).pipe(
    stringify({ delimiter: language === 'en' ? ',' : ';', bom: true, escape_formulas: true }),
  )

async function filePage(request: PageRequest, inline: boolean, file: FileName): Promise<PageAnswer> {
  const { language, url, now } = request
  const left = await request.perform(networkLeft, askedOf(url))
  if (!left.at) throw new Refusal('missing', 'network.no-picture')
  const content = (): Readable | string => {
    if (file === 'network.svg') return drawnAsSvg(left, language)
    const { graph, layout } = graphOfLeft(left, language)
    switch (file) {
      case 'network.gexf':
        return Readable.from(writeGexf(graph, { layout }))
      case 'network.graphml':
        return Readable.from(writeGraphml(graph, { layout }))
      case 'actors.csv':
        return csv(actorRows(graph), language)
      case 'ties.csv':
        return csv(tieRows(graph), language)
    }
  }
  const [stem = '', end = ''] = file.split('.')
  const names = {
    network: mapText[language].title,
    actors: mapText[language].files.actors,
    ties: mapText[language].files.ties,
  }
  const said = names[stem as keyof typeof names].replace(/,.*/, '').toLowerCase().replaceAll(' ', '-')
  return {
    as: 'file',
    name: `${said}-${dayIn(now)}.${end}`,
    type: types[file],
    content: content(),
    ...(inline && { inline: true }),
  }
}

export const filePages: readonly Page[] = [
  ...Object.keys(types).map(
    (file): Page => ({
      method: 'GET',
      path: `${networkPath}/export/${file}`,
      run: (request) => filePage(request, false, file as FileName),
    }),
  ),
  // What stands in the place of the map where no script runs.
  {
    method: 'GET',
    path: `${networkPath}/picture.svg`,
    run: (request) => filePage(request, true, 'network.svg'),
  },
]
