import { centsOf } from '../../kernel/money.ts'
import type { Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { inWords } from '../../ui/index.ts'
import { codeOf } from '../projects/index.ts'
import { judgementText } from './judgement-text.ts'
import { text } from './text.ts'
import type { Thing } from './thing.ts'

type Shown = { language: Language; link: (path: string) => string }

/** What it is called, in its own language, as the way to its page. */
export function ThingLink({ thing, language, link }: Shown & { thing: Thing }) {
  return (
    <a href={link(thing.path)} lang={thing.language === language ? undefined : thing.language}>
      {thing.title}
    </a>
  )
}

/** The second voice under a name: code, lead, dates, money. */
export function ThingFacts({ thing, language }: { thing: Thing; language: Language }) {
  const t = text[language]
  const { starts, ends, actors } = thing.circumstances
  const dates = [starts, ends].map((day) => (day ? formatDay(day, language) : '')).join('–')
  const money =
    thing.amount !== null && thing.currency !== null && centsOf(thing.amount) > 0n
      ? `${t.money[thing.kind]} ${inWords(
          { amount: { cents: centsOf(thing.amount), currency: thing.currency } },
          language,
        )}`
      : undefined
  const parts = [
    ...(thing.kind === 'project' ? [] : [judgementText[language].kinds[thing.kind]]),
    thing.code && codeOf(thing.code),
    actors[0]?.name,
    dates === '–' ? undefined : dates,
    money,
  ].filter(Boolean)
  return (
    <span class="sub">
      {thing.exercise && <b class="warm">{judgementText[language].exercise} · </b>}
      {parts.join(' · ')}
    </span>
  )
}
