import { eventsFrom } from '../../kernel/machine.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay, formatInstant } from '../../kernel/time.ts'
import { type FactItem, Facts, PageHead, Section, Tag } from '../../ui/index.ts'
import { Attachments, attachmentsOf } from '../drafts/index.ts'
import { Talk, talkOn } from '../talk/index.ts'
import { showByLink, showPartner } from './answer-actions.ts'
import { overOf, Paragraphs, Practice } from './answer-facts.tsx'
import type { Deed } from './answer-queries.ts'
import { answerText } from './answer-text.ts'
import type { PartnerView, ToldInvitation } from './answer-view.ts'
import { crumbsOf } from './frame.tsx'
import { partnerPath } from './invite-actions.ts'
import { inviteText } from './invite-text.ts'
import { letterText } from './letter-text.ts'
import type { Consortium } from './record.ts'
import { isIn, partnerMachine } from './rules.ts'
import { taskText } from './task-text.ts'
import { meetingsPath, TaskItems } from './task-view.tsx'

type Shown = { view: PartnerView; request: PageRequest; token?: string }

function Agreed({ view, request: { language } }: Shown) {
  const t = answerText[language]
  const { partner: p } = view
  const euros = (amount: string) => `${formatAmount(centsOf(amount), language)} €`
  const items: (FactItem | false)[] = [
    p.share !== null && { label: t.asked, value: euros(p.share) },
    p.ownShare !== null && { label: t.own, value: euros(p.ownShare) },
    p.capacity !== null && { label: t.capacity, value: t.capacities[p.capacity] },
  ]
  const facts = items.filter((item): item is FactItem => item !== false)
  return (
    <Section title={t.agreed} id="agreed">
      {p.said && <Paragraphs of={p.said} />}
      {facts.length > 0 && <Facts items={facts} language={language} />}
      {!p.said && facts.length === 0 && <p class="quiet">{t.nothingAgreed}</p>}
    </Section>
  )
}

function LetterOf({ view, request: { language, link }, token }: Shown) {
  const t = letterText[language]
  const { letter, consortium, partner, may } = view
  const home = partnerPath({ consortium: consortium.id, partner: partner.id })
  const href = token ? `${link('/consortium-letter')}?token=${token}` : link(`${home}/letter`)
  return (
    <Section title={t.title} id="letter">
      {letter ? (
        <>
          <p>{t.signed(letter.signer, letter.signerTitle, formatInstant(letter.signedAt, language))}</p>
          <p>
            <a href={href}>{t.open}</a>
            {!token && (may.gather || may.answer) && (
              <>
                {' · '}
                <a href={link(`${home}/withdraw-letter`)}>{t.withdraw}</a>
              </>
            )}
          </p>
        </>
      ) : (
        <p>
          {t.none} {isIn(partner.state) && may.answer && <a href={href}>{t.signTitle}</a>}
        </p>
      )}
    </Section>
  )
}

/** One question as a line: when, to whom, what came of it. */
function InvitationLine({ of, request: { language } }: { of: ToldInvitation; request: PageRequest }) {
  const t = inviteText[language]
  const a = answerText[language]
  return (
    <li>
      {t.sentTo(of.toAddress ? t.byMail : t.toKeepers, formatDay(dayIn(of.sentAt), language))}
      {of.answerBy && ` · ${t.answerBy.toLowerCase()} ${formatDay(of.answerBy, language)}`}
      {of.reminders > 0 && ` · ${t.reminded(formatCount(of.reminders, language))}`}
      {of.withdrawnWhy && <span class="sub">{t.withdrawnWhy(of.withdrawnWhy)}</span>}
      {of.answer && (
        <span class="sub">
          {a.answers[of.answer]}
          {of.answeredAt && ` · ${formatInstant(of.answeredAt, language)}`}
          {of.answeredBy && ` · ${of.answeredBy}`}
        </span>
      )}
      {of.questions && <span class="sub">{of.questions}</span>}
    </li>
  )
}

