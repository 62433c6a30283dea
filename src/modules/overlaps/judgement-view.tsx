import { type Language, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Tag, type Tone } from '../../ui/index.ts'
import { judgementText } from './judgement-text.ts'
import type { Judgement } from './rules.ts'
import type { ShownJudgement } from './seen-judgements.ts'
import { ThingLink } from './thing-view.tsx'

type Shown = { language: Language; link: (path: string) => string }

const tones: Record<Judgement, Tone> = {
  overlaps: 'warm',
  complements: 'ok',
  continues: 'ok',
  'depends-on': 'on',
  unrelated: 'plain',
}

export const JudgementTag = ({ judgement, language }: { judgement: Judgement; language: Language }) => (
  <Tag tone={tones[judgement]}>{judgementText[language].judgement[judgement]}</Tag>
)

/** Who judged, in which ecosystem and when; visitors are told the ecosystem. */
export function saidBy(j: ShownJudgement, language: Language): string {
  const where = pick(j.ecosystem.name, language)?.text ?? j.ecosystem.key
  return [j.by, where, formatDay(dayIn(j.at), language)].filter(Boolean).join(', ')
}

/** Judgements as sentences, each with its reason; `whole` names both things, else the pair is known. */
export function JudgementList({
  items,
  whole,
  withdraw,
  language,
  link,
}: Shown & {
  items: readonly ShownJudgement[]
  whole?: boolean
  /** Where one's own is taken back. */
  withdraw?: (id: string) => string
}) {
  const t = judgementText[language]
  return (
    <ul class="near-judgements">
      {items.map((j) => (
        <li>
          <p>
            <JudgementTag judgement={j.judgement} language={language} />{' '}
            {whole && (
              <>
                <ThingLink thing={j.from} language={language} link={link} />{' '}
                {t.stands[j.judgement](j.to.kind)} <ThingLink thing={j.to} language={language} link={link} />
              </>
            )}
            {j.voice === 'lead' && <Tag>{t.byLead}</Tag>}
            {j.ended && (
              <Tag>
                {t[j.ended.why]} {formatDay(dayIn(j.ended.at), language)}
              </Tag>
            )}
          </p>
          <p class="pre">{j.reason}</p>
          <p class="note">{saidBy(j, language)}</p>
          {withdraw && j.own && !j.ended && (
            <form method="post" action={withdraw(j.id)}>
              <button class="btn bare" type="submit">
                {t.withdraw}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
