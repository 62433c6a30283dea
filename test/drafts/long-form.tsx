import type { DraftKind } from '../../src/kernel/draft.ts'
import type { Module } from '../../src/kernel/module.ts'
import type { PageAnswer, PageRequest } from '../../src/kernel/page.ts'
import { signedIn } from '../../src/kernel/rule.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../../src/modules/drafts/index.ts'
import { ChoicesField, PageHead, SelectField, TextArea, TextField } from '../../src/ui/index.ts'

/** A long application, as a call would ask for it: one form that several people write together. */
const sections = ['background', 'goals', 'measures', 'partners', 'results', 'risks', 'budget', 'schedule']

const longForm: DraftKind = {
  kind: 'test.application',
  shared: true,
  title: { fi: 'Hakemus', sv: 'Ansökan', en: 'Application' },
  path: (subject) => `/test/applications/${subject}`,
  allow: signedIn,
}
const paragraph =
  'Hanke kokoaa alueen toimijat yhteen. Tavoitteena on pysyvä yhteistyö, joka jatkuu rahoituksen päätyttyä.'
const before: Before = {
  title: 'Yhteinen hanke',
  shared: `${paragraph}\n${paragraph}`,
  ...Object.fromEntries(sections.map((name) => [name, ''])),
  themes: ['energy'],
  region: 'MK06',
}

async function page(request: PageRequest): Promise<PageAnswer> {
  const { language, params } = request
  const draft = await draftFor(request, longForm, params.id!, before)
  const said = (name: string) => ({ name, value: draft.text(name), language })
  return {
    as: 'page',
    title: 'Hakemus',
    body: (
      <>
        <PageHead title="Hakemus" />
        <DraftForm
          draft={draft}
          action={request.link(longForm.path(params.id!))}
          submit="Lähetä"
          language={language}
        >
          <TextField {...said('title')} label="Nimi" size="full" />
          <TextArea {...said('shared')} label="Yhteinen tiivistelmä" rows={8} />
          {sections.map((name) => (
            <TextArea {...said(name)} label={`Osa ${name}`} rows={4} optional />
          ))}
          <ChoicesField
            name="themes"
            label="Teemat"
            kind="checkbox"
            values={draft.list('themes')}
            choices={['energy', 'water', 'health'].map((value) => ({ value, label: value }))}
            language={language}
          />
          <SelectField
            {...said('region')}
            label="Maakunta"
            choices={['MK01', 'MK06', 'MK19'].map((value) => ({ value, label: value }))}
          />
        </DraftForm>
      </>
    ),
  }
}

export const longFormModule: Module = {
  name: 'test',
  drafts: [longForm],
  pages: [
    { method: 'GET', path: '/test/applications/{id}', run: page },
    {
      method: 'POST',
      path: '/test/applications/{id}',
      run: async (request) => {
        const { id } = request.params
        const form = { kind: longForm, subject: id!, before }
        return takeForm(
          request,
          form,
          async () => `${longForm.path(id!)}?sent`,
          () => page(request),
        )
      },
    },
  ],
}