/** What has happened, the newest first. */
export function Course({
  deeds,
  request: { language },
  named,
}: {
  deeds: readonly Deed[]
  request: PageRequest
  named?: boolean
}) {
  const t = answerText[language]
  const says: Readonly<Record<string, string>> = t.courseSays
  if (deeds.length === 0) return null
  return (
    <Section title={t.course} id="course">
      <ul class="cons-course">
        {deeds.map(({ what, details, by, at }) => (
          <li>
            <span class="quiet num">{formatInstant(at, language)}</span>
            <span>
              {named && details.name && `${details.name}: `}
              {says[what] ?? t.courseOther}
              <span class="quiet"> · {by}</span>
              {details.reason && <span class="sub">{details.reason}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Head({ view, request, token }: Shown) {
  const { language, link } = request
  const t = answerText[language]
  const { consortium, partner, may } = view
  const home = partnerPath({ consortium: consortium.id, partner: partner.id })
  const events = eventsFrom(partnerMachine, partner.state)
  const actions = (
    <>
      {token && (
        <a class="btn main" href={`${link('/consortium-invitation')}?token=${token}`}>
          {t.edit}
        </a>
      )}
      {!token && may.answer && (
        <a class="btn main" href={link(`${home}/answer`)}>
          {t.edit}
        </a>
      )}
      {!token && may.gather && (events.includes('invite') || partner.state === 'invited') && (
        <a class={may.answer ? 'btn' : 'btn main'} href={link(`${home}/invite`)}>
          {partner.state === 'invited' ? inviteText[language].again : inviteText[language].invite}
        </a>
      )}
      {!token && may.gather && partner.state === 'invited' && (
        <a class="btn" href={link(`${home}/withdraw`)}>
          {inviteText[language].withdraw}
        </a>
      )}
    </>
  )
  return (
    <>
      <PageHead
        over={`${t.partnerOver} · ${overOf(consortium, language)}`}
        title={partner.name}
        state={
          <>
            <Tag tone={partner.state === 'committed' ? 'ok' : isIn(partner.state) ? 'plain' : 'warm'}>
              {partnerMachine.states[partner.state][language]}
            </Tag>{' '}
            {t.changed(formatDay(dayIn(partner.changedAt), language))}
          </>
        }
        actions={actions}
      />
      <Practice of={consortium} request={request} />
    </>
  )
}

function Tasks({ view, request, token }: Shown) {
  const { language, link } = request
  const t = taskText[language]
  return (
    <Section title={t.title} id="tasks">
      <TaskItems
        tasks={view.tasks}
        request={request}
        may={() => view.may.answer || view.may.gather || view.may.agree}
        {...(token && { token })}
      />
      {!token && view.may.agree && (
        <p>
          <a href={link(meetingsPath(view.consortium.id))}>{t.meetings}</a>
        </p>
      )}
    </Section>
  )
}

async function partnerPage(request: PageRequest): Promise<PageAnswer> {
  const { language, params } = request
  const t = answerText[language]
  const { view } = await request.perform(showPartner, { consortium: params.id, partner: params.partner })
  const subject = { kind: 'consortium', id: view.consortium.id }
  const talked = view.may.agree ? await talkOn(request, subject) : undefined
  const files = view.may.agree ? await attachmentsOf(request, subject) : undefined
  return {
    as: 'page',
    sheet: 'consortia',
    title: `${view.partner.name}: ${view.consortium.title}`,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, view.consortium as Consortium, view.partner.name),
    body: (
      <>
        <Head view={view} request={request} />
        <div class="cons-columns">
          <div>
            <Agreed view={view} request={request} />
            <LetterOf view={view} request={request} />
            <Tasks view={view} request={request} />
            <Section title={t.invitations} id="invitations">
              {view.invitations.length === 0 ? (
                <p class="quiet">{t.noInvitations}</p>
              ) : (
                <ul class="cons-plain">
                  {view.invitations.map((of) => (
                    <InvitationLine of={of} request={request} />
                  ))}
                </ul>
              )}
            </Section>
            {files && <Attachments shown={files} request={request} />}
            {talked && <Talk talked={talked} request={request} />}
          </div>
          <aside>
            <Course deeds={view.course} request={request} />
          </aside>
        </div>
      </>
    ),
  }
}

/** The same for whoever has the link, as far as they need it. */
async function linkedPage(request: PageRequest): Promise<PageAnswer> {
  const token = request.url.searchParams.get('token') ?? ''
  const { view } = await request.perform(showByLink, { token })
  const shown = { view, request, token }
  return {
    as: 'page',
    sheet: 'consortia',
    title: `${view.partner.name}: ${view.consortium.title}`,
    robots: 'noindex',
    body: (
      <div class="form-page cons-answer">
        <Head {...shown} />
        <Agreed {...shown} />
        <LetterOf {...shown} />
        <Tasks {...shown} />
        <Course deeds={view.course} request={request} />
      </div>
    ),
  }
}

export const partnerPages: readonly Page[] = [
  { method: 'GET', path: '/consortium-partner', run: linkedPage },
  { method: 'GET', path: '/consortia/{id}/partners/{partner}', run: partnerPage },
]
