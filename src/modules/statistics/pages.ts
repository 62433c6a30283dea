import { deedsAt, type Page } from '../../kernel/page.ts'
import { addPages } from './add-pages.tsx'
import { datasetPage } from './dataset-page.tsx'
import { editPages } from './edit-page.tsx'
import { exportPages } from './export-pages.ts'
import { refreshDataset } from './keeper-actions.ts'
import { listPage } from './list-page.tsx'

const deed = deedsAt('/statistics')

export const pages: readonly Page[] = [
  { method: 'GET', path: '/statistics', run: listPage },
  ...addPages,
  ...editPages,
  { method: 'GET', path: '/statistics/{id}', run: datasetPage },
  ...exportPages,
  deed('refresh', async (request, id) => {
    const accept = (await request.form()).get('accept') === 'yes'
    return request.perform(refreshDataset, { id, accept })
  }),
]
