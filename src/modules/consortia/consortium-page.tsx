import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  Empty,
  Menu,
  PageHead,
  Popover,
  ProvenanceList,
  text as parts,
  Section,
  sheetChoices,
  Tag,
} from '../../ui/index.ts'
import { applyText } from './apply-text.ts'
import { changeState, getAction } from './consortium-actions.ts'
import { coverAction, type ToldCover } from './cover-actions.ts'
import { CoverMatrix, type Ready, Summary } from './cover-view.tsx'
import { crumbsOf } from './frame.tsx'
import { inviteText } from './invite-text.ts'
import { letterText } from './letter-text.ts'
import { NextPartners } from './next-view.tsx'
import { leaveOut, propose } from './partner-actions.ts'
import type { Consortium, Kept, Partner } from './record.ts'
import { pathOf } from './rights.ts'
import { consortiumMachine, isIn, partnerMachine } from './rules.ts'
import { Steps } from './steps-view.tsx'
import { taskText } from './task-text.ts'
import { text } from './text.ts'
import { wantedSection } from './wanted-interests.tsx'

/** The line over the name: the call as it is called by its funder. */
function CallLine({ of, request: { language, link } }: { of: Consortium; request: PageRequest }) {
  const name = of.callName ?? of.callCode ?? text[language].over
  const href = of.callCode ? link(`/calls/${of.callCode}`) : of.callAddress
  return (
    <>
      {href ? (
        <a href={href} {...(!of.callCode && { rel: 'external' })}>
          {name}
        </a>
      ) : (
        name
      )}
      {of.programme && ` · ${of.programme}`}
    </>
  )
}

function Head({ kept, request }: { kept: Kept; request: PageRequest }) {
  const { language, link } = request
  const { consortium } = kept
  const t = text[language]
  const home = link(pathOf(consortium.id))
  return (
    <>
      <PageHead
        over={<CallLine of={consortium} request={request} />}
        title={consortium.title}
        state={
          <>
            <Tag tone={consortium.state === 'applied' ? 'ok' : 'plain'}>
              {consortiumMachine.states[consortium.state][language]}
            </Tag>{' '}
            {t.deadline}: {consortium.deadline ? formatInstant(consortium.deadline, language) : t.noDeadline}
          </>
        }
        lead={consortium.aim}
        actions={
          <>
            {kept.may.gather && (
              <a class="btn" href={`${home}/meetings`}>
                {taskText[language].meetings}
              </a>
            )}
            {kept.may.gather && (
              <a class="btn" href={`${home}/edit`}>
                {t.edit}
              </a>
            )}
            <Menu
              label={t.export}
              groups={[sheetChoices((format) => `${home}/matrix.${format}`)]}
              note={t.exportSays}
            />
            {kept.may.gather && (
              <a class="btn main" href={`${home}/${consortium.callCode ? 'apply' : 'packet'}`}>
                {
                  applyText[language][
                    consortium.state === 'applied' ? 'made' : consortium.callCode ? 'title' : 'packet'
                  ]
                }
              </a>
            )}
          </>
        }
      />
      {consortium.exercise && <Alert title={t.exercise}>{t.exerciseSays}</Alert>}
      {consortium.endedWhy && (
        <Alert title={t.endedWhy(consortium.endedWhy)}>
          {kept.may.resume && (
            <form method="post" action={`${home}/resume`}>
              <button class="btn" type="submit">
                {t.resume}
              </button>
            </form>
          )}
        </Alert>
      )}
    </>
  )
}

/** A partner by its name: for those who gather its own page in the consortium, else what it brings. */
function PartnerLink({
  partner,
  home,
  inside,
  language,
}: {
  partner: Partner
  home: string
  inside: boolean
  language: Language
}) {
  const { id, name, organisation, signed } = partner
  const href = inside
    ? `${home}/partners/${id}`
    : organisation
      ? `${home}/organisations/${organisation}`
      : undefined
  return (
    <span>
      {href ? <a href={href}>{name}</a> : name}
      {signed && <span class="sub">{letterText[language].signedTitle}</span>}
    </span>
  )
}

type StandingProps = { partner: Partner; kept: Kept; home: string; language: Language }

/** How far a partner is, and what may be done. Who leads is in from the first day: nobody proposes or invites it. */
function Standing({ partner, kept, home, language }: StandingProps) {
  const t = text[language]
  const leads = partner.organisation !== null && partner.organisation === kept.consortium.lead?.id
  const unasked = leads && partner.state === 'proposed'
  return (
    <span class="cons-how">
      {leads && <Tag tone="ok">{t.leads}</Tag>}
      {!unasked && (
        <Tag tone={partner.state === 'committed' ? 'ok' : isIn(partner.state) ? 'plain' : 'warm'}>
          {partnerMachine.states[partner.state][language]}
        </Tag>
      )}
      {kept.may.gather && !unasked && (partner.state === 'proposed' || partner.state === 'declined') && (
        <a class="btn" href={`${home}/partners/${partner.id}/invite`}>
          {inviteText[language].invite}
          <span class="vh">: {partner.name}</span>
        </a>
      )}
      {kept.may.gather && partner.state !== 'left' && (
        <form method="post" action={`${home}/leave-out`}>
          <input type="hidden" name="partner" value={partner.id} />
          <button class="btn" type="submit">
            {t.leaveOut}
            <span class="vh">: {partner.name}</span>
          </button>
        </form>
      )}
    </span>
  )
}

