import type { Module } from '../../kernel/module.ts'
import { changedDefinition, changedLight, newDefinition, newTarget } from './drafts.ts'
import { enterprisePages } from './enterprise-pages.ts'
import { formPages } from './form-pages.tsx'
import {
  defineIndicator,
  dropIndicator,
  dropTarget,
  offerIndicators,
  setLight,
  setTarget,
  useIndicators,
} from './keep-actions.ts'
import { listPages } from './list-pages.tsx'
import { onePages } from './one-page.tsx'
import { getIndicator, listEnterprises, listIndicators } from './read-actions.ts'
import { indicatorsOfEcosystem } from './supplements.tsx'
import { targetPages } from './target-pages.tsx'
import { chartPages } from './trend-chart.ts'

export const indicatorsModule: Module = {
  name: 'indicators',
  actions: [
    listIndicators,
    getIndicator,
    listEnterprises,
    offerIndicators,
    useIndicators,
    dropIndicator,
    defineIndicator,
    setTarget,
    dropTarget,
    setLight,
  ],
  // "indicators/add", "new" and "light" stand before "indicators/{indicator}".
  pages: [...listPages, ...formPages, ...targetPages, ...enterprisePages, ...onePages, ...chartPages],
  supplements: [indicatorsOfEcosystem],
  drafts: [newDefinition, changedDefinition, newTarget, changedLight],
}
