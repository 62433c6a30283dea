import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import {
  Alert,
  ChoicesField,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  TextArea,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import type { EcosystemHead } from '../ecosystems/index.ts'
import { EvidenceView, Likeness } from './evidence-view.tsx'
import { beforeJudging, newJudgement, pairSubject } from './judgement-draft.ts'
import { judgementText } from './judgement-text.ts'
import { JudgementList } from './judgement-view.tsx'
import { addJudgement, withdrawJudgement } from './judging.ts'
import { Making } from './near-view.tsx'
import { type ReadPair, readPair } from './pair-actions.ts'
import { judgements, pairPath, type ThingRef } from './rules.ts'
import { text } from './text.ts'
import type { Thing } from './thing.ts'
import { ThingFacts, ThingLink } from './thing-view.tsx'

const nameOf = (ecosystem: EcosystemHead, language: PageRequest['language']): string =>
  pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ecosystem.key

export const overlapCrumbs = ({ language, link }: PageRequest, ecosystem: EcosystemHead) => [
  { text: text[language].home, href: link('/') },
  { text: text[language].ecosystems, href: link('/ecosystems') },
  { text: nameOf(ecosystem, language), href: link(`/ecosystems/${ecosystem.key}`) },
]

function addressed({ params }: PageRequest) {
  const { key = '', kind, id = '', project = '' } = params
  const thing: ThingRef = { kind: kind === 'application' ? 'application' : 'project', id }
  return { key, thing, project, asked: { ecosystem: key, kind, id, project } }
}

async function pairPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = judgementText[language]
  const { key, thing: ref, project, asked } = addressed(request)
  const pair = await request.perform(readPair, asked)
  const { ecosystem, thing, other, evidence } = pair
  const path = link(pairPath(key, ref, project))
  const list = link(`/ecosystems/${key}/overlaps`)
  return {
    as: 'page',
    title: `${t.pairTitle}: ${thing.title}`,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    ...(!evidence && { refresh: 3 }),
    crumbs: [...overlapCrumbs(request, ecosystem), { text: t.list, href: list }, { text: t.pairTitle }],
    body: (
      <>
        {(thing.exercise || other.exercise) && <Alert tone="warm" title={t.exercise} />}
        <PageHead title={t.pairTitle} />
        <ErrorSummary errors={errors} language={language} />
        <div class="near-sides">
          <Side thing={thing} request={request} />
          <Side thing={other} request={request} />
        </div>
        {evidence ? (
          <Section title={t.evidence} note={<Likeness likeness={evidence.likeness} language={language} />}>
            {evidence.words.length === 0 && <p class="quiet">{t.noEvidence}</p>}
            <EvidenceView evidence={evidence} language={language} link={link} />
          </Section>
        ) : (
          <Making language={language} />
        )}
        <Judging pair={pair} path={path} errors={errors} request={request} draft={await draftOf(request)} />
        <Section title={t.history}>
          {pair.judgements.length === 0 ? (
            <p class="quiet">{t.noJudgements}</p>
          ) : (
            <JudgementList
              items={pair.judgements}
              whole
              withdraw={(id) => `${path}/withdraw?judgement=${id}`}
              language={language}
              link={link}
            />
          )}
        </Section>
        <p>
          <a href={list}>{t.backToList}</a>
        </p>
      </>
    ),
  }
}

const Side = ({ thing, request: { language, link } }: { thing: Thing; request: PageRequest }) => (
  <section>
    <h2>
      <ThingLink thing={thing} language={language} link={link} />
    </h2>
    <ThingFacts thing={thing} language={language} />
    {thing.summary && <p lang={thing.language === language ? undefined : thing.language}>{thing.summary}</p>}
  </section>
)

const draftOf = (request: PageRequest) => {
  const { key, thing, project } = addressed(request)
  return draftFor(request, newJudgement, pairSubject(key, thing, project), beforeJudging)
}

function Judging({
  pair: { ecosystem, thing, other, judgements: known },
  path,
  errors,
  draft,
  request,
}: {
  pair: ReadPair
  path: string
  errors: readonly FieldError[]
  draft: Awaited<ReturnType<typeof draftOf>>
  request: PageRequest
}) {
  const { language, link } = request
  const t = judgementText[language]
  const wrong = (name: string) => errors.find((e) => e.name === name)?.text
  const again = known.some((j) => j.own && !j.ended)
  const bothPublic = thing.share === 'public' && other.share === 'public'
  const turned = pairPath(ecosystem.key, other, thing.id)
  return (
    <Section
      title={t.how(`”${thing.title}”`)}
      note={thing.kind === 'project' && <a href={link(turned)}>{t.swap}</a>}
    >
      {again && <p class="note">{t.replaces}</p>}
      <DraftForm draft={draft} action={path} submit={t.save} language={language}>
        <ChoicesField
          kind="radio"
          name="judgement"
          label={t.howField}
          choices={judgements.map((value) => ({
            value,
            label: t.judgement[value],
            help: t.judgementHelp[value],
          }))}
          values={draft.list('judgement')}
          error={wrong('judgement')}
          language={language}
        />
        <TextArea
          name="reason"
          label={t.reason}
          help={t.reasonHelp}
          value={draft.text('reason')}
          error={wrong('reason')}
          rows={4}
          language={language}
        />
        {bothPublic && (
          <ChoicesField
            kind="radio"
            name="share"
            label={t.share}
            choices={(['agreement', 'public'] as const).map((value) => ({
              value,
              label: t.shareLevels[value],
            }))}
            values={draft.list('share')}
            error={wrong('share')}
            language={language}
          />
        )}
      </DraftForm>
    </Section>
  )
}

async function judge(request: PageRequest): Promise<PageAnswer> {
  const { key, thing, project, asked } = addressed(request)
  return takeForm(
    request,
    { kind: newJudgement, subject: pairSubject(key, thing, project), before: beforeJudging },
    async ({ text: said, draft }) => {
      const judgement = said('judgement')
      if (!judgement) return [{ name: 'judgement', text: judgementText[request.language].choose }]
      const share = said('share') === 'public' ? 'public' : 'agreement'
      await request.perform(addJudgement, { ...asked, judgement, reason: said('reason'), share }, draft)
      return `/ecosystems/${key}/overlaps`
    },
    (errors) => pairPage(request, errors),
  )
}

export const pairPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/overlaps/{kind}/{id}/{project}', run: (r) => pairPage(r) },
  { method: 'POST', path: '/ecosystems/{key}/overlaps/{kind}/{id}/{project}', run: judge },
  {
    method: 'POST',
    path: '/ecosystems/{key}/overlaps/{kind}/{id}/{project}/withdraw',
    run: async (request) => {
      const { key, thing, project } = addressed(request)
      const judgement = request.url.searchParams.get('judgement')
      await request.perform(withdrawJudgement, { judgement })
      return { as: 'redirect', to: request.link(pairPath(key, thing, project)) }
    },
  },
]
