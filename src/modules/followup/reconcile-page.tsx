import { centsOf, currencySign, formatAmount } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { DraftForm, type DraftOf, DraftWords, draftFor, draftsFor, takeForm } from '../drafts/index.ts'
import { projectPath } from '../projects/index.ts'
import { differenceDraft, newPair } from './drafts.ts'
import { OverProject, pageOf } from './frame.tsx'
import { followupPath } from './paths.ts'
import { type Compared, type ComparedField, isMoney } from './reconcile.ts'
import {
  getReconciliation,
  pairRecord,
  settleDifference,
  type ToldReconciliation,
} from './reconcile-actions.ts'
import { reconcileText } from './reconcile-text.ts'

const path = '/followup/{project}/reconciliation'

/** A value as people read it: days and money in the reader's language. */
function saidOf(field: ComparedField, value: string | null, language: Language): string {
  if (value === null) return reconcileText[language].nothing
  if (field === 'start' || field === 'end') return formatDay(value, language)
  if (!isMoney(field)) return value
  const [amount = '0', currency = 'EUR'] = value.split(' ')
  return `${formatAmount(centsOf(amount), language)}\u00a0${currencySign(currency)}`
}

async function reconcilePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const { project = '' } = params
  const told = await request.perform(getReconciliation, { project })
  const { followed, record, fields, writes } = told
  const t = reconcileText[language]
  const open = fields.filter(({ is }) => is === 'open')
  const drafts = await draftsFor(
    request,
    writes ? open.map(({ field }) => ({ kind: differenceDraft, subject: `${project}:${field}` })) : [],
  )
  return pageOf(request, followed, {
    title: t.title,
    refused: errors.length > 0,
    crumbs: [{ text: t.title }],
    body: (
      <>
        <PageHead over={<OverProject {...{ followed, request }} />} title={t.title} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftWords language={language} />
        {record ? (
          <>
            <p>
              {t.record}:{' '}
              <a
                href={link(projectPath(record))}
                lang={record.language === language ? undefined : record.language}
              >
                {record.code} {record.title}
              </a>
            </p>
            {open.length > 0 ? (
              <Alert tone="warm" title={t.openCount(formatCount(open.length, language))} />
            ) : (
              <Alert tone="ok" title={t.allSame} />
            )}
            <div>
              {fields.map((compared) => (
                <Row {...{ compared, request, project, writes, drafts, errors }} />
              ))}
            </div>
          </>
        ) : (
          <Empty title={t.noRecord} />
        )}
        {writes && (
          <Pairing
            {...{ told, request, errors }}
            draft={await draftFor(request, newPair, project, { code: '' })}
          />
        )}
      </>
    ),
  })
}

const tags = {
  same: { tone: 'ok', sign: 'done' },
  silent: { tone: 'plain' },
  open: { tone: 'warm', sign: 'waiting' },
  settled: { tone: 'ok', sign: 'done' },
} as const

/** One field on both sides; where they differ, the two ways of settling it. */
function Row({
  compared,
  request: { language, link },
  project,
  writes,
  drafts,
  errors,
}: {
  compared: Compared
  request: PageRequest
  project: string
  writes: boolean
  drafts: DraftOf
  errors: readonly FieldError[]
}) {
  const t = reconcileText[language]
  const { field, own, list, is, verdict } = compared
  const name = `reason.${field}`
  const error = errors.find((e) => e.name === name)?.text
  const draft = drafts(differenceDraft, `${project}:${field}`, { [name]: '' })
  const action = link(followupPath(project, `/reconciliation/${field}`))
  return (
    <section id={field} class="fol-compared">
      <h2>
        {t.fields[field]} <Tag {...tags[is]}>{t[is]}</Tag>
      </h2>
      <div class="fol-sides">
        <p>
          <span class="fol-side quiet">{t.ours}</span> {saidOf(field, own, language)}
        </p>
        <p>
          <span class="fol-side quiet">{t.list}</span> {saidOf(field, list, language)}
        </p>
      </div>
      {is === 'settled' && verdict?.reason && (
        <p class="note">{t.whySaid(verdict.reason, verdict.byWhom, formatInstant(verdict.at, language))}</p>
      )}
      {is === 'open' && writes && (
        <div class="fol-settle">
          <form method="post" action={action}>
            <input type="hidden" name="verdict" value="list" />
            <button class="btn" type="submit">
              {t.takeList}
              <span class="vh">: {t.fields[field]}</span>
            </button>
          </form>
          <details open={error !== undefined}>
            <summary>{t.oursRight}</summary>
            <DraftForm draft={draft} action={action} submit={t.oursRight} compact language={language}>
              <TextArea
                name={name}
                label={t.why}
                value={draft.text(name)}
                error={error}
                rows={2}
                language={language}
              />
            </DraftForm>
          </details>
        </div>
      )}
    </section>
  )
}

