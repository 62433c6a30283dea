import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest, Supplement } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatCount, inEach } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import {
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  Tag,
  TextArea,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { FactLink } from './next-view.tsx'
import { keeping, listOpenings, type Openings, sayInterest, setOpeningAlerts } from './opening-actions.ts'
import { openingText as text } from './opening-text.ts'
import type { ToldOpening } from './openings.ts'

const path = '/openings'

type ListProps = { items: readonly ToldOpening[]; of: Openings; request: PageRequest }

/** Openings, the best first: what the organisation would fill, with what shows it, and how to join. */
function OpeningList({ items, of, request }: ListProps) {
  const { language, link } = request
  const t = text[language]
  return (
    <ul class="cons-openings">
      {items.map((one) => (
        <li>
          <p class="over">
            <Tag>{t.kinds[one.kind]}</Tag> {one.exercise && <Tag tone="warm">{t.exercise}</Tag>}
          </p>
          <h3>
            <a href={link(one.path)}>{one.title}</a>
          </h3>
          <p class="sub">
            {[
              one.call,
              one.ecosystem,
              one.lead && `${t.led} ${one.lead}`,
              one.deadline && `${t.until} ${formatDay(dayIn(one.deadline), language)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {(['fills', 'proves'] as const).map((how) => (
            <Filled one={one} how={how} request={request} />
          ))}
          {one.also.length > 0 && (
            <p class="note">
              {t.also}: {one.also.join('; ')}
            </p>
          )}
          <p class="actions">
            {one.kind === 'call' ? (
              <a class="btn" href={link(one.path)}>
                {t.read}
              </a>
            ) : (
              of.keeps &&
              of.organisation && (
                <a class="btn" href={link(joinPath(one.id, of.organisation.id))}>
                  {t.join}
                  <span class="vh">: {one.title}</span>
                </a>
              )
            )}
            <span class="note num">{t.points(formatCount(one.points, language))}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Filled({ one, how, request }: { one: ToldOpening; how: 'fills' | 'proves'; request: PageRequest }) {
  const t = text[request.language]
  const those = one.fills.filter((f) => f.how === how)
  if (those.length === 0) return null
  return (
    <>
      <h4>{t[how]}</h4>
      <ul class="cons-reasons">
        {those.map(({ demand, must, facts }) => (
          <li>
            {demand} {must && <span class="quiet">({t.must})</span>}
            {facts.length > 0 && (
              <span class="sub">
                {facts.map((fact, i) => (
                  <>
                    {i > 0 && ', '}
                    <FactLink fact={fact} request={request} />
                  </>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Chosen({ of, request: { language, link } }: { of: Openings; request: PageRequest }) {
  const t = text[language]
  if (of.kept.length < 2) return null
  return (
    <form method="get" action={link(path)} class="cons-chosen">
      <SelectField
        name="organisation"
        label={t.organisation}
        choices={of.kept.map(({ id, name }) => ({ value: id, label: name }))}
        value={of.organisation?.id ?? ''}
        language={language}
      />
      <button class="btn" type="submit">
        {t.show}
      </button>
    </form>
  )
}

/** What the organisation has said by itself, and what came of it. */
function Interests({ of, request: { language, link } }: { of: Openings; request: PageRequest }) {
  const t = text[language]
  if (of.interests.length === 0) return null
  return (
    <Section title={t.own} id="own">
      <ul class="ruled">
        {of.interests.map(({ consortium, title, words, answer, answerText, at }) => (
          <li>
            <a href={link(`/consortia/${consortium}`)}>{title}</a>{' '}
            <Tag tone={answer === 'taken' ? 'ok' : 'plain'}>{t.answers[answer ?? 'waiting']}</Tag>
            <span class="sub">
              {formatDay(dayIn(at), language)} · {words}
            </span>
            {answerText && <span class="sub">{answerText}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Alerts({ of, request: { language, link } }: { of: Openings; request: PageRequest }) {
  const t = text[language]
  if (!of.keeps || !of.organisation) return null
  return (
    <Section title={t.alerts} id="alerts">
      <form method="post" action={link(`${path}/alerts`)}>
        <input type="hidden" name="organisation" value={of.organisation.id} />
        <p>{of.alerts ? t.alertsOn : t.alertsOff}</p>
        <button class="btn" type="submit" name="on" value={of.alerts ? 'no' : 'yes'}>
          {of.alerts ? t.stop : t.start}
        </button>
      </form>
    </Section>
  )
}

function Body({ of, request }: { of: Openings; request: PageRequest }) {
  const { language, link } = request
  const t = text[language]
  if (!of.organisation)
    return (
      <Empty title={t.notKeeper}>
        {t.notKeeperNext} <a href={link('/organisations')}>{t.toOrganisations}</a>
      </Empty>
    )
  if (!of.ready) return <p role="status">{t.making}</p>
  return (
    <>
      {of.items.length > 0 ? (
        <OpeningList items={of.items} of={of} request={request} />
      ) : (
        <Empty title={t.none}>
          {t.noneNext} <a href={link(`/organisations/${of.organisation.id}/profile`)}>{t.toProfile}</a>
        </Empty>
      )}
      <Interests of={of} request={request} />
      <Alerts of={of} request={request} />
    </>
  )
}

async function openingsPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const t = text[language]
  const organisation = url.searchParams.get('organisation') ?? undefined
  const of = await request.perform(listOpenings, { organisation })
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.title,
    nav: 'organisations',
    robots: 'noindex',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    ...(!of.ready && { unready: true, refresh: 3 }),
    body: (
      <>
        <PageHead
          over={
            of.organisation && (
              <a href={link(`/organisations/${of.organisation.id}`)}>{of.organisation.name}</a>
            )
          }
          title={t.title}
          lead={t.lead}
          actions={
            <a class="btn" href={link('/partners-wanted')}>
              {t.toWanted}
            </a>
          }
        />
        <Chosen of={of} request={request} />
        <Body of={of} request={request} />
      </>
    ),
  }
}

const joinPath = (consortium: string, organisation: string) => `${path}/${consortium}/join/${organisation}`

/** The words by which an organisation says that it would join. */
export const joinDraft: DraftKind = {
  kind: 'opening.join',
  shared: false,
  title: inEach((l) => text[l].joinTitle),
  path: (subject) => {
    const [consortium = '', organisation = ''] = subject.split(':')
    return joinPath(consortium, organisation)
  },
  allow: ruleOf(keeping, ({ subject }: { subject: string }) => ({
    organisation: subject.split(':')[1] ?? '',
  })),
}

const joinForm = ({ params }: PageRequest) => ({
  kind: joinDraft,
  subject: `${params.id}:${params.organisation}`,
  before: { words: '' },
})

async function joinPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const of = await request.perform(listOpenings, { organisation: params.organisation })
  const one = of.items.find(({ id }) => id === params.id)
  const { kind, subject, before } = joinForm(request)
  const draft = await draftFor(request, kind, subject, before)
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.joinTitle,
    nav: 'organisations',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.title, href: link(`${path}?organisation=${params.organisation}`) },
      { text: t.joinTitle },
    ],
    body: (
      <>
        <PageHead
          over={one && <a href={link(one.path)}>{one.title}</a>}
          title={t.joinTitle}
          lead={t.joinLead(of.organisation?.name ?? '')}
        />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm draft={draft} action={link(kind.path(subject))} submit={t.send} language={language}>
          <TextArea
            name="words"
            label={t.words}
            help={t.wordsHelp}
            value={draft.text('words')}
            error={errors.find((e) => e.name === 'words')?.text}
            rows={5}
            language={language}
          />
        </DraftForm>
      </>
    ),
  }
}

const takeJoin = (request: PageRequest): Promise<PageAnswer> => {
  const { id: consortium, organisation } = request.params
  return takeForm(
    request,
    joinForm(request),
    async ({ text: said, draft }) => {
      await request.perform(sayInterest, { consortium, organisation, words: said('words') }, draft)
      return `${path}?organisation=${organisation}#own`
    },
    (errors) => joinPage(request, errors),
  )
}

export const openingPages: readonly Page[] = [
  { method: 'GET', path, run: openingsPage },
  {
    method: 'POST',
    path: `${path}/alerts`,
    run: async (request) => {
      const form = await request.form()
      const organisation = form.get('organisation')
      await request.perform(setOpeningAlerts, { organisation, on: form.get('on') === 'yes' })
      return { as: 'redirect', to: request.link(`${path}?organisation=${organisation}#alerts`) }
    },
  },
  { method: 'GET', path: `${path}/{id}/join/{organisation}`, run: (request) => joinPage(request) },
  { method: 'POST', path: `${path}/{id}/join/{organisation}`, run: takeJoin },
]

/** How many openings stand on an organisation's page. */
const mostOnPage = 3

/** What looks for what an organisation has, on its page, for who is signed in. */
export const openingsOfOrganisation: Supplement = {
  kind: 'organisation',
  show: async (request, organisation) => {
    const { actor, language, link } = request
    if (actor.kind !== 'person') return undefined
    const of = await request.perform(listOpenings, { organisation }).catch(unlessRefused)
    if (!of || of.items.length === 0) return undefined
    const t = text[language]
    return {
      id: 'openings',
      label: t.onPage,
      count: of.items.length,
      body: (
        <Section
          title={t.onPage}
          id="openings"
          note={<a href={link(`${path}?organisation=${organisation}`)}>{t.all}</a>}
        >
          <ul class="ruled">
            {of.items.slice(0, mostOnPage).map((one) => (
              <li>
                <a href={link(one.path)}>{one.title}</a> <Tag>{t.kinds[one.kind]}</Tag>
                <span class="sub">{one.fills.map(({ demand }) => demand).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </Section>
      ),
    }
  },
}
