import type { ComponentChildren } from 'preact'
import { type Language, languages, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { type FactItem, Facts, InLanguage, Tag } from '../../ui/index.ts'
import { industryName } from '../codes/index.ts'
import { roleName } from '../ecosystems/index.ts'
import { ConceptLink } from '../overlaps/index.ts'
import { regionName, sortName } from './code-names.ts'
import type { Profile, ShownFact } from './read-actions.ts'
import type { CardKind } from './rules.ts'
import { text } from './text.ts'

type Shown = { of: Profile; link: (path: string) => string; language: Language }

const ofKind = (of: Profile, kind: ShownFact['kind']) => of.facts.filter((f) => f.kind === kind)

/** What an actor tells of itself: what it does, offers and needs first, then what it knows and has. */
export function ProfileView(props: Shown) {
  const { of, language } = props
  const t = text[language]
  const activity = ofKind(of, 'activity').at(-1)
  const picture = mainPicture(of, language)
  const competences = ofKind(of, 'competence')
  const facilities = ofKind(of, 'facility')
  return (
    <>
      {(activity || picture) && (
        <div class={picture ? 'profile-first pictured' : 'profile-first'}>
          {activity && (
            <p class="profile-says">
              <InLanguage names={activity.content.text ?? {}} language={language} />
              {activity.prefilled && <Prefilled language={language} />}
            </p>
          )}
          {picture && <Picture fact={picture} {...props} />}
        </div>
      )}
      <div class="profile-sides">
        <Cards kind="offer" {...props} />
        <Cards kind="need" {...props} />
      </div>
      {competences.length > 0 && (
        <div class="profile-part">
          <h3>{t.kinds.competence}</h3>
          <ul class="profile-words">
            {competences.map((fact) => (
              <li id={fact.entry}>
                {fact.concept ? (
                  <ConceptLink concept={fact.concept} language={language} />
                ) : (
                  <InLanguage names={fact.content.title ?? {}} language={language} />
                )}
                {fact.prefilled && <Prefilled language={language} />}
              </li>
            ))}
          </ul>
        </div>
      )}
      {facilities.length > 0 && <Cards kind="facility" {...props} />}
      <More {...props} />
      <Pictures {...props} main={picture} />
    </>
  )
}

const Prefilled = ({ language }: { language: Language }) => (
  <>
    {' '}
    <Tag tone="warm" sign="waiting">
      {text[language].prefilled}
    </Tag>
  </>
)

function Cards({ of, kind, language }: Shown & { kind: CardKind }) {
  const cards = ofKind(of, kind)
  const t = text[language]
  if (cards.length === 0) return null
  return (
    <div class="profile-part">
      <h3>{t.kinds[kind]}</h3>
      <ul class="profile-cards">
        {cards.map((card) => (
          <li id={card.entry}>
            <Card card={card} language={language} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One offer, need or facility: its title, how long it is open, what it says, and what it is about. */
export function Card({
  card,
  language,
  of,
}: {
  card: Pick<ShownFact, 'content' | 'kind' | 'openUntil' | 'subjects' | 'prefilled'> & {
    code?: string | null
    share?: ShownFact['share']
    closed?: boolean
  }
  language: Language
  /** Whose it is, where cards of many stand together. */
  of?: ComponentChildren
}) {
  const t = text[language]
  const { content } = card
  const until = card.openUntil && formatDay(card.openUntil, language)
  const notes = [
    card.code && sortName(card.code, language),
    content.place,
    until && (card.closed ? t.closedOn(until) : t.until(until)),
    card.share && card.share !== 'public' && t.shares[card.share],
  ].filter(Boolean)
  return (
    <>
      <p class="profile-title">
        <InLanguage names={content.title ?? {}} language={language} />
        {card.prefilled && <Prefilled language={language} />}
      </p>
      {of && <p class="profile-of">{of}</p>}
      {notes.length > 0 && <p class="note">{notes.join(' · ')}</p>}
      <Paragraphs names={content.text} language={language} />
      {content.use && (
        <>
          <p class="profile-use">{t.use}</p>
          <Paragraphs names={content.use} language={language} />
        </>
      )}
      {content.website && (
        <p>
          <a href={content.website} rel="external nofollow">
            {content.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
          </a>
        </p>
      )}
      {card.subjects.length > 0 && (
        <ul class="profile-words" aria-label={t.subjects}>
          {card.subjects.map((concept) => (
            <li>
              <ConceptLink concept={concept} language={language} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Paragraphs({ names, language }: { names: ShownFact['content']['text']; language: Language }) {
  const found = names && pick(names, language)
  if (!found) return null
  return (
    <>
      {found.text.split(/\n+/).map((line) => (
        <p lang={found.language === language ? undefined : found.language}>{line}</p>
      ))}
    </>
  )
}

/** What is told in a word: industries, size, regions, languages, roles, contact persons. */
function More({ of, link, language }: Shown) {
  const t = text[language]
  const joined = (kind: 'industry' | 'region' | 'language', name: (code: string) => string) => {
    const facts = ofKind(of, kind)
    if (facts.length === 0) return undefined
    return (
      <>
        {facts.map((f) => name(f.code ?? '')).join(', ')}
        {facts.some((f) => f.prefilled) && <Prefilled language={language} />}
      </>
    )
  }
  const spoken: Readonly<Record<string, string>> = t.languages
  const items: (FactItem | false)[] = (
    [
      ['industry', (code: string) => industryName(code, language)],
      ['region', (code: string) => regionName(code, language)],
      ['language', (code: string) => spoken[code] ?? code],
    ] as const
  ).map(([kind, name]) => {
    const value = joined(kind, name)
    return value ? { label: t.kinds[kind], value } : false
  })
  const all = [
    ...items,
    sizeOf(of, language),
    of.roles.length > 0 && { label: t.roles, value: <Roles of={of} link={link} language={language} /> },
    of.contacts > 0 && {
      label: t.contacts,
      value: <a href={link(`/organisations/${of.id}/contacts`)}>{t.contactCount(of.contacts)}</a>,
    },
  ].filter((item): item is FactItem => Boolean(item))
  if (all.length === 0) return null
  return (
    <div class="profile-part profile-more">
      <Facts items={all} language={language} />
    </div>
  )
}

function sizeOf(of: Profile, language: Language): FactItem | false {
  const size = ofKind(of, 'size').at(-1)
  if (!size?.code) return false
  const t = text[language]
  const { day, source = '' } = size.content
  const classes: Readonly<Record<string, string>> = t.sizes
  return {
    label: t.kinds.size,
    value: (
      <>
        {classes[size.code] ?? size.code}
        {day && <span class="quiet"> ({t.sizeOn(formatDay(day, language), source)})</span>}
        {size.prefilled && <Prefilled language={language} />}
      </>
    ),
  }
}

const Roles = ({ of, link, language }: Shown) => (
  <ul class="profile-roles">
    {of.roles.map(({ ecosystem, role, from, to }) => (
      <li>
        <a href={link(`/ecosystems/${ecosystem.key}`)}>
          {pick(ecosystem.name, language)?.text ?? ecosystem.key}
        </a>{' '}
        <span class="quiet">
          {roleName(role, language)}
          {(from || to) && ` ${[from, to].map((d) => (d ? formatDay(d, language) : '')).join('–')}`}
        </span>
      </li>
    ))}
  </ul>
)

const described = (of: Profile, language: Language) =>
  ofKind(of, 'picture').filter((f) => f.content.title?.[language])

const mainPicture = (of: Profile, language: Language) => {
  const all = described(of, language)
  return all.find((f) => f.content.main) ?? all[0]
}

const altOf = (fact: ShownFact, language: Language): string => fact.content.title?.[language] ?? ''

const Picture = ({ fact, link, of, language }: Shown & { fact: ShownFact }) => (
  <img
    src={link(`/organisations/${of.id}/profile/pictures/${fact.id}/large`)}
    alt={altOf(fact, language)}
    width={fact.content.width}
    height={fact.content.height}
  />
)

/** The pictures after the first one, small; only those that are described in the reader's language. */
function Pictures({ of, link, language, main }: Shown & { main: ShownFact | undefined }) {
  const rest = described(of, language).filter((f) => f !== main)
  if (rest.length === 0) return null
  return (
    <ul class="profile-pictures" aria-label={text[language].kinds.picture}>
      {rest.map((fact) => (
        <li>
          <a href={link(`/organisations/${of.id}/profile/pictures/${fact.id}/large`)}>
            <img
              src={link(`/organisations/${of.id}/profile/pictures/${fact.id}/small`)}
              alt={altOf(fact, language)}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** How fresh it is and whose word it is: nobody needed, no warm colour. */
export function ProfileState({ of, language }: { of: Profile; language: Language }) {
  const t = text[language]
  const { freshness } = of
  return (
    <>
      {freshness.state === 'unchecked' ? (
        <Tag tone="warm" sign="waiting">
          {t.unchecked}
        </Tag>
      ) : freshness.state === 'old' ? (
        <Tag tone="warm">{t.old(formatDay(freshness.on, language))}</Tag>
      ) : (
        <span class="quiet">{t.checked(formatDay(freshness.on, language))}</span>
      )}
    </>
  )
}

/** Languages in which a picture has no description. */
export const undescribedIn = (fact: ShownFact): Language[] =>
  languages.filter((language) => !fact.content.title?.[language])
