import { dayIn } from '../../kernel/time.ts'
import { Empty, PageHead, Ref, Section, Stats, Tag } from '../../ui/index.ts'
import { Actors } from './actors-view.tsx'
import { Agreements } from './agreements-view.tsx'
import { Frame } from './frame-view.tsx'
import { Goals, TargetGroups } from './goals-view.tsx'
import { type Ecosystem, type EcosystemSources, sourcesOf, type TieFrom } from './record.ts'
import { stateOf } from './rules.ts'
import { Sources } from './sources-view.tsx'
import { periodText, text } from './text.ts'
import { Ties, Where } from './ties-view.tsx'
import { nameOf, originOf, quantityOf, type View } from './view.ts'

type EcosystemProps = View & {
  ecosystem: Ecosystem
  children: readonly Ecosystem[]
  tiesFrom: readonly TieFrom[]
  sources: EcosystemSources
  organisations: Readonly<Record<string, string>>
  now: Date
}

const signs = { coming: 'waiting', running: 'running', ended: 'done', unknown: undefined } as const

/** The public page of one ecosystem or agreement. Every fact is followed by the number of its source. */
export function EcosystemView({
  ecosystem: e,
  children: within,
  tiesFrom,
  sources,
  organisations,
  now,
  ...view
}: EcosystemProps) {
  const { language } = view
  const t = text[language]
  const today = dayIn(now)
  const keys = sourcesOf(e)
  const numberOf = (source: string) => keys.indexOf(source) + 1
  const state = stateOf(e.period, today)
  const aside = e.links.length + tiesFrom.length > 0 || e.regions.length > 0 || e.partial
  return (
    <>
      <PageHead
        over={e.short ? `${t.kinds[e.kind]} · ${nameOf(e.short, language)}` : t.kinds[e.kind]}
        title={nameOf(e.name, language)}
        state={
          <>
            <Tag sign={signs[state]}>{t.states[state]}</Tag>
            {e.period && (
              <span class="num">
                {periodText(e.period, language)}
                <Ref n={numberOf(e.period.source)} language={language} />
              </span>
            )}
            {e.unofficial?.includes(language) && <span class="quiet">{t.unofficialName}</span>}
          </>
        }
        lead={nameOf(e.description, language)}
      />
      {e.money.length > 0 && (
        <Stats
          items={e.money.map((money) => ({
            label: nameOf(money.what, language),
            quantity: quantityOf(money),
            before: t.before[money.qualifier],
            origin: originOf(e, money, view),
            note: money.from && nameOf(money.from, language),
          }))}
          language={language}
        />
      )}
      {within.length > 0 && <Agreements items={within} {...view} />}
      <div class={aside ? 'with-aside' : undefined}>
        <div>
          <Frame ecosystem={e} today={today} numberOf={numberOf} {...view} />
          <Actors ecosystem={e} organisations={organisations} numberOf={numberOf} {...view} />
          <Goals ecosystem={e} numberOf={numberOf} {...view} />
          <TargetGroups ecosystem={e} numberOf={numberOf} {...view} />
          {e.facts.length > 0 && (
            <Section title={t.facts}>
              <ul class="ruled">
                {e.facts.map((fact) => (
                  <li>
                    {nameOf(fact.text, language)}
                    <Ref n={numberOf(fact.source)} language={language} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
        {aside && (
          <div class="aside">
            <Ties ecosystem={e} tiesFrom={tiesFrom} {...view} />
            <Where ecosystem={e} {...view} />
            {e.partial && <Empty title={`${t.partial}.`}>{nameOf(e.partial, language)}</Empty>}
          </div>
        )}
      </div>
      <Sources keys={keys} sources={sources} {...view} />
      <p class="note">
        <a href={`/api/ecosystems/${e.key}`}>{t.json}</a>
      </p>
    </>
  )
}
