/**
 * People and their right to act: who somebody is, how they sign in (mail link, passkey, one-time code, identity
 * provider), their sessions, the organisations they belong to, and the offices they hold, each for a period and in one
 * ecosystem or in all. Others say in an action's `allow` which offices may do it (`by('coordinator', 'preparer')`), and
 * ask `holds` where a page shows more to some. Mails are sent from here (`queueMail` of the kernel plans them), and
 * people are invited from here; the pages for it stand in `members`.
 */
import type { Actor, Held, Person } from '../../kernel/actor.ts'
import { type Database, type Read, transaction } from '../../kernel/db.ts'
import { sessionPerson } from './queries.ts'
import { hashOf, lifetimes, mayGive } from './rules.ts'
import { touchSession } from './session-queries.ts'
import { standingOf } from './standing-queries.ts'

export {
  acceptAsSelf,
  acceptByMail,
  askAcceptance,
  confirmAcceptance,
  showInvitation,
} from './acceptance-actions.ts'
export { AcceptView, ConfirmAcceptanceView, invitedTo } from './acceptance-view.tsx'
export { createSignInLink, isWaiting, signIn, signOut } from './actions.ts'
export { type KnownPerson, readPeople } from './actor-queries.ts'
export { admit, isKnownAddress } from './admitting.ts'
export { answerCode } from './code-actions.ts'
export {
  type DemoPerson,
  demoPast,
  demoPeople,
  inventPeople,
  isDemoPerson,
  nameOfDemoPerson,
  signInToDemo,
} from './demo-people.ts'
export { labelOfDemoPerson } from './demo-view.tsx'
export { getInvitation, invite, openInvitations, resend, revoke } from './invitation-actions.ts'
export { joinOrganisation, leaveOrganisation } from './invitation-queries.ts'
export type { Invitation } from './invitation-schemas.ts'
export { invitationText } from './invitation-text.ts'
export { askForLink } from './link-actions.ts'
export { getMail, listMails } from './mail-actions.ts'
export {
  endOffice,
  getHolding,
  giveOffice,
  listEcosystemMembers,
  listMembers,
  type MemberRecord,
  nameDeputy,
} from './member-actions.ts'
export { listPlaces, placeNames } from './member-places.ts'
export { membersText } from './members-text.ts'
export { officeDeeds, officeNames } from './office-text.ts'
export { beginPasskeySignIn, signInWithPasskey } from './passkey-actions.ts'
export { permissionDocument } from './permission-document.ts'
export { nounName } from './permission-matrix.ts'
export { previewText } from './preview-text.ts'
export { signInWithProvider } from './provider-actions.ts'
export { QrCode, qrSvg } from './qr.tsx'
export { carried, type Repeat } from './repeat.tsx'
export { reseal } from './reseal.ts'
export {
  by,
  hashOf,
  holds,
  isCoordinator,
  isOffice,
  limits as signInLimits,
  mayGive,
  type Office,
  offices,
} from './rules.ts'
export { getSecurity, guardFromStart, setSecurity } from './security-actions.ts'
export { securityText } from './security-text.ts'
export type { Entered } from './sessions.ts'
export {
  CodeView,
  LinkSentView,
  LinkView,
  RepeatView,
  SignInTroubleView,
  SignInView,
  WaitView,
} from './sign-in-view.tsx'
export { text as peopleText } from './text.ts'
export { noteRefusal } from './watch-actions.ts'

/** The person as an actor, by what they hold now; nobody when the person is not there any more. */
export async function actorOfPerson(db: Read, id: string, now: Date): Promise<Person | undefined> {
  const standing = await standingOf(db, id, now)
  if (!standing) return undefined
  const { unproved, ...known } = standing
  return { kind: 'person', ...known, ...(unproved && withoutAdministration(known.offices)) }
}

/** An administrator's office sleeps until a second factor has been shown; the others do not wait for it. */
const withoutAdministration = (offices: readonly Held[]): Pick<Person, 'offices' | 'asleep'> => {
  const awake = offices.filter((o) => o.office !== 'administrator')
  return awake.length < offices.length ? { offices: awake, asleep: true } : { offices }
}

/** Who holds the session with this secret; a visitor when nobody does. Writes down, now and then, that it is in use. */
export async function actorOf(db: Database, token: string | undefined, now: Date): Promise<Actor> {
  if (!token) return { kind: 'visitor' }
  const idleSince = new Date(now.getTime() - lifetimes.sessionIdle)
  const person = await sessionPerson(db, hashOf(token), now, idleSince)
  if (!person) return { kind: 'visitor' }
  const { preview, previewLinked, seen, opened, way, guarded, ...held } = person
  const known = {
    ...held,
    // The demo's sign-in asks for nothing, so there is nothing to ask for again.
    signedInAt: way === 'demo' ? now : opened,
    ...(guarded && way === 'link' && withoutAdministration(held.offices)),
  }
  if (now.getTime() - seen.getTime() > lifetimes.seen) {
    await transaction(db, (tx) => touchSession(tx, known.session, now))
  }
  // A preview lasts no longer than the right to it.
  if (!preview || !mayGive(known.offices, preview.office, preview.ecosystem)) {
    return { kind: 'person', ...known }
  }
  const { in: previewedIn, ...office } = preview
  return {
    kind: 'person',
    ...known,
    offices: [office],
    organisations: [],
    linked: previewLinked,
    previewing: office.office,
    ...(previewedIn && { previewedIn }),
  }
}
