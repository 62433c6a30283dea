import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn, formatDay, formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ErrorSummary,
  type FactItem,
  Facts,
  type FieldError,
  PageHead,
  Section,
  Tag,
  Versions,
} from '../../ui/index.ts'
import { Attachments, attachmentsOf, draftFor, takeForm } from '../drafts/index.ts'
import { Talk, talkOn } from '../talk/index.ts'
import { dropItem } from './actions.ts'
import { AnswerForm } from './answer-form.tsx'
import { approveChange, returnChange } from './change-actions.ts'
import type { Item } from './content.ts'
import { changeAnswer } from './drafts.ts'
import { titleOf } from './form-pages.tsx'
import { OverProject, pageOf } from './frame.tsx'
import { followupPath } from './paths.ts'
import { sumOfCosts } from './plan.ts'
import { getItem, type ToldFollowup } from './read-actions.ts'
import { changeMachine, deliverableOn, levelOf, milestoneOn } from './rules.ts'
import { text } from './text.ts'
import { euros, StateTag } from './views.tsx'

const path = '/followup/{project}/items/{entry}'

/** One thing: what it says, its files, what has been said of it, and every version. */
async function itemPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const { told, versions } = await request.perform(getItem, { project: params.project, entry: params.entry })
  const { followed } = told
  const newest = versions[0]!
  const asked = url.searchParams.get('version')
  const item = versions.find((one) => one.id === asked) ?? newest
  const t = text[language]
  const at = followupPath(followed.project, `/items/${item.entry}`)
  const subject = { kind: 'followup-item', id: item.entry }
  const talked = await talkOn(request, subject)
  const files = await attachmentsOf(request, subject)
  const title = titleOf(item, language)
  const holds = item === newest && !item.endedAt
  const mayChange = told.writes && holds && item.content.change !== 'approved'
  return pageOf(request, followed, {
    title,
    refused: errors.length > 0,
    crumbs: [{ text: title }],
    body: (
      <>
        <PageHead
          over={<OverProject {...{ followed, request }} />}
          title={title}
          state={
            <>
              {t.one[item.kind]} <State of={item} request={request} />
            </>
          }
          actions={
            mayChange && (
              <a class="btn main" href={link(`${at}/edit`)}>
                {t.change}
              </a>
            )
          }
        />
        <ErrorSummary errors={errors} language={language} />
        {item !== newest && (
          <Alert tone="note" title={t.past}>
            <a href={link(at)}>{t.toNewest}</a>
          </Alert>
        )}
        {item === newest && item.endedAt && (
          <Alert tone="note" title={t.ended}>
            {t.endedOn(formatInstant(item.endedAt, language), item.endedBy ?? '')}
          </Alert>
        )}
        {item.content.text && <p class="rep-words">{item.content.text}</p>}
        <Facts items={factsOf(item, told, request)} language={language} />
        {item.content.change === 'approved' && <p class="note">{t.applied}</p>}
        {holds && told.answers && item.content.change === 'asked' && (await answering(request, item, errors))}
        {mayChange && (
          <form class="impact-end" method="post" action={link(`${at}/drop`)}>
            <button class="btn bare" type="submit">
              {t.drop}
            </button>
            <span class="help">{t.dropHelp}</span>
          </form>
        )}
        {files && <Attachments shown={files} request={request} />}
        {talked && <Talk talked={talked} request={request} />}
        <Versions versions={versions} shown={item.id} at={link(at)} words={t} language={language} />
      </>
    ),
  })
}

function State({ of, request: { language, now } }: { of: Item; request: PageRequest }) {
  const t = text[language]
  const { kind, content } = of
  if (kind === 'milestone') {
    const state = milestoneOn(content, dayIn(now))
    return <StateTag state={state}>{t.milestoneStates[state]}</StateTag>
  }
  if (kind === 'deliverable') {
    const state = deliverableOn(content, dayIn(now))
    return <StateTag state={state}>{t.deliverableStates[state]}</StateTag>
  }
  if (kind === 'risk') {
    const level = levelOf(content)
    return (
      <>
        <Tag tone={level === 'high' ? 'bad' : level === 'medium' ? 'warm' : 'plain'}>{t.levels[level]}</Tag>{' '}
        <Tag>{t.riskStates[content.risk ?? 'open']}</Tag>
      </>
    )
  }
  if (kind === 'change') {
    const state = content.change ?? 'asked'
    return <StateTag state={state}>{changeMachine.states[state][language]}</StateTag>
  }
  return null
}

