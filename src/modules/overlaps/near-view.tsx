import type { Language } from '../../kernel/text.ts'
import { Empty } from '../../ui/index.ts'
import { EvidenceView, Likeness } from './evidence-view.tsx'
import { judgementText } from './judgement-text.ts'
import type { NeighbourProject } from './neighbours.ts'
import { pairPath, type ThingRef } from './rules.ts'
import { text } from './text.ts'
import { thingOfProject } from './thing.ts'
import { ThingFacts, ThingLink } from './thing-view.tsx'

type Shown = { language: Language; link: (path: string) => string }

export type NearListProps = Shown & {
  items: readonly NeighbourProject[]
  /** What is compared with them, and the key of the ecosystem where who reads may judge it. */
  judged?: { thing: ThingRef; ecosystem: string } | undefined
  /** Where who reads goes on from one of them, such as to write down how it stands to what is compared. */
  next?: ((project: string) => { href: string; label: string } | undefined) | undefined
}

/** Neighbours, nearest first, each with what it shares. */
export function NearList({ items, judged, next, language, link }: NearListProps) {
  if (items.length === 0) return null
  return (
    <ol class="near-list">
      {items.map((near) => {
        const thing = thingOfProject(near.project)
        const step = judged
          ? {
              href: link(pairPath(judged.ecosystem, judged.thing, thing.id)),
              label: judgementText[language].judge,
            }
          : next?.(thing.id)
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
            {step && (
              <a class="near-judge" href={step.href}>
                {step.label}
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
