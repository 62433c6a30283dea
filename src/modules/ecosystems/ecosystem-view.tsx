import type { Supplied } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { Empty, PageHead, Ref, Section, Stats, Tabs, Tag } from '../../ui/index.ts'
import { Actors } from './actors-view.tsx'
import { Agreements } from './agreements-view.tsx'
import { Frame } from './frame-view.tsx'
import { Goals, TargetGroups } from './goals-view.tsx'
import type { Look } from './look.ts'
import { type Ecosystem, type EcosystemSources, sourcesOf, type TieFrom } from './record.ts'
import { stateOf } from './rules.ts'
import { settingsText } from './settings-text.ts'
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
  look: Look
  may: { change: boolean; members: boolean }
  /** What other rooms show further down the page. */
  supplied: readonly Supplied[]
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
  look,
  may,
  supplied,
  now,
  ...view
}: EcosystemProps) {
  const { language, link } = view
  const t = text[language]
  const today = dayIn(now)
  const keys = sourcesOf(e)
  const numberOf = (source: string) => keys.indexOf(source) + 1
  const state = stateOf(e.period, today)
  const aside = e.links.length + tiesFrom.length > 0 || e.regions.length > 0 || e.partial || look.contact
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
        actions={(may.change || may.members) && <Work ecosystem={e} may={may} {...view} />}
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
      {supplied.length > 0 && (
        <Tabs
          label={settingsText[language].below}
          items={supplied.map(({ id, label, count }) => ({
            href: `#${id}`,
            label,
            ...(count !== undefined && { count: formatCount(count, language) }),
          }))}
        />
      )}
      {within.length > 0 && <Agreements items={within} {...view} />}
      <div class={aside ? 'with-aside' : undefined}>
        <div>
          <Frame
            ecosystem={e}
            today={today}
            crossed={supplied.flatMap((s) => s.crossed ?? [])}
            numberOf={numberOf}
            {...view}
          />
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
            {look.contact && <Contact of={look.contact} language={language} />}
            <Ties ecosystem={e} tiesFrom={tiesFrom} {...view} />
            <Where ecosystem={e} {...view} />
            {e.partial && <Empty title={`${t.partial}.`}>{nameOf(e.partial, language)}</Empty>}
          </div>
        )}
      </div>
      <Sources keys={keys} sources={sources} {...view} />
      <p>
        <a href={link(`/ecosystems/${e.key}/contacts`)}>{t.contacts}</a>
        {' · '}
        <a href={link(`/calls?ecosystem=${e.key}`)}>{t.calls}</a>
      </p>
      <p class="note">
        <a href={`/api/ecosystems/${e.key}`}>{t.json}</a>
      </p>
    </>
  )
}

type WorkProps = View & { ecosystem: Ecosystem; may: EcosystemProps['may'] }

/** The ways on for those who work in it. */
function Work({ ecosystem: e, may, language, link }: WorkProps) {
  const t = settingsText[language]
  return (
    <>
      {may.members && (
        <a class="btn" href={link(`/ecosystems/${e.key}/members`)}>
          {t.members}
        </a>
      )}
      {may.change && (
        <a class="btn" href={link(`/ecosystems/${e.key}/settings`)}>
          {t.settings}
        </a>
      )}
    </>
  )
}

function Contact({ of, language }: { of: NonNullable<Look['contact']>; language: View['language'] }) {
  return (
    <section>
      <h2>{settingsText[language].contact}</h2>
      <ul class="links">
        <li>
          {of.name && <span>{of.name}</span>}
          {of.email && (
            <span class="sub">
              <a href={`mailto:${of.email}`}>{of.email}</a>
            </span>
          )}
          {of.phone && (
            <span class="sub">
              <a href={`tel:${of.phone.replaceAll(/[^+\d]/g, '')}`}>{of.phone}</a>
            </span>
          )}
        </li>
      </ul>
    </section>
  )
}
