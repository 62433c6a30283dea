import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Alert, Section, Tag } from '../../ui/index.ts'
import { editPage, kept, nameOf, profilePath } from './edit-frame.tsx'
import { editText } from './edit-text.ts'
import { ProfileState } from './profile-view.tsx'
import type { Profile, ShownFact } from './read-actions.ts'
import { type CardKind, cardKinds, type Point } from './rules.ts'
import { text } from './text.ts'

type Of = { of: Profile; request: PageRequest }

/** Where the profile is kept: what is missing and why it matters, each part with the way to it, and the yearly word. */
export async function hubPage(request: PageRequest): Promise<PageAnswer> {
  const of = await kept(request)
  const { language, link } = request
  const t = editText[language]
  const name = nameOf(of, request)
  return editPage(
    request,
    of,
    {
      heading: t.title,
      lead: of.mine === 'keeper' ? t.keeper(name) : t.coordinator(name),
      actions: (
        <a class="btn" href={link(`/organisations/${of.id}#profile`)}>
          {t.see}
        </a>
      ),
    },
    <>
      {of.exercise && (
        <Alert tone="warm" title={text[language].exercise}>
          {text[language].exerciseHelp}
        </Alert>
      )}
      {of.mine === 'keeper' && of.facts.length > 0 && <OwnWord of={of} request={request} />}
      <Missing of={of} request={request} />
      <Section
        title={t.sections.basics}
        id="basics"
        note={<a href={link(profilePath(of, '/basics'))}>{t.changeOne}</a>}
      >
        <Basics of={of} request={request} />
      </Section>
      {cardKinds.map((kind) => (
        <CardsKept of={of} kind={kind} request={request} />
      ))}
      <Section title={t.rest} id="parts">
        <ul class="tasks">
          {(['competences', 'industries', 'pictures', 'keepers', 'history'] as const).map((part) => (
            <li>
              <a href={link(profilePath(of, `/${part}`))}>{t.sections[part]}</a>
              <span class="quiet">
                {countOf(of, part)} {t.sectionNote[part]}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>,
  )
}

function countOf(of: Profile, part: string): string {
  const kind = { competences: 'competence', industries: 'industry', pictures: 'picture' }[part]
  if (!kind) return ''
  const n = of.facts.filter((f) => f.kind === kind).length
  return `${n} ·`
}

/** The actor's word that all is as it was, with what waits for it. */
function OwnWord({ of, request: { language, link } }: Of) {
  const t = editText[language]
  const waiting = of.facts.filter((f) => f.prefilled).length
  const asks = waiting > 0 || of.freshness.state !== 'fresh'
  return (
    <Section
      title={t.confirmTitle}
      id="confirm"
      class={asks ? 'profile-word asks' : 'profile-word'}
      note={<ProfileState of={of} language={language} />}
    >
      {waiting > 0 && (
        <p>
          <Tag tone="warm" sign="waiting">
            {t.waiting(waiting)}
          </Tag>
        </p>
      )}
      <p>{t.confirmLead}</p>
      <form method="post" action={link(profilePath(of, '/confirm'))} class="actions">
        <button class={asks ? 'btn main' : 'btn'} type="submit">
          {t.confirm}
        </button>
      </form>
    </Section>
  )
}

const wayTo: Record<Point, (of: Profile) => string> = {
  activity: (of) => profilePath(of, '/basics'),
  size: (of) => profilePath(of, '/basics'),
  region: (of) => profilePath(of, '/basics'),
  language: (of) => profilePath(of, '/basics'),
  offer: (of) => profilePath(of, '/new/offer'),
  need: (of) => profilePath(of, '/new/need'),
  competence: (of) => profilePath(of, '/competences'),
  industry: (of) => profilePath(of, '/industries'),
  contact: (of) => `/organisations/${of.id}/contacts`,
  picture: (of) => profilePath(of, '/pictures'),
}

/** What is missing, in words that say why it matters. */
function Missing({ of, request: { language, link } }: Of) {
  const t = editText[language]
  const { told, missing } = of.completeness
  const all = told.length + missing.length
  return (
    <Section
      title={t.missingTitle}
      id="missing"
      note={<span class="num">{text[language].told(told.length, all)}</span>}
    >
      {missing.length === 0 ? (
        <p>
          <Tag tone="ok" sign="done">
            {t.complete}
          </Tag>
        </p>
      ) : (
        <ul class="profile-missing">
          {missing.map((point) => (
            <li>
              {point === 'contact' && of.mine === 'keeper' ? (
                t.askContact
              ) : (
                <a href={link(wayTo[point](of))}>{t.why[point]}</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Basics({ of, request: { language } }: Of) {
  const t = editText[language]
  const activity = of.facts.findLast((f) => f.kind === 'activity')?.content.text
  const said = activity?.[language] ?? activity?.fi ?? activity?.sv ?? activity?.en
  return said ? <p class="profile-excerpt">{said}</p> : <p class="quiet">{t.basicsLead}</p>
}

function CardsKept({ of, kind, request: { language, link } }: Of & { kind: CardKind }) {
  const t = editText[language]
  const cards = of.facts.filter((f) => f.kind === kind)
  return (
    <Section
      title={text[language].kinds[kind]}
      id={kind}
      note={
        <a class="btn" href={link(profilePath(of, `/new/${kind}`))}>
          {t.add[kind]}
        </a>
      }
    >
      {cards.length === 0 ? (
        <p class="quiet">{t.none[kind]}</p>
      ) : (
        <ul class="profile-kept">
          {cards.map((card) => (
            <li id={card.entry}>
              <Line card={card} language={language} />
              <div class="actions">
                <a class="btn" href={link(profilePath(of, `/cards/${card.entry}`))}>
                  {t.changeOne}
                  <span class="vh"> {titleOf(card, language)}</span>
                </a>
                <form method="post" action={link(profilePath(of, '/remove'))}>
                  <input type="hidden" name="entry" value={card.entry} />
                  <button class="btn bare" type="submit">
                    {t.remove}
                    <span class="vh"> {titleOf(card, language)}</span>
                  </button>
                </form>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const titleOf = ({ content }: ShownFact, language: keyof typeof text): string =>
  content.title?.[language] ?? content.title?.fi ?? content.title?.sv ?? content.title?.en ?? ''

function Line({ card, language }: { card: ShownFact; language: keyof typeof text }) {
  const t = text[language]
  const until = card.openUntil && formatDay(card.openUntil, language)
  return (
    <div>
      <b>{titleOf(card, language)}</b>{' '}
      {card.prefilled && (
        <Tag tone="warm" sign="waiting">
          {t.prefilled}
        </Tag>
      )}
      <span class="sub">
        {[
          until && (card.closed ? t.closedOn(until) : t.until(until)),
          t.shares[card.share],
          card.by && t.statedBy(card.by, formatDay(dayIn(card.at), language)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  )
}
