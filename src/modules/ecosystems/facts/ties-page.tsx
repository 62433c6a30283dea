import type { Page, PageRequest } from '../../../kernel/page.ts'
import { Section, SelectField, Table } from '../../../ui/index.ts'
import { linkKinds } from '../record.ts'
import { NamesFields, namesFrom } from '../settings-parts.tsx'
import { text } from '../text.ts'
import { nameOf } from '../view.ts'
import { tieForms } from './drafts.ts'
import { namesBefore } from './fields.tsx'
import { partPages } from './part-pages.tsx'
import { factsText } from './text.ts'
import { confirmTieAction, listTies, removeTie, saveTieAction, type TieRecord } from './tie-actions.ts'

type Found = Awaited<ReturnType<typeof read>>

const path = '/ecosystems/{key}/settings/ties'

/** What the ecosystem belongs to, continues and learns from; and what others say of it. */
export const tiePages: readonly Page[] = [
  ...partPages<TieRecord, Found>({
    part: 'ties',
    words: (t) => ({ title: t.ties, none: t.noTies, add: t.addTie, change: t.changeTie }),
    forms: tieForms,
    read,
    nameOf: (tie, language) => nameOf(tie.toName ?? tie.name ?? {}, language),
    columns: (language, link) => {
      const t = factsText[language]
      return [
        {
          label: t.tieTarget,
          heading: true,
          phone: 'wide',
          cell: (tie) => <a href={link(tie)}>{nameOf(tie.toName ?? tie.name ?? {}, language)}</a>,
        },
        { label: t.tieKind, phone: 'labelled', cell: (tie) => text[language].linkKinds[tie.kind] },
        {
          label: t.tieState,
          phone: 'labelled',
          cell: (tie) => tie.toKey && (tie.mutual ? t.tieMutual : t.tieWaits),
        },
      ]
    },
    before: (tie) => ({
      kind: tie?.kind ?? 'part-of',
      to: tie?.toKey ?? '',
      ...namesBefore('name', tie?.name),
      ...namesBefore('what', tie?.what),
    }),
    fields: ({ found, values, errors, language }) => {
      const t = factsText[language]
      return (
        <>
          <SelectField
            name="kind"
            label={t.tieKind}
            value={values('kind')}
            choices={linkKinds.map((kind) => ({ value: kind, label: text[language].linkKinds[kind] }))}
            language={language}
          />
          <SelectField
            name="to"
            label={t.tieTo}
            help={t.tieOpens}
            value={values('to')}
            none={t.tieToNone}
            choices={found.choices.map((e) => ({ value: e.key, label: nameOf(e.name, language) }))}
            error={errors.find((e) => e.name === 'to')?.text}
            language={language}
          />
          <NamesFields name="name" legend={t.tieName} optional {...{ values, errors, language }} />
          <NamesFields
            name="what"
            legend={t.what}
            help={t.whatHelp}
            optional
            {...{ values, errors, language }}
          />
        </>
      )
    },
    said: (get) => ({
      kind: get('kind'),
      to: get('to'),
      name: namesFrom(get, 'name'),
      what: namesFrom(get, 'what'),
    }),
    save: (request, said, draft) => request.perform(saveTieAction, said, draft),
    remove: (request, id) => request.perform(removeTie, { key: request.params.key, id }),
    more: (found, request) => <Asked found={found} request={request} />,
  }),
  {
    method: 'POST',
    path: `${path}/{id}/confirm`,
    run: async (request) => {
      const { key, id } = request.params
      const mutual = (await request.form()).get('mutual') === 'yes'
      await request.perform(confirmTieAction, { key, id, mutual })
      return { as: 'redirect', to: request.link(`/ecosystems/${key}/settings/ties`) }
    },
  },
]

/** The ties that others have stated, with the button that confirms or takes back. */
function Asked({ found, request: { language, link } }: { found: Found; request: PageRequest }) {
  const t = factsText[language]
  if (found.asked.length === 0) return null
  const at = `/ecosystems/${found.key}/settings/ties`
  return (
    <Section title={t.asked} note={t.askedLead}>
      <Table
        caption={t.asked}
        language={language}
        cards
        rows={found.asked}
        columns={[
          {
            label: t.tieTarget,
            heading: true,
            phone: 'wide',
            cell: (tie) => <a href={link(`/ecosystems/${tie.key}`)}>{nameOf(tie.name, language)}</a>,
          },
          { label: t.tieKind, phone: 'labelled', cell: (tie) => text[language].linkKindsFrom[tie.kind] },
          {
            label: t.tieState,
            phone: 'wide',
            cell: (tie) => {
              const name = nameOf(tie.name, language)
              return (
                <form method="post" action={link(`${at}/${tie.id}/confirm`)}>
                  <button
                    class={tie.mutual ? 'btn bare' : 'btn'}
                    type="submit"
                    name="mutual"
                    value={tie.mutual ? 'no' : 'yes'}
                    aria-label={tie.mutual ? t.unconfirmOf(name) : t.confirmOf(name)}
                  >
                    {tie.mutual ? t.unconfirm : t.confirm}
                  </button>
                </form>
              )
            },
          },
        ]}
      />
    </Section>
  )
}

function read(request: PageRequest) {
  return request.perform(listTies, { key: request.params.key })
}
