import { z } from 'zod'
import { tsvector } from '../../engine/language/index.ts'
import { parseIdentifier } from '../../engine/matching/index.ts'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { sendDrafts } from '../drafts/index.ts'
import { organisationsWith } from '../organisations/index.ts'
import { one, personOf, seen, withRight } from './access.ts'
import { kept } from './answers.ts'
import { type Application, applicationPath, numberOf } from './application.ts'
import { budgetTold } from './budget-told.ts'
import { endCompletion } from './completion-queries.ts'
import { complaint, refuse } from './error-text.ts'
import { tellReceipt } from './mails.ts'
import { bringsParty } from './parties.ts'
import { titleIn } from './partners.ts'
import { lockApplication, updateApplication } from './queries.ts'
import { hashOf } from './receipt.ts'
import { writersSince } from './right-queries.ts'
import type { ApplicationEvent } from './rules.ts'
import { sectionDraft, sectionSubject } from './section-draft.ts'
import { isAnyOpen, isOpen, openedOf } from './standing.ts'
import { happened, type Standing, standingOf } from './state.ts'
import { insertVersion, type Partner, partnersOf, versionsOf, writePartners } from './version-queries.ts'

const receipt = z.object({
  version: z.number(),
  receipt: z.string(),
  hash: z.string().describe('SHA-256 of the answers, form, budget and files, as canonical JSON.'),
  at: z.date(),
  late: z.boolean(),
  again: z.boolean().describe('Nothing had changed since it was sent: the receipt is of that time.'),
  path: z.string(),
})

/**
 * Takes everything that is in the drafts at this moment into a version that never changes, and ends the drafts. A second
 * sending of the same answers is answered with the receipt of the first.
 */
export const submitApplication = command({
  name: 'application.submit',
  summary: {
    fi: 'Lähetä hakemus, korvaava versio tai täydennys; vastauksena kuittaus',
    sv: 'Lämna in en ansökan, en ersättande version eller en komplettering; svaret är ett kvitto',
    en: 'Send an application, a version that replaces the one before, or a completion; the answer is a receipt',
  },
  route: { method: 'POST', path: '/applications/{application}/submit' },
  input: z.object(one),
  output: receipt,
  allow: withRight('submit'),
  run: async (ctx, { application: id }) => {
    const person = personOf(ctx)
    await seen(ctx, id)
    const application = (await lockApplication(ctx.db, id))!
    const standing = await standingOf(ctx.db, application, ctx.now, ctx.db)
    const sent = contentOf(application, standing)
    const hash = hashOf(sent)
    const before = (await versionsOf(ctx.db, id)).at(-1)
    const path = `${applicationPath(application)}/receipt`
    // Pressed twice, or sent again after an answer that never came.
    if (before && before.hash === hash && application.state === 'submitted')
      return { ...before, again: true, path }
    const opened = openedOf(application, ctx.now)
    if (application.state === 'withdrawn') throw refuse('conflict', 'withdrawn')
    if (!isAnyOpen(opened)) throw refuse('conflict', 'closed')
    if (!standing.checked.complete) throw incomplete(standing)
    const version = (application.version ?? 0) + 1
    const late = opened.why === 'late'
    const made = {
      version,
      hash,
      receipt: `${numberOf(application)}/${version}`,
      late: late || (application.late && opened.why === 'completion'),
      at: ctx.now,
    }
    await insertVersion(ctx.db, id, {
      ...made,
      ...sent,
      id: newId(ctx.now.getTime()),
      person: person.id,
      by: person.name,
    })
    const partners = await partnersFrom(ctx, standing)
    const known = { parties: await partnersOf(ctx.db, id), since: before?.at ?? null }
    const isNew =
      known.since === null ||
      bringsParty(known.parties, partners) ||
      (await writersSince(ctx.db, id, known.since))
    await writePartners(ctx.db, id, partners)
    const title = titleIn(standing.answers) || application.title
    await updateApplication(ctx.db, id, {
      title,
      organisation_id: partners[0]?.organisation ?? application.organisation,
      version,
      submitted_at: ctx.now,
      parties_at: isNew ? ctx.now : (application.partiesAt ?? application.submittedAt),
      ...(late && { late }),
      lexemes: lexemesOf(application, title, partners),
    })
    const event: ApplicationEvent =
      opened.why === 'completion' ? 'complete' : application.version === null ? 'submit' : 'replace'
    if (application.completion) await endCompletion(ctx.db, application.completion.id, ctx.now, version)
    await happened(ctx, application, { event, to: 'submitted', version })
    const taken = standing.form.sections.filter(({ key }) => isOpen(opened, key))
    const subjects = taken.map(({ key }) => sectionSubject(id, key))
    await sendDrafts(ctx, sectionDraft, subjects)
    await tellReceipt(ctx, { ...application, title }, made)
    return { ...made, again: false, path }
  },
})

/** What a version says, as its hash covers it. */
function contentOf({ form }: Application, { answers, checked, files }: Standing) {
  return { answers: kept(answers), form, budget: budgetTold(checked.money), files }
}

/** Everything that is missing, at its field; the first hundred say enough. */
function incomplete({ checked }: Standing): Refusal {
  const gaps = checked.parts.flatMap((part) => part.gaps)
  return new Refusal('invalid', 'application.incomplete', [
    complaint('incomplete'),
    ...gaps.slice(0, 100).map(({ field, text }) => ({ field, text })),
  ])
}

async function partnersFrom(ctx: Context<Tx>, { checked: { money } }: Standing): Promise<Partner[]> {
  const ids = money.partners.map((p) => parseIdentifier('fi-business-id', p.businessId)?.value ?? null)
  const known = await organisationsWith(
    ctx.db,
    'fi-business-id',
    ids.filter((one) => one !== null),
  )
  const told = budgetTold(money)
  return money.partners.map((p, i) => {
    const own = told?.partners.find((one) => one.row === p.row)
    return {
      row: p.row,
      organisation: (ids[i] && known[ids[i]]) || null,
      name: p.name,
      businessId: ids[i] ?? null,
      role: p.role,
      cost: own?.cost ?? null,
      grant: own?.grant ?? null,
    }
  })
}

const lexemesOf = (application: Application, title: string, partners: readonly Partner[]) =>
  tsvector([
    { text: `${title}\n${numberOf(application)}`, weight: 'A', language: 'auto' },
    { text: partners.map((p) => p.name).join('\n'), weight: 'B', language: 'auto' },
  ])
