import { conflictWords, type Point } from '../../engine/conflict/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ChoicesField,
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  Table,
  TextArea,
} from '../../ui/index.ts'
import { type Before, DraftForm, DraftWords, draftFor, takeForm } from '../drafts/index.ts'
import { holds } from '../people/index.ts'
import { AdviceSection, adviceBefore, adviceDraft } from './advice-view.tsx'
import { declare, involvedRule, type Own, ownConflict } from './declare-actions.ts'
import { gateText } from './gate-text.ts'
import { ownText } from './own-text.ts'
import { text } from './text.ts'
import { StandingTag, TiesView } from './ties-view.tsx'

const points: readonly Point[] = [1, 2, 3, 4, 5, 6, 7]
const pathOf = (application: string) => `/applications/${application}/conflict`

export const declarationDraft: DraftKind = {
  kind: 'conflict.declare',
  shared: false,
  title: inEach((l) => text[l].says),
  path: (subject) => `${pathOf(subject)}#form`,
  allow: ruleOf(involvedRule, ({ subject }) => ({ application: subject })),
}

/** The ties that only the person can judge, each with a name for its field. */
const askedOf = (own: Own) =>
  own.ties.filter((tie) => tie.weight === 'ask').map((tie, n) => ({ tie, field: `tie-${n}` }))

const beforeOf = (own: Own): Before => ({
  says: '',
  point: '7',
  words: '',
  ...Object.fromEntries(askedOf(own).map(({ field }) => [field, ''])),
})

/** What came back with something wrong: the declaration, or a note of advice. */
type Wrong = { form: 'declaration' | 'advice'; errors: readonly FieldError[] }

