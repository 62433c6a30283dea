import type { Language } from '../../kernel/text.ts'
import { Empty } from '../../ui/index.ts'
import { EvidenceView, Likeness } from './evidence-view.tsx'
import { judgementText } from './judgement-text.ts'
import type { NeighbourProject } from './neighbours.ts'
import type { ThingRef } from './rules.ts'
import { text } from './text.ts'
import { thingOfProject } from './thing.ts'
import { ThingFacts, ThingLink } from './thing-view.tsx'

type Shown = { language: Language; link: (path: string) => string }

/** The page where a pair is judged in an ecosystem. */
export const pairPath = (ecosystem: string, { kind, id }: ThingRef, project: string): string =>
  `/ecosystems/${ecosystem}/overlaps/${kind}/${id}/${project}`

export type NearListProps = Shown & {
  items: readonly NeighbourProject[]
  /** What is compared with them, and the key of the ecosystem where who reads may judge it. */
  judged?: { thing: ThingRef; ecosystem: string } | undefined
}

/** Neighbours, nearest first, each with what it shares. */
export function NearList({ items, judged, language, link }: NearListProps) {
  return (
    <ol class="near-list">
      {items.map((near) => {
        const thing = thingOfProject(near.project)
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
            {judged && (
              <a class="near-judge" href={link(pairPath(judged.ecosystem, judged.thing, thing.id))}>
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

/** While the texts are read for the first time. */
export const Making = ({ language }: { language: Language }) => (
  <div class="empty" role="status">
    <b>{text[language].making}</b> {text[language].makingNext}
  </div>
)

export const NothingNear = ({ language }: { language: Language }) => (
  <Empty title={text[language].nothing}>{text[language].nothingNext}</Empty>
)
