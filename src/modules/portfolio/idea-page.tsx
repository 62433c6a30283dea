import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { suppliedTo } from '../../kernel/supplement.ts'
import type { Language } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, Facts, PageHead, Section, Tag } from '../../ui/index.ts'
import { JudgementList, NearList } from '../overlaps/index.ts'
import { Formatted, Talk, talkOn } from '../talk/index.ts'
import { labelOf } from './figures.ts'
import { formText } from './form-text.ts'
import { crumbsOf, nameOf, readTold } from './frame.tsx'
import { Changes } from './idea-changes.tsx'
import { type ReadIdea, readIdea } from './idea-read.ts'
import { ideaText } from './idea-text.ts'
import { languageOf, Places, proposed } from './ideas-page.tsx'
import type { IdeaAct, IdeaWording, Told } from './record.ts'
import { pathOf, valueNamed } from './shown.ts'
import { text } from './text.ts'
import { thingsText } from './things-text.ts'
import { viewText } from './view-text.ts'

/** One idea: what it says, what it would change, what is near already, how it has changed, and what is said of it. */
export async function ideaPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link, params } = request
  const t = ideaText[language]
  const read = await request.perform(readIdea, { portfolio: params.id, idea: params.idea })
  const { idea, near } = read
  const about = [told.portfolio.ecosystem.key, told.portfolio.id, idea.id].join(':')
  const supplied = idea.withdrawnAt ? [] : await suppliedTo(request, { kind: 'portfolio-idea', id: about })
  const talked = idea.withdrawnAt ? undefined : await talkOn(request, { kind: 'idea', id: idea.id })
  return {
    as: 'page',
    sheet: 'portfolio',
    title: idea.title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, told, idea.title),
    ...(!near.ready && { unready: true as const }),
    body: (
      <div class="portfolio">
        <PageHead
          over={<a href={link(pathOf(told, '/ideas'))}>{nameOf(told, language)}</a>}
          title={<span lang={languageOf(idea, language)}>{idea.title}</span>}
          state={
            <>
              {told.portfolio.exercise && <Tag tone="warm">{text[language].exercise}</Tag>}
              {idea.withdrawnAt && <Tag sign="stopped">{t.withdrawn}</Tag>}
              <span>{proposed(idea, language)}</span>
              {read.mayChange && !idea.withdrawnAt && (
                <a href={link(pathOf(told, `/ideas/${idea.id}/edit`))}>{t.edit}</a>
              )}
            </>
          }
          actions={
            told.may.judge &&
            !idea.withdrawnAt && (
              <a class="btn" href={`${link(pathOf(told, '/place'))}?q=${encodeURIComponent(idea.title)}`}>
                {t.place}
              </a>
            )
          }
        />
        {idea.withdrawnAt && <Alert title={t.withdrawn}>{t.withdrawnNote}</Alert>}
        <div lang={languageOf(idea, language)}>
          <Formatted text={idea.body} />
        </div>
        <IdeaFacts told={told} read={read} language={language} />
        <Changes told={told} idea={idea} request={request} />
        {supplied.map((s) => s.body)}
        <Near told={told} read={read} request={request} />
        <History told={told} read={read} request={request} />
        {read.mayChange && (
          <form
            method="post"
            action={link(pathOf(told, `/ideas/${idea.id}/${idea.withdrawnAt ? 'restore' : 'drop'}`))}
          >
            <button class={idea.withdrawnAt ? 'btn' : 'btn bare'} type="submit">
              {idea.withdrawnAt ? t.restore : t.drop}
            </button>
          </form>
        )}
        {talked && <Talk talked={talked} heading={t.talk} request={request} />}
      </div>
    ),
  }
}

function IdeaFacts({ told, read: { idea }, language }: { told: Told; read: ReadIdea; language: Language }) {
  const [f, v] = [thingsText[language], viewText[language]]
  const days = [idea.starts, idea.ends].map((d) => (d ? formatDay(d, language) : ''))
  return (
    <Facts
      language={language}
      items={[
        { label: f.money, value: <span class="num">{formatAmount(centsOf(idea.amount), language)}</span> },
        ...(idea.starts || idea.ends ? [{ label: f.time, value: days.join(' – ') }] : []),
        ...(idea.lead ? [{ label: f.lead, value: idea.lead }] : []),
        ...(idea.city ? [{ label: v.by.city, value: idea.city }] : []),
        { label: f.placed, value: <Places told={told} idea={idea} language={language} /> },
      ]}
    />
  )
}

type PartProps = { told: Told; read: ReadIdea; request: PageRequest }

/** What is nearest to the idea, with what they share, and how people judge that they stand to each other. */
function Near({ told, read: { idea, near, judgements }, request: { language, link } }: PartProps) {
  const t = ideaText[language].near
  const { ecosystem } = told.portfolio
  const judged =
    told.may.judge && !idea.withdrawnAt
      ? { thing: { kind: 'idea' as const, id: idea.id }, ecosystem, voice: 'office' as const }
      : undefined
  return (
    <Section title={t.title} id="near">
      {judgements.length > 0 && <JudgementList items={judgements} whole language={language} link={link} />}
      {!near.ready ? (
        <p role="status">{t.making}</p>
      ) : (
        <>
          <h3>{t.own}</h3>
          {near.own.length === 0 && <p class="quiet">{t.ownNone}</p>}
          <NearList items={near.own} judged={judged} language={language} link={link} />
          <h3>{t.all}</h3>
          {near.others.length === 0 && <p class="quiet">{t.none}</p>}
          <NearList items={near.others} judged={judged} language={language} link={link} />
          <p class="note">{t.note}</p>
        </>
      )}
    </Section>
  )
}

/** What became of the idea: each change with what stood before it. */
function History({ told, read: { idea, acts }, request: { language } }: PartProps) {
  const t = ideaText[language]
  if (acts.length === 0) return null
  return (
    <Section title={t.history} id="history">
      <ul class="ruled">
        {acts.map((act) => (
          <li>
            {t.acts[act.act]}{' '}
            <span class="quiet">
              {thingsText[language].judged(act.by ?? '', formatInstant(act.at, language))}
            </span>
            {act.before && (
              <ul class="portfolio-values" lang={languageOf(idea, language)}>
                {wereOf(told, act.before, language).map((was) => (
                  <li>{was}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Field by field what an idea said before it was changed. */
function wereOf(told: Told, before: NonNullable<IdeaAct['before']>, language: Language): string[] {
  const [t, f] = [ideaText[language], formText[language]]
  const places = (values: readonly string[]) =>
    values
      .flatMap((value) => {
        const named = valueNamed(told, value)
        return named ? [labelOf(named.axis, named.code, language)] : []
      })
      .join(', ')
  const named: Record<keyof IdeaWording, string> = {
    title: f.title,
    body: f.body,
    lead: f.lead,
    city: f.city,
    amount: f.money,
    starts: f.starts,
    ends: f.ends,
    values: f.values,
  }
  return Object.entries(before).map(([key, value]) => {
    const field = key as keyof IdeaWording
    const said =
      field === 'amount'
        ? formatAmount(centsOf(`${value}`), language)
        : field === 'starts' || field === 'ends'
          ? value && formatDay(`${value}`, language)
          : Array.isArray(value)
            ? places(value)
            : value
    return t.was(named[field], `${said || t.empty}`)
  })
}
