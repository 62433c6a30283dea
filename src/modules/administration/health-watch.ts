import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import { job } from '../../kernel/job.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { languages, type Names } from '../../kernel/text.ts'
import { holds, readPeople } from '../people/index.ts'
import { mailDigest, notify } from '../talk/index.ts'
import { examine } from './doctor.ts'
import { deleteHealthNote, healthNotes, insertHealthNote } from './health-queries.ts'
import { healthText, saidOf } from './health-text.ts'
import { checkNames, type Finding } from './rules.ts'
import { text } from './text.ts'

const finding = z.object({
  check: z.enum(checkNames),
  health: z.enum(['ok', 'warn', 'bad']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** What turned bad since the last look, and what is good again: each is told of once. */
export const tellHealth = command({
  name: 'installation.tell-health',
  summary: {
    fi: 'Kerro ylläpitäjille, mikä asennuksessa on mennyt vikaan ja mikä on korjaantunut',
    sv: 'Berätta för administratörerna vad som har gått fel i installationen och vad som är i ordning igen',
    en: 'Tell administrators what has turned bad in the installation and what is good again',
  },
  input: z.object({ findings: z.array(finding) }),
  output: z.object({ told: z.array(z.uuid()).describe('The administrators, when there was something.') }),
  allow: systemOnly,
  unaudited: 'Tells of a state and changes nothing.',
  run: async (ctx, { findings }) => {
    const known = new Map((await healthNotes(ctx.db)).map((n) => [n.name, n.since]))
    const bad = findings.filter((f) => f.health === 'bad')
    const news: { check: Finding['check']; about: string; title: Names; said: Finding | undefined }[] = []
    const titleOf = (check: Finding['check'], word: 'turnedBad' | 'goodAgain'): Names =>
      Object.fromEntries(languages.map((l) => [l, text[l][word](healthText[l].names[check])]))
    for (const f of bad) {
      if (known.has(f.check)) continue
      await insertHealthNote(ctx.db, f.check, ctx.now)
      const about = `health ${f.check} ${ctx.now.toISOString()}`
      news.push({ check: f.check, about, title: titleOf(f.check, 'turnedBad'), said: f })
    }
    for (const f of findings) {
      const since = known.get(f.check)
      if (!since || f.health === 'bad') continue
      await deleteHealthNote(ctx.db, f.check)
      const about = `health over ${f.check} ${since.toISOString()}`
      news.push({ check: f.check, about, title: titleOf(f.check, 'goodAgain'), said: undefined })
    }
    if (news.length === 0) return { told: [] }
    const administrators = (await readPeople(ctx.db, ctx.now)).filter((p) =>
      holds(p.actor, ['administrator']),
    )
    for (const person of administrators)
      for (const { check, about, title, said } of news)
        await notify(ctx, {
          kind: 'health',
          subject: { kind: 'health', id: check },
          about,
          title,
          path: '/administration',
          text: said ? saidOf(said as Finding, person.language) : text[person.language].goodAgainNote,
          ecosystem: null,
          records: [{ share: 'own', ecosystem: null, person: person.actor.id }],
          to: [person],
        })
    return { told: administrators.map((p) => p.actor.id) }
  },
})

/** Each morning the same look that `talkoot doctor` takes; what it tells goes out at once, weekends too. */
export const watchHealth = job({
  name: 'administration.watch-health',
  summary: {
    fi: 'Asennuksen kunnon tarkistus ja siitä kertominen ylläpitäjille',
    sv: 'Kontrollera installationens skick och meddela administratörerna',
    en: 'Look how the installation is and tell the administrators',
  },
  input: z.object({}),
  schedule: '45 5 * * *',
  run: async (stage) => {
    const { installation, database: db, now } = stage
    if (!installation) return
    const findings = await examine({ installation, db, now }, { whole: true })
    const { told } = await perform(tellHealth, stage, { findings })
    for (const person of told) await perform(mailDigest, stage, { person })
  },
})
