import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { shareLevels } from '../../kernel/share.ts'
import { inEach } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import {
  ChoicesField,
  Empty,
  ErrorSummary,
  type FieldError,
  InLanguage,
  PageHead,
  Section,
  Table,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemHead, NamesFields, namesFrom, noNames } from '../ecosystems/index.ts'
import { kindKeepers } from './kind-actions.ts'
import { kindText } from './kind-text.ts'
import { listSurveys, makeSurvey } from './survey-actions.ts'
import type { ListedSurvey } from './survey-queries.ts'
import { surveyState } from './survey-rules.ts'
import { surveyText } from './survey-text.ts'
import { kindChoices } from './tie-form.tsx'
import { tieText } from './tie-text.ts'
import { nameIn } from './tie-words.ts'

const path = '/ecosystems/{key}/surveys'

const labels = inEach((l): DraftFields => {
  const [t, k] = [surveyText[l], kindText[l]]
  const three = (name: string, label: string) => ({
    [`${name}.fi`]: `${label}, ${k.inFi}`,
    [`${name}.sv`]: `${label}, ${k.inSv}`,
    [`${name}.en`]: `${label}, ${k.inEn}`,
  })
  return {
    ...three('title', t.name),
    ...three('intro', t.intro),
    kinds: { label: t.kinds, values: Object.fromEntries(kindChoices([], l).map((c) => [c.value, c.label])) },
    most: t.most,
    closes: t.closes,
    share: { label: t.share, values: tieText[l].shares },
  }
})

/** A survey that is not there yet: in which ecosystem, by its key. */
export const newSurvey: DraftKind = {
  kind: 'survey.new',
  shared: false,
  title: inEach((l) => surveyText[l].make),
  path: (key) => `/ecosystems/${key}/surveys#make`,
  allow: ruleOf(kindKeepers, ({ subject }: { subject: string }) => ({ key: subject })),
  fields: labels,
}

const formOf = (key: string) => ({
  kind: newSurvey,
  subject: key,
  before: {
    ...noNames('title'),
    ...noNames('intro'),
    kinds: ['works-with', 'supplies', 'member-of'],
    most: '10',
    closes: '',
    share: 'agreement',
  },
})

async function listPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const ecosystem = await request.perform(ecosystemHead, { key: params.key })
  const { items, own } = await request.perform(listSurveys, { key: ecosystem.key })
  const t = surveyText[language]
  const name = nameIn(ecosystem.short ?? ecosystem.name, language)
  const home = `/ecosystems/${ecosystem.key}`
  const form = formOf(ecosystem.key)
  const draft = await draftFor(request, form.kind, form.subject, form.before)
  const field = (key: string) => ({
    name: key,
    error: errors.find((e) => e.name === key)?.text,
    language,
  })
  const names = { values: draft.text, errors, language }
  return {
    as: 'page',
    sheet: 'network',
    title: `${t.title}: ${name}`,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      { text: t.ecosystems, href: link('/ecosystems') },
      { text: name, href: link(home) },
      { text: t.title },
    ],
    body: (
      <>
        <PageHead over={<a href={link(home)}>{name}</a>} title={t.title} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        {items.length === 0 ? (
          <Empty title={t.none}>{t.noneNext}</Empty>
        ) : (
          <Surveys items={items} request={request} />
        )}
        <Section title={t.make} id="make">
          <DraftForm draft={draft} action={link(`${home}/surveys`)} submit={t.make} language={language}>
            <NamesFields name="title" legend={t.name} {...names} />
            <NamesFields name="intro" legend={t.intro} help={t.introHelp} long {...names} />
            <ChoicesField
              {...field('kinds')}
              kind="checkbox"
              label={t.kinds}
              choices={kindChoices(own, language).filter((c) => !c.value.startsWith('~'))}
              values={draft.list('kinds')}
            />
            <TextField
              {...field('most')}
              label={t.most}
              help={t.mostHelp}
              value={draft.text('most')}
              inputmode="numeric"
              size="short"
            />
            <TextField
              {...field('closes')}
              label={t.closes}
              help={t.closesHelp}
              value={draft.text('closes')}
              size="short"
            />
            <ChoicesField
              {...field('share')}
              kind="radio"
              label={t.share}
              help={t.shareHelp}
              choices={shareLevels.map((level) => ({ value: level, label: tieText[language].shares[level] }))}
              values={draft.list('share')}
            />
          </DraftForm>
        </Section>
      </>
    ),
  }
}

type SurveysProps = { items: readonly ListedSurvey[]; request: PageRequest }

function Surveys({ items, request: { language, link, now } }: SurveysProps) {
  const t = surveyText[language]
  return (
    <Section title={t.listTitle}>
      <Table
        caption={t.listTitle}
        language={language}
        cards
        rows={items}
        columns={[
          {
            label: t.name,
            heading: true,
            phone: 'wide',
            cell: (s) => (
              <a href={link(`/ecosystems/${s.ecosystem_key}/surveys/${s.id}`)}>
                <InLanguage names={s.title} language={language} />
              </a>
            ),
          },
          { label: t.answers, numeric: true, phone: 'labelled', cell: (s) => s.answers },
          {
            label: t.waiting,
            numeric: true,
            phone: 'labelled',
            cell: (s) => (s.waiting > 0 ? <Tag tone="warm">{s.waiting}</Tag> : s.waiting),
          },
          { label: t.closesOn, phone: 'labelled', cell: (s) => formatDay(s.closes_on, language) },
          {
            label: t.state,
            cell: (s) => {
              const state = surveyState(s, now)
              return <Tag tone={state === 'open' ? 'on' : 'plain'}>{t.states[state]}</Tag>
            },
          },
        ]}
      />
    </Section>
  )
}

async function make(request: PageRequest): Promise<PageAnswer> {
  const { key } = await request.perform(ecosystemHead, { key: request.params.key })
  return takeForm(
    request,
    formOf(key),
    async ({ text, list, draft }) => {
      const said = {
        key,
        title: namesFrom(text, 'title'),
        intro: namesFrom(text, 'intro'),
        kinds: [...list('kinds')],
        most: text('most'),
        closes: text('closes'),
        share: text('share'),
      }
      const { id } = await request.perform(makeSurvey, said, draft)
      return `/ecosystems/${key}/surveys/${id}`
    },
    (errors) => listPage(request, errors),
  )
}

export const surveyPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => listPage(request) },
  { method: 'POST', path, run: make },
]
