import { deedsAt, type Page, type PageRequest } from '../../kernel/page.ts'
import { formErrors, Refusal } from '../../kernel/refusal.ts'
import { takeForm } from '../drafts/index.ts'
import { isCoordinator } from '../people/index.ts'
import {
  confirmImport,
  discardImport,
  forgetProfile,
  getImport,
  receiveImport,
  reviseImport,
  withdrawImport,
} from './actions.ts'
import { detailsForm } from './columns-draft.ts'
import { readColumnsForm } from './columns-form.ts'
import { importPage, importPath } from './import-page.tsx'
import { newSourcePage, wholeService } from './new-source-page.tsx'
import { pageText } from './page-text.ts'
import type { ImportHead } from './queries.ts'
import { rejectsFile, rowsPage } from './rows-page.tsx'
import { publicSourcePage, sourcesPage } from './sources-page.tsx'

const deed = deedsAt('/sources')

function mustBeCoordinator(request: PageRequest): void {
  if (isCoordinator(request)) return
  const { fi, sv, en } = pageText
  throw new Refusal('forbidden', 'imports.forbidden', [
    { text: { fi: fi.mustSignIn, sv: sv.mustSignIn, en: en.mustSignIn } },
  ])
}

export const pages: readonly Page[] = [
  { method: 'GET', path: '/sources', run: sourcesPage },
  {
    method: 'GET',
    path: '/sources/new',
    run: async (request) => {
      mustBeCoordinator(request)
      return newSourcePage(request)
    },
  },
  {
    method: 'POST',
    path: '/sources',
    run: async (request) => {
      // Before the form is read: a file that nobody may bring in is not stored.
      mustBeCoordinator(request)
      const form = await request.form()
      const file = form.files.find((f) => f.field === 'file')
      const asked = form.get('ecosystem')
      const share = form.get('share') || undefined
      const typed = { ecosystem: asked, share }
      if (!file) {
        return newSourcePage(
          request,
          [{ name: 'file', text: pageText[request.language].noFileChosen }],
          typed,
        )
      }
      const { name, hash, bytes } = file
      const ecosystem = asked === wholeService ? null : asked || undefined
      try {
        const { id } = await request.perform(receiveImport, { name, hash, bytes, ecosystem, share })
        return { as: 'redirect', to: request.link(importPath(id)) }
      } catch (error) {
        return newSourcePage(request, formErrors(error, request.language), typed)
      }
    },
  },
  {
    method: 'GET',
    path: '/sources/{id}',
    run: async (request) => {
      if (!isCoordinator(request)) return publicSourcePage(request)
      try {
        return await importPage(request)
      } catch (error) {
        // A list of another ecosystem is to its coordinators what it is to everybody.
        if (!(error instanceof Refusal) || error.kind !== 'forbidden') throw error
        return publicSourcePage(request)
      }
    },
  },
  {
    method: 'POST',
    path: '/sources/{id}/columns',
    run: async (request) => {
      const found = (await request.perform(getImport, { id: request.params.id })) as ImportHead
      if (!found.layout.plan) return { as: 'redirect', to: request.link(importPath(found.id)) }
      return takeForm(
        request,
        detailsForm(found),
        async (sent) => {
          const { errors, input } = readColumnsForm(sent, found, request.language)
          if (errors.length > 0) return errors
          await request.perform(reviseImport, input, sent.draft)
          return importPath(found.id)
        },
        (errors) => importPage(request, errors),
      )
    },
  },
  deed('confirm', (request, id) => request.perform(confirmImport, { id })),
  deed('withdraw', (request, id) => request.perform(withdrawImport, { id })),
  deed('again', (request, id) => request.perform(reviseImport, { id, goOn: false })),
  deed('discard', (request, id) => request.perform(discardImport, { id }), '/sources'),
  { method: 'GET', path: '/sources/{id}/rows', run: rowsPage },
  { method: 'GET', path: '/sources/{id}/rejects.csv', run: rejectsFile },
  {
    method: 'POST',
    path: '/sources/profiles/{name}/forget',
    run: async (request) => {
      await request.perform(forgetProfile, { name: request.params.name })
      return { as: 'redirect', to: request.link('/sources') }
    },
  },
]