/** What is known of it, line by line; what is filled in. */
function factsOf(
  { kind, content: c, share }: Item,
  { budget }: ToldFollowup,
  { language }: PageRequest,
): FactItem[] {
  const t = text[language]
  const f = t.fields
  const line = (label: string, value: FactItem['value'] | null | undefined): FactItem[] =>
    value ? [{ label, value }] : []
  const day = (label: string, on: string | null | undefined) => line(label, on && formatDay(on, language))
  const amounts = (of: Readonly<Record<string, string>> | null | undefined): FactItem[] =>
    of
      ? budget.lines.flatMap(({ code, name }) =>
          of[code] ? line(pick(name, language)?.text ?? code, euros(of[code], language)) : [],
        )
      : []
  return [
    ...line(f.subject, c.subject && t.subjects[c.subject]),
    ...line(f.form, c.form && t.forms[c.form]),
    ...day(f.due, c.due),
    ...day(kind === 'milestone' ? f.reached : f.ready, c.reached),
    ...line(f.shows, c.shows && <span class="rep-words">{c.shows}</span>),
    ...line(
      f.url,
      c.url && (
        <a href={c.url} class="fol-url">
          {c.url}
        </a>
      ),
    ),
    ...line(f.public, kind === 'deliverable' && share === 'public' && t.isPublic),
    ...line(
      `${f.likelihood} × ${f.effect.toLowerCase()}`,
      c.likelihood && c.effect && t.scored(c.likelihood, c.effect),
    ),
    ...line(f.response, c.response && <span class="rep-words">{c.response}</span>),
    ...line(f.owner, c.owner),
    ...line(f.period, c.from && c.to && `${formatDay(c.from, language)}–${formatDay(c.to, language)}`),
    ...day(f.end, c.end),
    ...amounts(c.used),
    ...amounts(c.plan),
    ...line(
      t.all,
      kind === 'cost' && euros(sumOfCosts(budget.lines, { kind, content: c } as Item), language),
    ),
  ]
}

/** The office's answer to a change. */
async function answering(request: PageRequest, item: Item, errors: readonly FieldError[]) {
  const { language, link, params } = request
  const t = text[language]
  const draft = await draftFor(request, changeAnswer, `${params.project}:${item.entry}`, { reason: '' })
  return (
    <Section title={t.answer} id="answer">
      <AnswerForm
        draft={draft}
        action={link(followupPath(params.project!, `/items/${item.entry}/answer`))}
        events={['approve', 'return']}
        machine={changeMachine}
        label={t.answerReason}
        errors={errors}
        language={language}
      />
    </Section>
  )
}

async function answer(request: PageRequest): Promise<PageAnswer> {
  const { project = '', entry = '' } = request.params
  const event = (await request.form()).get('event')
  const action = event === 'approve' ? approveChange : returnChange
  return takeForm(
    request,
    { kind: changeAnswer, subject: `${project}:${entry}`, before: { reason: '' } },
    async ({ text: get, draft }) => {
      await request.perform(action, { project, entry, reason: get('reason') }, draft)
      return followupPath(project, `/items/${entry}`)
    },
    (errors) => itemPage(request, errors),
  )
}

async function drop(request: PageRequest): Promise<PageAnswer> {
  const { project = '', entry = '' } = request.params
  await request.perform(dropItem, { project, entry })
  return { as: 'redirect', to: request.link(followupPath(project)) }
}

export const itemPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => itemPage(request) },
  { method: 'POST', path: `${path}/answer`, run: answer },
  { method: 'POST', path: `${path}/drop`, run: drop },
]
