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
import { listOpenings, sayInterest, setOpeningAlerts, tellOpenings } from './opening-actions.ts'
import { forgetInterestAddresses, interestTurns, openingNews, tellKeepers } from './opening-jobs.ts'
import { joinDraft, openingPages, openingsOfOrganisation } from './opening-page.tsx'
import { choosePartner, judge, leaveOut, propose } from './partner-actions.ts'
import { subjectPages } from './subjects-page.tsx'
import {
  consortiaOfCall,
  consortiaOfEcosystem,
  consortiaOfFunding,
  consortiaOfOrganisation,
} from './supplements.tsx'
import {
  answerInterest,
  askToJoin,
  listInterests,
  sayOwnInterest,
  setWanted,
  showOwnInterest,
} from './wanted-actions.ts'
import { interestForm, wantedForm } from './wanted-forms.tsx'
import { interestPages } from './wanted-interests.tsx'
import { getWanted, listWanted } from './wanted-list.ts'
import { wantedOnePages } from './wanted-page.tsx'
import { wantedBesideOrganisations, wantedPages } from './wanted-pages.tsx'

const forms = [
  editForm,
  endForm,
  partnerForm,
  newDemandForm,
  demandEditForm,
  exclusionForm,
  choiceForm,
  judgementForm,
  wantedForm,
  interestForm,
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
    listOpenings,
    sayInterest,
    setOpeningAlerts,
    listWanted,
    getWanted,
    setWanted,
    listInterests,
    answerInterest,
    askToJoin,
    showOwnInterest,
    sayOwnInterest,
  ],
  innerActions: [tellOpenings, forgetInterestAddresses],
  pages: [
    ...listPages,
    ...demandPages,
    ...forms.flatMap(({ pages }) => pages),
    ...candidatePages,
    ...bestPages,
    ...subjectPages,
    ...exportPages,
    ...openingPages,
    ...wantedPages,
    ...wantedOnePages,
    ...interestPages,
    ...consortiumPages,
  ],
  drafts: [newConsortium, joinDraft, ...forms.map(({ draft }) => draft)],
  supplements: [
    consortiaOfEcosystem,
    consortiaOfOrganisation,
    consortiaOfCall,
    consortiaOfFunding,
    openingsOfOrganisation,
    wantedBesideOrganisations,
  ],
  jobs: [tellKeepers],
  turns: [interestTurns, openingNews],
}
