import { perform } from '../../../kernel/action.ts'
import { transaction } from '../../../kernel/db.ts'
import { openRegistrar, organisationsWith, writeRegistered } from '../../organisations/index.ts'
import { demoPast, demoPeople, inventPeople } from '../../people/index.ts'
import type { Organisation } from './content.ts'
import type { Play, Step } from './play.ts'

/** Whoever applies for an organisation: three people who can be signed in as, or one with the organisation's name. */
const applicants: Readonly<Record<string, string>> = {
  harjoitusyliopisto: 'submitter',
  esimerkkiamk: 'partner',
}
export const applicantOf = ({ key, name }: Pick<Organisation, 'key' | 'name'>): string =>
  applicants[key] ?? `Hakija, ${name.fi}`

/** Where each kind of the exercise stands in the registry. */
const kinds: Readonly<Record<string, string>> = {
  'business-developer': 'company',
  'third-sector': 'association',
}

/** The invented organisations and people. Their business ids lie far above any that has been given out. */
export const castSteps: readonly Step[] = [
  {
    name: 'organisations',
    run: async ({ stage, content, kept, at }) => {
      const identified = content.organisations.map(({ name, kind, businessId }) => ({
        name: name.fi,
        kind: kinds[kind] ?? kind,
        place: 'Helsinki',
        identifiers: [{ scheme: 'fi-business-id', value: businessId }],
      }))
      const ids = await transaction(stage.database, async (tx) => {
        const registrar = await openRegistrar(tx, null, 'exercise', at(-demoPast))
        for (const one of identified) registrar.resolve(one)
        await writeRegistered(tx, registrar.take(), at(-demoPast))
        return organisationsWith(
          tx,
          'fi-business-id',
          content.organisations.map((o) => o.businessId),
        )
      })
      for (const { key, businessId } of content.organisations) kept[`organisation/${key}`] = ids[businessId]!
    },
  },
  {
    name: 'people',
    run: async ({ stage, content, kept, at }) => {
      const in_ = (key: string) => kept[`organisation/${key}`]!
      const known: Record<string, string> = {
        lead: in_('harjoitusyliopisto'),
        submitter: in_('harjoitusyliopisto'),
        partner: in_('esimerkkiamk'),
        'project-manager': in_('harjoitusyliopisto'),
      }
      const people = [
        ...demoPeople.map((person) => ({ person, organisation: known[person] })),
        ...content.organisations
          .filter(({ key }) => !applicants[key])
          .map((o) => ({ person: applicantOf(o), organisation: in_(o.key) })),
      ]
      const since = at(-demoPast)
      const { ids } = await perform(
        inventPeople,
        { ...stage, now: since },
        { since: since.toISOString().slice(0, 10), people },
      )
      for (const [i, { person }] of people.entries()) kept[`person/${person}`] = ids[i]!
    },
  },
  {
    name: 'interests',
    run: async (play) => {
      const board = (person: string, organisation: string) =>
        play.does(person, play.at(-165), 'interest.add', { organisation, role: 'board', starts: '1.1.2024' })
      await board('assessor', businessId(play, 'yhdistys'))
      await board('second-city-decider', businessId(play, 'kehitysyhtio'))
    },
  },
]

const businessId = ({ content }: Play, key: string): string =>
  content.organisations.find((o) => o.key === key)!.businessId
