import type { Module } from '../../kernel/module.ts'
import { networkActor } from './ego-actions.ts'
import { egoPages } from './ego-pages.tsx'
import { computePicture } from './jobs.ts'
import { networkDrawing, networkMap } from './map-actions.ts'
import { mapPages } from './map-pages.tsx'

export const networkModule: Module = {
  name: 'network',
  actions: [networkMap, networkDrawing, networkActor],
  pages: [...mapPages, ...egoPages],
  jobs: [computePicture],
  subscriptions: { 'import.applied': ['network.compute'] },
}
