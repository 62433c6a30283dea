import type { Language } from '../../kernel/text.ts'
import { Empty } from '../../ui/index.ts'
import type { EcosystemHead } from '../ecosystems/index.ts'
import { EvidenceView, Likeness } from './evidence-view.tsx'
import { judgementText } from './judgement-text.ts'
import type { NeighbourProject } from './neighbours.ts'
import { pairPath, type ThingRef, type Voice } from './rules.ts'
import { text } from './text.ts'
import { type Thing, thingOfProject } from './thing.ts'
import { ThingFacts, ThingLink } from './thing-view.tsx'
import type { NearThing } from './waiting.ts'

type Shown = { language: Language; link: (path: string) => string }

type Judges = { ecosystem: Pick<EcosystemHead, 'id' | 'key'>; voice: Voice }

export type NearListProps = Shown & {
  items: readonly (NeighbourProject | NearThing)[]
  /** What is compared with them, and where who reads may judge it. */
  judged?: ({ thing: ThingRef } & Judges) | undefined
}

/** Neighbours, nearest first, each with what it shares. */
export function NearList({ items, judged, language, link }: NearListProps) {
  if (items.length === 0) return null
  return (
    <ol class="near-list">
      {items.map((near) => {
        const thing = 'project' in near ? thingOfProject(near.project) : near.thing
        return (
          <li>
            <div class="near-head">
              <div>
                <ThingLink thing={thing} language={language} link={link} />
                <ThingFacts thing={thing} language={language} />
              </div>
              <Likeness likeness={near.likeness} language={language} />
            </div>
            <EvidenceView evidence={near} language={language} link={link} />
            {judged && mayBeJudged(thing, judged) && (
              <a class="near-judge" href={link(pairPath(judged.ecosystem.key, judged.thing, thing))}>
                {judgementText[language].judge}
                <span class="vh">: {thing.title}</span>
              </a>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Any project; what is none only by the offices of its own ecosystem. */
const mayBeJudged = ({ kind, ecosystems }: Thing, { ecosystem, voice }: Judges): boolean =>
  kind === 'project' || (voice === 'office' && ecosystems.includes(ecosystem.id))

/** While the texts are read for the first time. */
export const Making = ({ language }: { language: Language }) => (
  <div class="empty" role="status">
    <b>{text[language].making}</b> {text[language].makingNext}
  </div>
)

export const NothingNear = ({ language }: { language: Language }) => (
  <Empty title={text[language].nothing}>{text[language].nothingNext}</Empty>
)
