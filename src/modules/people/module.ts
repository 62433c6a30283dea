import type { Module } from '../../kernel/module.ts'
import { createSignInLink, signIn, signInToDemo, signOut } from './actions.ts'
import {
  endOffice,
  getHolding,
  giveOffice,
  listEcosystemMembers,
  listMembers,
  nameDeputy,
} from './member-actions.ts'
import { listPlaces } from './member-places.ts'
import { memberPages } from './members-page.tsx'
import { officePages } from './office-page.tsx'
import { listPermissions } from './permission-actions.ts'
import { permissionsPage } from './permissions-page.tsx'
import { endPreview, startPreview } from './preview-actions.ts'
import { previewPages } from './preview-page.tsx'
import { peopleNews } from './turns.ts'
import { verbs } from './verbs.ts'

export const peopleModule: Module = {
  name: 'people',
  // They set cookies or print secrets.
  innerActions: [createSignInLink, signIn, signInToDemo, signOut],
  actions: [
    listMembers,
    listEcosystemMembers,
    getHolding,
    giveOffice,
    endOffice,
    nameDeputy,
    listPlaces,
    listPermissions,
    startPreview,
    endPreview,
  ],
  pages: [...memberPages, ...officePages, permissionsPage, ...previewPages],
  turns: [peopleNews],
  verbs,
}
