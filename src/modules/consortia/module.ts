import type { Module } from '../../kernel/module.ts'
import { bestAction, takeIn } from './best-actions.ts'
import { bestPages } from './best-page.tsx'
import { candidatePages } from './candidate-page.tsx'
import {
  addConsortium,
  changeState,
  copyDemands,
  editConsortium,
  getAction,
  listAction,
} from './consortium-actions.ts'
import { editForm, endForm, partnerForm } from './consortium-forms.tsx'
import { consortiumPages } from './consortium-page.tsx'
import { candidatesAction, coverAction } from './cover-actions.ts'
import { choiceForm, exclusionForm, judgementForm } from './decision-forms.tsx'
import { addExclusion, dropDemand, dropExclusion, setDemand } from './demand-actions.ts'
import { demandEditForm, newDemandForm } from './demand-form.tsx'
import { demandPages } from './demands-page.tsx'
import { exportPages } from './exports.ts'
import { listPages, newConsortium } from './list-page.tsx'
import { choosePartner, judge, leaveOut, propose } from './partner-actions.ts'
import { subjectPages } from './subjects-page.tsx'
import {
  consortiaOfCall,
  consortiaOfEcosystem,
  consortiaOfFunding,
  consortiaOfOrganisation,
} from './supplements.tsx'

const forms = [
  editForm,
  endForm,
  partnerForm,
  newDemandForm,
  demandEditForm,
  exclusionForm,
  choiceForm,
  judgementForm,
]

export const consortiaModule: Module = {
  name: 'consortia',
  actions: [
    listAction,
    getAction,
    coverAction,
    candidatesAction,
    bestAction,
    takeIn,
    addConsortium,
    editConsortium,
    changeState,
    copyDemands,
    setDemand,
    dropDemand,
    addExclusion,
    dropExclusion,
    propose,
    leaveOut,
    choosePartner,
    judge,
  ],
  pages: [
    ...listPages,
    ...demandPages,
    ...forms.flatMap(({ pages }) => pages),
    ...candidatePages,
    ...bestPages,
    ...subjectPages,
    ...exportPages,
    ...consortiumPages,
  ],
  drafts: [newConsortium, ...forms.map(({ draft }) => draft)],
  supplements: [consortiaOfEcosystem, consortiaOfOrganisation, consortiaOfCall, consortiaOfFunding],
}