/** The record is chosen among the lead's official projects, or by its code. */
function Pairing({
  told: { followed, record, suggested },
  request: { language, link },
  errors,
  draft,
}: {
  told: ToldReconciliation
  request: PageRequest
  errors: readonly FieldError[]
  draft: Awaited<ReturnType<typeof draftFor>>
}) {
  const t = reconcileText[language]
  const action = link(followupPath(followed.project, '/reconciliation'))
  return (
    <Section title={record ? t.another : t.pair} id="pair">
      {suggested.length > 0 && (
        <>
          <p class="note">{t.suggested}</p>
          <ul class="fol-suggested">
            {suggested.map(({ code, title, registry }) => (
              <li>
                <a href={link(projectPath({ registry, code }))}>
                  {code} {title}
                </a>
                <form
                  method="post"
                  action={link(followupPath(followed.project, '/reconciliation/suggested'))}
                >
                  <input type="hidden" name="code" value={code} />
                  <button class="btn" type="submit">
                    {t.thisOne}
                    <span class="vh">: {title}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      <DraftForm draft={draft} action={action} submit={t.pair} main={false} language={language}>
        <TextField
          name="code"
          label={t.code}
          help={t.codeHelp}
          value={draft.text('code')}
          error={errors.find((e) => e.name === 'code')?.text}
          language={language}
        />
      </DraftForm>
    </Section>
  )
}

async function pair(request: PageRequest): Promise<PageAnswer> {
  const { project = '' } = request.params
  return takeForm(
    request,
    { kind: newPair, subject: project, before: { code: '' } },
    async ({ text: get, draft }) => {
      await request.perform(pairRecord, { project, code: get('code') }, draft)
      return followupPath(project, '/reconciliation')
    },
    (errors) => reconcilePage(request, errors),
  )
}

async function pairSuggested(request: PageRequest): Promise<PageAnswer> {
  const { project = '' } = request.params
  const code = (await request.form()).get('code') ?? ''
  await request.perform(pairRecord, { project, code })
  return { as: 'redirect', to: request.link(followupPath(project, '/reconciliation')) }
}

async function settle(request: PageRequest): Promise<PageAnswer> {
  const { project = '', field = '' } = request.params
  const back = followupPath(project, '/reconciliation')
  if ((await request.form()).get('verdict') === 'list') {
    await request.perform(settleDifference, { project, field, verdict: 'list' })
    return { as: 'redirect', to: request.link(`${back}#${field}`) }
  }
  const name = `reason.${field}`
  return takeForm(
    request,
    { kind: differenceDraft, subject: `${project}:${field}`, before: { [name]: '' } },
    async ({ text: get, draft }) => {
      await request.perform(settleDifference, { project, field, verdict: 'ours', reason: get(name) }, draft)
      return `${back}#${field}`
    },
    (errors) => reconcilePage(request, errors),
  )
}

export const reconcilePages: readonly Page[] = [
  { method: 'GET', path, run: (request) => reconcilePage(request) },
  { method: 'POST', path, run: pair },
  { method: 'POST', path: `${path}/suggested`, run: pairSuggested },
  { method: 'POST', path: `${path}/{field}`, run: settle },
]