export async function showOwn(request: PageRequest, wrong?: Wrong): Promise<PageAnswer> {
  const { language, link } = request
  const errors = wrong?.form === 'declaration' ? wrong.errors : []
  const t = text[language]
  const words = conflictWords[language]
  const application = request.params.id!
  const own = await request.perform(ownConflict, { application })
  const { matter } = own
  const draft = await draftFor(request, declarationDraft, application, beforeOf(own))
  const advice = await draftFor(request, adviceDraft, application, adviceBefore)
  const field = (name: string, label: string) => ({
    name,
    label,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  const yesNo = [
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ]
  const title = `${t.declareTitle}: ${matter.callCode}/${matter.number}`
  const best = own.standings.assess === 'barred' ? own.standings.propose : own.standings.assess
  return {
    as: 'page',
    title,
    robots: 'noindex',
    ...(wrong && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      {
        text: pick(matter.callTitle, language)?.text ?? matter.callCode,
        href: link(`/calls/${matter.callCode}`),
      },
      { text: t.declareTitle },
    ],
    body: (
      <>
        <PageHead
          over={t.declareTitle}
          title={matter.title}
          lead={t.declareLead}
          state={<StandingTag is={best} language={language} />}
          actions={
            best === 'free' && (
              <>
                <a class="btn main" href={link(`/applications/${matter.id}/assessment`)}>
                  {t.toApplication}
                </a>
                {holds(request.actor, ['coordinator', 'preparer', 'council-officer'], matter.ecosystem) && (
                  <a class="btn" href={link(`/applications/${matter.id}`)}>
                    {gateText[language].open}
                  </a>
                )}
              </>
            )
          }
        />
        <p>{words.standings[best].next}</p>
        <Validity own={own} language={language} />
        <DraftWords language={language} />
        <ErrorSummary errors={errors} language={language} />
        <Section title={t.applicants}>
          <ul class="plain">
            {matter.parties.map((party) => (
              <li>
                {party.name} {party.business_id && <span class="quiet">{party.business_id}</span>}{' '}
                <span class="quiet">({t[party.role]})</span>
              </li>
            ))}
          </ul>
          {matter.writers.length > 0 && (
            <p>
              {ownText[language].writers}: {matter.writers.join(', ')}
            </p>
          )}
        </Section>
        <Section title={t.found}>
          {own.ties.length === 0 ? (
            <Empty title={t.foundNone}>{t.foundNoneNext}</Empty>
          ) : (
            <TiesView ties={own.ties} caption={t.found} language={language} />
          )}
        </Section>
        <Section title={t.says} id="form">
          <DraftForm draft={draft} action={link(pathOf(application))} submit={t.send} language={language}>
            {askedOf(own).map(({ tie, field: name }) => (
              <ChoicesField
                {...field(name, t.isConflict)}
                kind="radio"
                help={`${words.kinds[tie.kind]}: ${tie.through.map((s) => s.name).join(' › ')}`}
                choices={yesNo}
                values={draft.list(name)}
              />
            ))}
            <ChoicesField
              {...field('says', t.says)}
              kind="radio"
              choices={[
                { value: 'none', label: t.saysNone },
                { value: 'conflict', label: t.saysConflict },
              ]}
              values={draft.list('says')}
            />
            <SelectField
              {...field('point', t.point)}
              help={t.pointHelp}
              choices={points.map((p) => ({
                value: String(p),
                label: `${p}. ${words.grounds[p].name}: ${words.grounds[p].says}`,
              }))}
            />
            <TextArea {...field('words', t.words)} help={t.wordsHelp} optional />
          </DraftForm>
        </Section>
        <AdviceSection
          advice={own.advice}
          draft={advice}
          action={link(`${pathOf(application)}/advice`)}
          errors={wrong?.form === 'advice' ? wrong.errors : []}
          language={language}
        />
        {own.said.length > 0 && (
          <Section title={t.saidBefore}>
            <Table
              caption={t.saidBefore}
              language={language}
              rows={own.said}
              columns={[
                { label: t.when, heading: true, cell: (s) => formatInstant(s.at, language) },
                { label: t.says, cell: (s) => t.said[s.says] },
                { label: t.by, cell: (s) => s.by },
                { label: t.words, cell: (s) => s.words || '–' },
              ]}
            />
          </Section>
        )}
      </>
    ),
  }
}

/** Since when one's declaration holds, or why it is asked for again: the parties or writers are others since. */
function Validity({ own: { said, matter }, language }: { own: Own; language: Language }) {
  const t = ownText[language]
  const last = said.find((s) => s.says === 'none')
  if (!last) return null
  const day = (at: Date) => formatInstant(at, language)
  return last.at < matter.settledAt ? (
    <Alert tone="warm" title={t.againTitle}>
      {t.again(day(last.at), day(matter.settledAt))}
    </Alert>
  ) : (
    <p class="note">{t.holds(day(last.at))}</p>
  )
}

async function take(request: PageRequest): Promise<PageAnswer> {
  const t = text[request.language]
  const application = request.params.id!
  const own = await request.perform(ownConflict, { application })
  return takeForm(
    request,
    { kind: declarationDraft, subject: application, before: beforeOf(own) },
    async (sent) => {
      const asked = askedOf(own).map(({ tie, field }) => ({ tie: tie.key, field, said: sent.text(field) }))
      const says = sent.text('says')
      const open = says === 'none' ? asked.filter((a) => a.said === '') : []
      if (open.length > 0) return open.map((a) => ({ name: a.field, text: t.refused.unanswered }))
      await request.perform(
        declare,
        {
          application,
          says,
          ...(says === 'conflict' && { point: Number(sent.text('point')) }),
          words: sent.text('words'),
          answers: asked.flatMap((a) => (a.said ? [{ tie: a.tie, conflict: a.said === 'yes' }] : [])),
        },
        sent.draft,
      )
      return pathOf(application)
    },
    (errors) => showOwn(request, { form: 'declaration', errors }),
  )
}

export const declarePages: readonly Page[] = [
  { method: 'GET', path: '/applications/{id}/conflict', run: (request) => showOwn(request) },
  { method: 'POST', path: '/applications/{id}/conflict', run: take },
]
