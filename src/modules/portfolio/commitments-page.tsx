import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, Empty, Facts, PageHead, Section, Table, Tag } from '../../ui/index.ts'
import { Attachments, attachmentsOf } from '../drafts/index.ts'
import { Talk, talkOn } from '../talk/index.ts'
import { type ListedCommitment, listCommitments } from './commitment-actions.ts'
import { fault } from './fault-text.ts'
import { formText } from './form-text.ts'
import { crumbsOf, framed, nameOf, readTold } from './frame.tsx'
import { promiseText } from './promise-text.ts'
import type { Told } from './record.ts'
import { type CheckOutcome, checkMonths } from './rules.ts'
import { pathOf, type Shown } from './shown.ts'

/** What goes on after the money, and which promises were kept. */
export async function commitmentsPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link } = request
  const { items, share } = await request.perform(listCommitments, { portfolio: told.portfolio.id })
  const t = promiseText[language].commitments
  const waiting = items.filter((k) => k.due).length
  return framed({
    request,
    told,
    tab: 'commitments',
    actions: told.may.judge && (
      <a class="btn" href={link(pathOf(told, '/commitments/new'))}>
        {t.add}
      </a>
    ),
    body:
      items.length === 0 ? (
        <Empty title={t.none}>{told.may.judge && t.noneNext}</Empty>
      ) : (
        <>
          <p class="lead">{t.share(share.kept, share.known, share.promises)}</p>
          <p class="note">
            {share.known > 0 && t.parts(share.kept, share.partly, share.notKept)} {t.method}
          </p>
          {waiting > 0 && <Alert title={t.remindMany(waiting)}>{t.lead}</Alert>}
          <Promises told={told} items={items} request={request} />
        </>
      ),
  })
}

const tones = { kept: 'ok', partly: 'plain', 'not-kept': 'bad', unknown: 'plain' } as const
const signs = { kept: 'done', partly: 'running', 'not-kept': 'stopped', unknown: 'waiting' } as const

const Outcome = ({ outcome, language }: { outcome: CheckOutcome } & Pick<Shown, 'language'>) => (
  <Tag tone={tones[outcome]} sign={signs[outcome]}>
    {formText[language].outcomes[outcome]}
  </Tag>
)

type PromisesProps = { told: Told; items: readonly ListedCommitment[]; request: PageRequest }

function Promises({ told, items, request }: PromisesProps) {
  const { language, link } = request
  const t = promiseText[language].commitments
  const path = (k: ListedCommitment) => link(pathOf(told, `/commitments/${k.id}`))
  return (
    <Table
      caption={t.checks}
      density="tight"
      cards
      rows={items}
      columns={[
        {
          label: t.what,
          heading: true,
          phone: 'wide',
          cell: (k) => (
            <>
              <a href={path(k)}>{k.what}</a>
              <span class="sub">
                {k.title}
                {k.ends && ` · ${t.ends} ${formatDay(k.ends, language)}`}
              </span>
            </>
          ),
        },
        { label: t.who, phone: 'line', cell: (k) => k.organisation },
        { label: t.payer, phone: 'line', cell: (k) => k.payer ?? '' },
        { label: t.owner, phone: 'line', cell: (k) => k.owner ?? '' },
        {
          label: t.checks,
          phone: 'line',
          cell: (k) => <Checks commitment={k} told={told} request={request} />,
        },
      ]}
      language={language}
    />
  )
}

type ChecksProps = {
  commitment: ListedCommitment
  told: Told
  request: Pick<PageRequest, 'language' | 'link'>
}

/** Month by month what was found, and the one that is due. */
function Checks({ commitment, told, request: { language, link } }: ChecksProps) {
  const t = promiseText[language].commitments
  const check = (months: number) => link(pathOf(told, `/commitments/${commitment.id}/check/${months}`))
  return (
    <ul class="portfolio-values">
      {checkMonths.map((months) => {
        const made = commitment.checks.find((c) => c.months === months)
        if (made)
          return (
            <li>
              <span class="quiet num">{t.months(months)}</span>{' '}
              <Outcome outcome={made.outcome} language={language} />
            </li>
          )
        if (commitment.due?.months !== months) return null
        return (
          <li>
            {told.may.judge ? (
              <a href={check(months)}>
                {t.due(months)}
                <span class="vh">: {commitment.what}</span>
              </a>
            ) : (
              <Tag tone="warm" sign="waiting">
                {t.waits}
              </Tag>
            )}
          </li>
        )
      })}
      {commitment.checks.length === 0 && !commitment.due && <li class="quiet">{t.notYet}</li>}
    </ul>
  )
}

/** One promise: its checks with their evidence, the files that show it, and what is said of it. */
export async function commitmentPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link } = request
  const t = promiseText[language].commitments
  const { items } = await request.perform(listCommitments, { portfolio: told.portfolio.id })
  const k = items.find((one) => one.id === request.params.commitment)
  if (!k) throw fault('missing', 'missing')
  const subject = { kind: 'commitment', id: k.id }
  const talked = k.from === 'hand' ? await talkOn(request, subject) : undefined
  const files = k.from === 'hand' ? await attachmentsOf(request, subject) : undefined
  return {
    as: 'page',
    sheet: 'portfolio',
    title: k.what,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, told, t.one),
    body: (
      <>
        <PageHead
          over={<a href={link(pathOf(told, '/commitments'))}>{nameOf(told, language)}</a>}
          title={k.what}
          state={<span>{t.from[k.from]}</span>}
        />
        <Facts
          language={language}
          items={[
            {
              label: formText[language].project,
              value: k.path ? <a href={link(k.path)}>{k.title}</a> : k.title,
            },
            { label: t.who, value: k.organisation },
            ...(k.payer ? [{ label: t.payer, value: k.payer }] : []),
            ...(k.owner ? [{ label: t.owner, value: k.owner }] : []),
            ...(k.evidence ? [{ label: t.evidence, value: k.evidence }] : []),
            ...(k.ends ? [{ label: t.ends, value: formatDay(k.ends, language) }] : []),
          ]}
        />
        <Section title={t.checks}>
          <ul class="ruled">
            {k.checks.map((c) => (
              <li>
                <span class="num">{t.months(c.months)}</span>{' '}
                <Outcome outcome={c.outcome} language={language} /> {c.evidence}
                <span class="sub">{[c.by, formatInstant(c.at, language)].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ul>
          {told.may.judge && (
            <p>
              {checkMonths.map((months) => (
                <>
                  <a href={link(pathOf(told, `/commitments/${k.id}/check/${months}`))}>
                    {t.due(months)}
                  </a>{' '}
                </>
              ))}
            </p>
          )}
        </Section>
        {files && <Attachments shown={files} request={request} />}
        {talked && <Talk talked={talked} heading={t.files} request={request} />}
      </>
    ),
  }
}
