import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
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
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemHead, NamesFields, namesFrom, noNames } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { addKind, endKind, kindKeepers, listKinds } from './kind-actions.ts'
import { kindText } from './kind-text.ts'
import { stating } from './tie-input.ts'
import { nameIn } from './tie-words.ts'

const path = '/ecosystems/{key}/tie-kinds'

const labels = inEach((l): DraftFields => {
  const t = kindText[l]
  const three = (name: string, label: string) => ({
    [`${name}.fi`]: `${label}, ${t.inFi}`,
    [`${name}.sv`]: `${label}, ${t.inSv}`,
    [`${name}.en`]: `${label}, ${t.inEn}`,
  })
  return {
    ...three('name', t.name),
    ...three('back', t.back),
    direction: { label: t.direction, values: { directed: t.directed, mutual: t.mutual } },
  }
})

/** A kind that is not there yet: in which ecosystem, by its key. */
export const newKind: DraftKind = {
  kind: 'tie-kind.new',
  shared: false,
  title: inEach((l) => kindText[l].add),
  path: (key) => `/ecosystems/${key}/tie-kinds#add`,
  allow: ruleOf(kindKeepers, ({ subject }: { subject: string }) => ({ key: subject })),
  fields: labels,
}

const formOf = (key: string) => ({
  kind: newKind,
  subject: key,
  before: { ...noNames('name'), direction: 'mutual', ...noNames('back') },
})

async function kindsPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const ecosystem = await request.perform(ecosystemHead, { key: params.key })
  const { items } = await request.perform(listKinds, { key: ecosystem.key })
  const keeps = holds(request.actor, stating, ecosystem.id)
  const t = kindText[language]
  const name = nameIn(ecosystem.short ?? ecosystem.name, language)
  const home = `/ecosystems/${ecosystem.key}`
  const form = formOf(ecosystem.key)
  const draft = keeps ? await draftFor(request, form.kind, form.subject, form.before) : undefined
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
          <Section title={t.listTitle} note={keeps && t.endNote}>
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
                  cell: (k) => <InLanguage names={k.name} language={language} />,
                },
                {
                  label: t.back,
                  phone: 'labelled',
                  cell: (k) => <InLanguage names={k.back ?? k.name} language={language} />,
                },
                {
                  label: t.state,
                  cell: (k) => (k.endedAt ? <Tag>{t.ended}</Tag> : <Tag tone="ok">{t.inUse}</Tag>),
                },
                {
                  label: t.act,
                  quiet: true,
                  cell: (k) =>
                    keeps &&
                    !k.endedAt && (
                      <form method="post" action={link(`${home}/tie-kinds/${k.id}/end`)}>
                        <button class="btn" type="submit" aria-label={t.endOf(nameIn(k.name, language))}>
                          {t.end}
                        </button>
                      </form>
                    ),
                },
              ]}
            />
          </Section>
        )}
        {draft && (
          <Section title={t.add} id="add">
            <DraftForm draft={draft} action={link(`${home}/tie-kinds`)} submit={t.add} language={language}>
              <NamesFields
                name="name"
                legend={t.name}
                help={t.nameHelp}
                values={draft.text}
                {...{ errors, language }}
              />
              <ChoicesField
                kind="radio"
                name="direction"
                label={t.direction}
                choices={[
                  { value: 'mutual', label: t.mutual },
                  { value: 'directed', label: t.directed },
                ]}
                values={draft.list('direction')}
                language={language}
              />
              <NamesFields
                name="back"
                legend={t.back}
                help={t.backHelp}
                values={draft.text}
                optional
                {...{ errors, language }}
              />
            </DraftForm>
          </Section>
        )}
      </>
    ),
  }
}

async function add(request: PageRequest): Promise<PageAnswer> {
  const { key } = await request.perform(ecosystemHead, { key: request.params.key })
  return takeForm(
    request,
    formOf(key),
    async ({ text, draft }) => {
      const said = {
        key,
        name: namesFrom(text, 'name'),
        directed: text('direction') === 'directed',
        back: namesFrom(text, 'back'),
      }
      await request.perform(addKind, said, draft)
      return `/ecosystems/${key}/tie-kinds`
    },
    (errors) => kindsPage(request, errors),
  )
}

export const kindPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => kindsPage(request) },
  { method: 'POST', path, run: add },
  {
    method: 'POST',
    path: `${path}/{id}/end`,
    run: async (request) => {
      const { key, id } = request.params
      await request.perform(endKind, { key, id })
      return { as: 'redirect', to: request.link(`/ecosystems/${key}/tie-kinds`) }
    },
  },
]
