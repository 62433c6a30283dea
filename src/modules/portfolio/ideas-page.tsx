import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Empty, LinkList, Section } from '../../ui/index.ts'
import { labelOf } from './figures.ts'
import { framed, readTold } from './frame.tsx'
import { listWithdrawn } from './idea-read.ts'
import { ideaText } from './idea-text.ts'
import type { Idea, Told } from './record.ts'
import { pathOf, valueNamed } from './shown.ts'

export const proposed = (idea: Idea, language: Language) => {
  const t = ideaText[language]
  const when = formatInstant(idea.at, language)
  return idea.by ? t.by(idea.by, when) : t.when(when)
}

export const languageOf = (idea: Idea, language: Language) =>
  idea.language === language ? undefined : idea.language

/** The ideas of a portfolio, and those taken out of it for who may take them back. */
export async function ideasPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link } = request
  const t = ideaText[language]
  const { items: withdrawn } = await request.perform(listWithdrawn, { portfolio: told.portfolio.id })
  const path = (idea: Idea) => link(pathOf(told, `/ideas/${idea.id}`))
  return framed({
    request,
    told,
    tab: 'ideas',
    actions: told.may.propose && (
      <a class="btn" href={link(pathOf(told, '/ideas/new'))}>
        {t.add}
      </a>
    ),
    body: (
      <>
        {told.ideas.length === 0 ? (
          <Empty title={t.none}>{told.may.propose && t.noneNext}</Empty>
        ) : (
          <>
            <p class="lead">{t.lead}</p>
            <ul class="ruled portfolio-ideas">
              {told.ideas.map((idea) => (
                <li>
                  <h2 lang={languageOf(idea, language)}>
                    <a href={path(idea)}>{idea.title}</a>
                  </h2>
                  <p class="num">
                    {formatAmount(centsOf(idea.amount), language)} €{idea.lead && ` · ${idea.lead}`}
                  </p>
                  <Places told={told} idea={idea} language={language} />
                  <p class="note">{proposed(idea, language)}</p>
                </li>
              ))}
            </ul>
          </>
        )}
        {withdrawn.length > 0 && (
          <Section title={t.withdrawnList} id="withdrawn">
            <LinkList items={withdrawn.map((idea) => ({ href: path(idea), label: idea.title }))} />
          </Section>
        )}
      </>
    ),
  })
}

/** Where an idea stands on the frame. */
export function Places({ told, idea, language }: { told: Told; idea: Idea; language: Language }) {
  const entry = told.entries.find((e) => e.id === idea.id)
  return (
    <ul class="portfolio-values">
      {(entry?.values ?? idea.values).map((value) => {
        const named = valueNamed(told, value)
        return <li>{named ? labelOf(named.axis, named.code, language) : value}</li>
      })}
    </ul>
  )
}
