import type { Actor } from './actor.ts'
import { Refusal } from './refusal.ts'

/** How long a sign-in vouches that it is still the same person at the keyboard, milliseconds. */
export const freshMs = 10 * 60_000

/** Whether who asks has just signed in. The product itself does what it is told; a token is nobody at a keyboard. */
export const isFresh = (actor: Actor, now: Date): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' &&
    !actor.token &&
    actor.signedInAt !== undefined &&
    now.getTime() - actor.signedInAt.getTime() <= freshMs)

const reason = 'sign-in.stale'

/** The pages answer this one with a sign-in in place, after which the same is asked again. */
export const isStale = (error: unknown): boolean => error instanceof Refusal && error.reason === reason

export const stale = (): Refusal =>
  new Refusal('forbidden', reason, [
    {
      text: {
        fi: 'Tämä vaatii, että olet kirjautunut viimeisten 10 minuutin aikana. Kirjaudu uudelleen.',
        sv: 'Det här kräver att du har loggat in under de senaste 10 minuterna. Logga in på nytt.',
        en: 'This asks that you have signed in within the last 10 minutes. Sign in again.',
      },
    },
  ])
