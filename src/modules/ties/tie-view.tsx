import type { ComponentChildren } from 'preact'
import type { PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { InLanguage, type Sign, Tag, type Tone } from '../../ui/index.ts'
import type { ShownTie } from './tie-actions.ts'
import { periodText, stateOfTie, type TieState } from './tie-rules.ts'
import { tieText } from './tie-text.ts'
import { kindWord, nameIn, sideOf } from './tie-words.ts'

type Shown = Pick<PageRequest, 'language' | 'link'>

const marks: Readonly<Record<TieState, { tone: Tone; sign?: Sign }>> = {
  confirmed: { tone: 'ok', sign: 'done' },
  waiting: { tone: 'plain', sign: 'waiting' },
  denied: { tone: 'bad', sign: 'stopped' },
  ended: { tone: 'plain' },
}

export type TieListProps = {
  items: readonly ShownTie[]
  /** The organisation on whose page they stand: kinds are named from its side. */
  organisation: string
  request: Shown
  /** What stands under a tie: the form of an answer, what may be done with it. */
  under?: (tie: ShownTie) => ComponentChildren
}

/** Ties as lines: with whom, what the other is, how closely and since when, who says so, whether it is confirmed. */
export function TieList({ items, organisation, request, under }: TieListProps) {
  const { language, link } = request
  const t = tieText[language]
  return (
    <ul class="tie-list">
      {items.map((tie) => {
        const { other, said } = sideOf(tie, organisation)
        const state = stateOfTie(tie)
        const facts = [
          t.strengths[tie.strength as 1 | 2 | 3],
          periodText(tie.starts_on, tie.ends_on, language),
          tie.ecosystem && nameIn(tie.ecosystem.name, language),
        ].filter(Boolean)
        return (
          <li id={`tie-${tie.id}`}>
            <div class="tie-line">
              <p class="tie-who">
                <a href={link(`/organisations/${other.id}`)}>
                  <InLanguage names={other.name} language={language} />
                </a>
                <span class="tie-kind">{kindWord(said, tie.own, language)}</span>
              </p>
              <p class="tie-facts">{facts.join(' · ')}</p>
              <p class="tie-state">
                <Tag {...marks[state]}>{t.states[state]}</Tag>
              </p>
            </div>
            {tie.note && <p class="tie-note">{tie.note}</p>}
            <p class="tie-source">{sourceOf(tie, language)}</p>
            {tie.answer_note && (
              <p class="tie-note">
                {tie.answered_by ? `${tie.answered_by}: ` : ''}
                {tie.answer_note}
              </p>
            )}
            {under?.(tie)}
          </li>
        )
      })}
    </ul>
  )
}

/** "kysely · Esimerkki Oy, 3.11.2026": whose word it is, by name only to whom names are told. */
function sourceOf(tie: ShownTie, language: Language): string {
  const t = tieText[language]
  const side =
    tie.organisation === tie.from.id ? tie.from : tie.organisation === tie.to.id ? tie.to : undefined
  const whose = side ? nameIn(side.name, language) : tie.source === 'stated' ? t.byOffice : ''
  const person = tie.source === 'stated' && tie.by_whom !== whose ? tie.by_whom : ''
  const who = [person, whose].filter(Boolean).join(', ')
  const day = formatDay(dayIn(tie.at), language)
  return [t.sources[tie.source], who ? t.statedBy(who, day) : day].join(' · ')
}
