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
import { bothPublic, judgements, pairPath, type ThingRef } from './rules.ts'
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

const listPath = (key: string): string => `/ecosystems/${key}/overlaps`

/** What the address names: "kind/id/other", where the other is a project, or "kind/id/otherKind/other". */
function addressed({ params }: PageRequest) {
  const { key = '', kind, id, otherKind = 'project', other } = params
  return {
    asked: { ecosystem: key, kind, id, otherKind, other },
    key,
    thing: { kind, id } as ThingRef,
    other: { kind: otherKind, id: other } as ThingRef,
  }
}

async function pairPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = judgementText[language]
  const { key, asked } = addressed(request)
  const pair = await request.perform(readPair, asked)
  const { ecosystem, thing, other, evidence, mayList } = pair
  const path = link(pairPath(key, thing, other))
  const back = mayList
    ? { href: link(listPath(key)), text: t.backToList }
    : { href: link(`/similar/${thing.kind}/${thing.id}`), text: t.backToThing }
  return {
    as: 'page',
    title: `${t.pairTitle}: ${thing.title}`,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    ...(!evidence && { refresh: 3 }),
    crumbs: [
      ...overlapCrumbs(request, ecosystem),
      ...(mayList ? [{ text: t.list, href: back.href }] : []),
      { text: t.pairTitle },
    ],
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
              withdraw={(id) => link(`${listPath(key)}/withdraw/${id}`)}
              language={language}
              link={link}
            />
          )}
        </Section>
        <p>
          <a href={back.href}>{back.text}</a>
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
  const { key, thing, other } = addressed(request)
  return draftFor(request, newJudgement, pairSubject(key, thing, other), beforeJudging)
}

function Judging({
  pair: { ecosystem, thing, other, voice, judgements: known },
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
  const turned = pairPath(ecosystem.key, other, thing)
  return (
    <Section title={t.how(`”${thing.title}”`)} note={<a href={link(turned)}>{t.swap}</a>}>
      {voice === 'lead' && <p class="note">{t.byLeadNote}</p>}
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
        {bothPublic(thing, other) && (
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
  const { key, thing, other, asked } = addressed(request)
  return takeForm(
    request,
    { kind: newJudgement, subject: pairSubject(key, thing, other), before: beforeJudging },
    async ({ text: said, draft }) => {
      const judgement = said('judgement')
      if (!judgement) return [{ name: 'judgement', text: judgementText[request.language].choose }]
      const share = said('share') === 'public' ? 'public' : 'agreement'
      await request.perform(addJudgement, { ...asked, judgement, reason: said('reason'), share }, draft)
      const { mayList } = await request.perform(readPair, asked)
      return mayList ? listPath(key) : pairPath(key, thing, other)
    },
    (errors) => pairPage(request, errors),
  )
}

export const pairPages: readonly Page[] = [
  ...(['{other}', '{otherKind}/{other}'] as const).flatMap((rest): Page[] => [
    { method: 'GET', path: `/ecosystems/{key}/overlaps/{kind}/{id}/${rest}`, run: (r) => pairPage(r) },
    { method: 'POST', path: `/ecosystems/{key}/overlaps/{kind}/{id}/${rest}`, run: judge },
  ]),
  {
    method: 'POST',
    path: '/ecosystems/{key}/overlaps/withdraw/{judgement}',
    run: async (request) => {
      const { path } = await request.perform(withdrawJudgement, { judgement: request.params.judgement })
      return { as: 'redirect', to: request.link(path) }
    },
  },
]