/** Who is in and who was, each with what may be done. */
function Partners({ kept, request: { language, link } }: { kept: Kept; request: PageRequest }) {
  const t = text[language]
  const home = link(pathOf(kept.consortium.id))
  return (
    <Section title={t.partners} id="partners">
      {kept.partners.length === 0 ? (
        <Empty title={t.noPartners}>
          {kept.may.gather && <a href={`${home}/partners/new`}>{t.addPartner}</a>}
        </Empty>
      ) : (
        <ul class="cons-steps">
          {kept.partners.map((partner) => (
            <li>
              <PartnerLink partner={partner} home={home} inside={kept.may.gather} language={language} />
              <Standing partner={partner} kept={kept} home={home} language={language} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** With more columns than stand beside the aside, the matrix takes the whole width, above both. */
const isWide = ({ columns, suggestions }: Ready): boolean =>
  columns.length + (suggestions.length > 0 ? 1 : 0) > 5

type Given = { kept: Kept; cover: ToldCover; request: PageRequest }

/** What stands under the matrix, in this order. Each reads what it needs by the page's own actions. */
const sections: readonly ((given: Given) => ComponentChildren | Promise<ComponentChildren>)[] = [
  ({ kept, cover, request }) => cover.ready && <Steps kept={kept} cover={cover} request={request} />,
  ({ kept, request }) => <Partners kept={kept} request={request} />,
  ({ kept, request }) => wantedSection(request, kept),
]

async function consortiumPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const kept = await request.perform(getAction, { consortium: params.id })
  const cover = await request.perform(coverAction, { consortium: params.id })
  const { consortium } = kept
  const home = link(pathOf(consortium.id))
  const isAsked = cover.ready && kept.demands.length > 0
  const wide = cover.ready && isWide(cover)
  const matrix = isAsked && <CoverMatrix kept={kept} cover={cover} request={request} />
  const under: ComponentChildren[] = []
  for (const section of sections) under.push(await section({ kept, cover, request }))
  return {
    as: 'page',
    sheet: 'consortia',
    title: consortium.title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, consortium),
    ...(!cover.ready && { unready: true, refresh: 3 }),
    body: (
      <>
        <Head kept={kept} request={request} />
        {!cover.ready && <p role="status">{t.making}</p>}
        {cover.ready && kept.demands.length === 0 && (
          <Empty title={t.noDemands}>
            {t.noDemandsNext} {kept.may.gather && <a href={`${home}/demands/new`}>{t.addDemand}</a>}
          </Empty>
        )}
        {isAsked && <Summary kept={kept} cover={cover} request={request} />}
        {wide && <div class="wide">{matrix}</div>}
        <div class="cons-columns">
          <div>
            {!wide && matrix}
            {under}
          </div>
          {isAsked && <NextPartners kept={kept} cover={cover} request={request} />}
        </div>
        {kept.may.gather && (
          <p class="note">
            <a href={`${home}/end`}>{t.end}</a>
          </p>
        )}
      </>
    ),
  }
}

/** Where the figures of a consortium come from. */
async function provenancePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const t = text[language]
  const { consortium } = await request.perform(getAction, { consortium: params.id })
  const body = (
    <ProvenanceList
      of={{ source: <a href={link('/sources')}>{t.source}</a>, method: t.method }}
      language={language}
    />
  )
  if (url.searchParams.has('fragment'))
    return {
      as: 'fragment',
      body: (
        <Popover title={parts[language].whereFromTitle} language={language}>
          {body}
        </Popover>
      ),
    }
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.whereFrom,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, consortium, t.whereFrom),
    body: (
      <>
        <PageHead title={t.whereFrom} />
        {body}
      </>
    ),
  }
}

/** A button's form: does one thing with what it names, and comes back to the consortium. */
const deed = (
  name: string,
  run: (request: PageRequest, consortium: string, of: string) => Promise<unknown>,
  field: string,
): Page => ({
  method: 'POST',
  path: `/consortia/{id}/${name}`,
  run: async (request) => {
    const { id = '' } = request.params
    await run(request, id, (await request.form()).get(field) ?? '')
    return { as: 'redirect', to: request.link(pathOf(id)) }
  },
})

export const consortiumPages: readonly Page[] = [
  { method: 'GET', path: '/consortia/{id}', run: consortiumPage },
  { method: 'GET', path: '/consortia/{id}/provenance', run: provenancePage },
  deed(
    'propose',
    (r, consortium, organisation) => r.perform(propose, { consortium, organisation }),
    'organisation',
  ),
  deed('leave-out', (r, consortium, partner) => r.perform(leaveOut, { consortium, partner }), 'partner'),
  deed('resume', (r, consortium) => r.perform(changeState, { consortium, event: 'resume' }), 'event'),
]
