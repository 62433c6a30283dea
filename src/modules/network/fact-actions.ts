import { z } from 'zod'
import {
  brokerage,
  type CommunityTraits,
  cutsOf,
  networkWords,
  traitsOf,
} from '../../engine/network/index.ts'
import { query } from '../../kernel/action.ts'
import { everyone } from '../../kernel/rule.ts'
import type { Language } from '../../kernel/text.ts'
import { kindName } from '../organisations/index.ts'
import { facetLabel } from '../projects/index.ts'
import { type KeptPicture, keptPicture } from './kept.ts'
import { nameIn } from './picture.ts'

const fact = z.object({
  /** The actor that the sentence is about; null where it is about all. */
  actor: z.uuid().nullable(),
  name: z.string(),
  says: z.string(),
})

const facts = z.object({
  /** Names of communities by number, in plain words. */
  communities: z.record(z.string(), z.string()),
  connecting: z.array(fact),
  single: z.array(z.string()),
  alone: z.string(),
  cutting: z.array(fact),
})
export type NetworkFacts = z.output<typeof facts>

export const networkFacts = query({
  name: 'network.facts',
  summary: {
    fi: 'Mitä verkostosta näkyy: yhteisöjen nimet, alueita yhdistävät ja yksin olevat toimijat',
    sv: 'Vad nätverket visar: gemenskapernas namn, aktörer som förenar regioner och de som är ensamma',
    en: 'What the network shows: names of communities, who connects regions, who is alone',
  },
  route: { method: 'GET', path: '/network/facts' },
  input: z.object({}),
  output: facts,
  allow: everyone,
  run: async (ctx) => {
    const kept = await keptPicture(ctx.db)
    return kept
      ? factsOf(kept, ctx.language)
      : { communities: {}, connecting: [], single: [], alone: '', cutting: [] }
  },
})

const known = new WeakMap<KeptPicture, Map<Language, NetworkFacts>>()

/** Computed once for a picture and a language. */
function factsOf(kept: KeptPicture, language: Language): NetworkFacts {
  const made = known.get(kept) ?? new Map<Language, NetworkFacts>()
  known.set(kept, made)
  const facts = made.get(language) ?? {
    communities: communityNames(kept, language),
    ...connections(kept, language),
  }
  made.set(language, facts)
  return facts
}

const [mostBrokers, mostSingle, mostCutting] = [6, 4, 4]

function connections(kept: KeptPicture, language: Language) {
  const { picture, graph } = kept
  const words = networkWords[language]
  const codes = [...new Set(picture.actors.flatMap((actor) => actor.region ?? []))].sort()
  const regions = Int32Array.from(picture.actors, ({ region }) => (region ? codes.indexOf(region) : -1))
  const region = (group: number) => facetLabel('region', codes[group]!, language)
  const name = (place: number) => nameIn(picture.actors[place]!, language)
  const betweenness = Float64Array.from(picture.actors, (actor) => actor.between)
  const { brokers, single, alone } = brokerage(graph, regions, { betweenness, cuts: cutsOf(graph), most: 40 })
  const of = (place: number, says: string) => ({ actor: picture.actors[place]!.id, name: name(place), says })
  return {
    connecting: brokers
      .filter(({ joins }) => joins.length > 0)
      .slice(0, mostBrokers)
      .map(({ actor, joins }) => {
        const { from, to, through, ofAll } = joins[0]!
        return of(
          actor,
          words.joins({ actor: name(actor), from: region(from), to: region(to), through, ofAll }),
        )
      }),
    single: single.slice(0, mostSingle).map(({ a, b, edge }) =>
      words.single({
        from: region(a),
        to: region(b),
        a: name(graph.lower[edge]!),
        b: name(graph.upper[edge]!),
      }),
    ),
    alone: alone.length > 0 ? words.alone({ count: alone.length }) : '',
    cutting: picture.actors
      .map((actor, place) => ({ place, count: actor.cutsOff }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count || one.place - other.place)
      .slice(0, mostCutting)
      .map(({ place, count }) => of(place, words.cutOff({ actor: name(place), count }))),
  }
}

/** What most members of a community share more than others do; two with one name are told apart by their strongest. */
function communityNames({ picture, graph }: KeptPicture, language: Language): Record<string, string> {
  const numbers = [...new Set(picture.actors.flatMap((actor) => actor.community ?? []))].sort((a, b) => a - b)
  const of = Int32Array.from(picture.actors, ({ community }) =>
    community === null ? numbers.length : numbers.indexOf(community),
  )
  const count = of.reduce((most, number) => Math.max(most, number + 1), 0)
  const sizes = new Int32Array(count)
  for (const number of of) sizes[number]! += 1
  const traits = traitsOf(graph, { of, count, sizes }, ['region', 'kind', 'themes'])
  const plain = traits.map((community) => communityName(community, picture.actors, language))
  return Object.fromEntries(
    numbers.map((number, i) => {
      const shares = plain.filter((name) => name === plain[i]).length > 1
      const first = nameIn(picture.actors[traits[i]!.first]!, language)
      return [String(number), shares && !plain[i]!.startsWith(first) ? `${plain[i]} (${first})` : plain[i]!]
    }),
  )
}

function communityName(
  { traits, first, size }: CommunityTraits,
  actors: KeptPicture['picture']['actors'],
  language: Language,
): string {
  const shared = traits.map(({ attribute, value }) =>
    attribute === 'kind'
      ? kindName(value, language)
      : facetLabel(attribute === 'region' ? 'region' : 'theme', value, language),
  )
  return networkWords[language].community({ shared, first: nameIn(actors[first]!, language), size })
}
