import type { Page } from '../../kernel/page.ts'
import { applyPage, takeApply } from './apply-page.tsx'
import { behindCover } from './cover-page.tsx'
import { deedPages } from './deed-pages.tsx'
import { officeListPages } from './office-list-page.tsx'
import { packetPage } from './packet.tsx'
import { peoplePages } from './people-page.tsx'
import { readingPages } from './reading-pages.tsx'
import { sectionPage, takeSectionPage } from './section-page.tsx'
import { receiptPage, submitPage, takeSubmit } from './submit-page.tsx'
import { minePage, onePage } from './task-list-page.tsx'

export const pages: readonly Page[] = [
  { method: 'GET', path: '/calls/{code}/apply', run: applyPage },
  { method: 'POST', path: '/calls/{code}/apply', run: takeApply },
  { method: 'GET', path: '/applications', run: minePage },
  ...peoplePages,
  { method: 'GET', path: '/applications/{id}', run: behindCover(onePage) },
  { method: 'GET', path: '/applications/{id}/sections/{key}', run: sectionPage },
  { method: 'POST', path: '/applications/{id}/sections/{key}', run: takeSectionPage },
  { method: 'GET', path: '/applications/{id}/submit', run: submitPage },
  { method: 'POST', path: '/applications/{id}/submit', run: takeSubmit },
  { method: 'GET', path: '/applications/{id}/receipt', run: receiptPage },
  ...deedPages,
  ...readingPages,
  { method: 'GET', path: '/applications/{id}/packet.zip', run: behindCover(packetPage, 403) },
  ...officeListPages,
]
