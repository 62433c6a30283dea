import type { z } from 'zod'
import { type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Empty, LinkList, Say, Section, Tag } from '../../ui/index.ts'
import { officeNames } from '../people/index.ts'
import type { HomeTurn, home } from './actions.ts'
import { text } from './text.ts'

export type Home = z.output<(typeof home)['output']>
export type HomeProps = {
  found: Home
  name: string
  /** The rooms of calls, applications and decisions that are the person's to work in. */
  road: readonly { href: string; label: string }[]
  /** What the person may do beside: links of the side column. */
  tools: readonly { href: string; label: string }[]
  /** Whether the settings of the ecosystem are the person's to change. */
  keeps: (offices: readonly string[]) => boolean
  language: Language
  link: (path: string) => string
}

/** A person's own page. */
export function HomeView(props: HomeProps) {
  const { found, name, language } = props
  const t = text[language]
  const n = found.turns.length
  const starts = found.everywhere.length + found.ecosystems.length + found.left.length === 0
  return (
    <>
      <div class="top own">
        <p class="over">{t.hello(name)}</p>
        <Say language={language}>
          {n === 0 ? (
            t.nothingWaits
          ) : (
            <>
              {t.waits} <b>{n}</b> {t.things(n)}
            </>
          )}
        </Say>
      </div>
      <div class="with-aside">
        <div>
          {starts && <Start {...props} />}
          <Section title={t.myTurn}>
            {n === 0 ? (
              <Empty title={t.noTurns}>{t.noTurnsNext}</Empty>
            ) : (
              <Turns items={found.turns} {...props} />
            )}
          </Section>
          {found.left.length > 0 && (
            <Section title={t.left}>
              <Turns items={found.left} {...props} />
            </Section>
          )}
          <Section title={t.news}>
            {found.news.length === 0 ? (
              <Empty title={t.noNews}>{t.noNewsNext}</Empty>
            ) : (
              <Turns items={found.news} {...props} />
            )}
          </Section>
        </div>
        <div class="aside">
          <Mine {...props} />
          <section>
            <h2>{t.roadTitle}</h2>
            <LinkList items={props.road} />
          </section>
          {props.tools.length > 0 && (
            <section>
              <h2>{t.shortcuts}</h2>
              <LinkList items={props.tools} />
            </section>
          )}
        </div>
      </div>
    </>
  )
}

function Turns({ items, language, link }: HomeProps & { items: readonly HomeTurn[] }) {
  const t = text[language]
  return (
    <ul class="tasks">
      {items.map((turn) => (
        <li>
          <span>
            <a href={link(turn.path)}>{turn.what[language]}</a>
            {turn.why && <span class="sub">{turn.why[language]}</span>}
          </span>
          {turn.due && turn.haste && (
            <span class="num">
              <span class="quiet">{t.due(formatDay(turn.due, language))}</span>{' '}
              {turn.haste !== 'later' && <Tag tone="warm">{t.haste[turn.haste]}</Tag>}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What to do first, for who holds no office. */
function Start({ language, link }: HomeProps) {
  const t = text[language]
  return (
    <Section title={t.start}>
      <p>{t.startLead}</p>
      <ol class="steps">
        {t.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="actions">
        <a class="btn main" href={link('/ecosystems')}>
          {t.toEcosystems}
        </a>
        <a class="btn" href={link('/organisations')}>
          {t.toOrganisations}
        </a>
        <a class="btn" href={link('/calls')}>
          {t.toCalls}
        </a>
      </p>
    </Section>
  )
}

function Mine({ found, keeps, language, link }: HomeProps) {
  const t = text[language]
  const named = (offices: Home['everywhere']) => offices.map((o) => officeNames[language][o]).join(', ')
  if (found.everywhere.length + found.ecosystems.length === 0) return null
  return (
    <section>
      <h2>{t.myEcosystems}</h2>
      <ul class="links">
        {found.everywhere.length > 0 && (
          <li>
            <span class="over">{named(found.everywhere)}</span>
            {t.wholeService}
            <span class="sub">
              <a href={link('/ecosystems')}>{t.allEcosystems}</a>
            </span>
          </li>
        )}
        {found.ecosystems.map((e) => {
          const name = pick(e.name, language)?.text ?? e.key
          return (
            <li>
              <span class="over">{named(e.offices)}</span>
              <a href={link(`/ecosystems/${e.key}`)}>{name}</a>
              <span class="sub">
                <a href={link(`/ecosystems/${e.key}/members`)} aria-label={t.membersOf(name)}>
                  {t.members}
                </a>
                {keeps(e.offices) && (
                  <>
                    {' · '}
                    <a href={link(`/ecosystems/${e.key}/settings`)} aria-label={t.settingsOf(name)}>
                      {t.settings}
                    </a>
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
