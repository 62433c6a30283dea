import type { Role } from '../src/engine/conflict/index.ts'
import { always, from, type World } from './conflict-world.ts'

const roles: Role[] = [
  'employment',
  'commission',
  'board',
  'director',
  'ownership',
  'organ',
  'representation',
]

type Decoy = (world: World, person: string, party: string) => void

const at = (world: World, person: string, organisation: string, startsOn: string, endsOn: string | null) =>
  world.register.ties.push({
    id: world.id('tie'),
    source: 'registry',
    ...from(startsOn, endsOn),
    person,
    organisation,
    role: world.pick(roles),
  })

const owned = (world: World, upper: string, lower: string, share: number, endsOn: string | null = null) =>
  world.register.links.push({
    id: world.id('link'),
    source: 'business register',
    ...from(null, endsOn),
    kind: 'owner',
    upper,
    lower,
    share,
  })

const together = (world: World, parties: string[], people: string[], startsOn: string, endsOn: string) =>
  world.register.projects.push({
    id: world.id('project'),
    source: 'list',
    ...from(startsOn, endsOn),
    parties,
    people,
  })

/** What looks like a tie and is none. A namesake differs from the person by its id alone, as in the register. */
export const decoys: Record<string, Decoy> = {
  'ended a day too early': (world, person, party) => at(world, person, party, '2012-01-01', '2024-11-21'),
  'a namesake': (world, person, party) => at(world, `${person}b`, party, '2020-01-01', null),
  'an organisation of a similar name': (world, person, party) => {
    world.register.organisations.push({ id: `${party}b`, canonical: `${party}b`, source: 'registry' })
    at(world, person, `${party}b`, '2020-01-01', null)
  },
  'a share too small': (world, person, party) => {
    const own = world.organisation()
    at(world, person, own, '2020-01-01', null)
    owned(world, own, party, 19.9)
  },
  'sold long ago': (world, person, party) => {
    const own = world.organisation()
    at(world, person, own, '2020-01-01', null)
    owned(world, own, party, 100, '2019-12-31')
  },
  'owners of one company': (world, person, party) => {
    const [own, company] = [world.organisation(), world.organisation()]
    at(world, person, own, '2020-01-01', null)
    owned(world, own, company, 50)
    owned(world, party, company, 50)
  },
  'a joint project too long ago': (world, person, party) => {
    const own = world.organisation()
    at(world, person, own, '2010-01-01', null)
    together(world, [own, party], [person], '2016-01-01', '2021-11-21')
  },
  'a joint project before the person came': (world, person, party) => {
    const own = world.organisation()
    at(world, person, own, '2025-01-01', null)
    together(world, [own, party], [`${person}b`], '2022-01-01', '2024-12-31')
  },
  'a project of a former organisation after the person left': (world, person, party) => {
    const own = world.organisation()
    at(world, person, own, '2015-01-01', '2023-01-31')
    together(world, [own, party], [], '2023-02-01', '2026-12-31')
  },
  'a kinship that has ended': (world, person, party) => {
    const kin = world.id('kin')
    at(world, kin, party, '2020-01-01', null)
    const base = { id: world.id('kinship'), source: 'own statement', ...from(null, '2025-06-30') }
    world.register.kinships.push({ ...base, person, kin, relation: 'spouse' })
  },
  'kin of kin': (world, person, party) => {
    const [kin, further] = [world.id('kin'), world.id('kin')]
    at(world, further, party, '2020-01-01', null)
    const told = { source: 'own statement', ...always, relation: 'sibling' } as const
    world.register.kinships.push({ id: world.id('kinship'), person, kin, ...told })
    world.register.kinships.push({ id: world.id('kinship'), person: kin, kin: further, ...told })
  },
  'work on another application': (world, person) => {
    const deed = { id: world.id('deed'), source: 'audit', person, at: '2026-09-01T09:00:00.000Z' }
    world.register.deeds.push({ ...deed, kind: 'wrote', application: world.id('application') })
  },
  'a declared conflict that the organ lifted': (world, person, party) => {
    const application = world.pick(world.applicationsOf(party))
    const base = { source: 'minutes', person, application }
    const conflict = { id: world.id('declaration'), by: person, says: 'conflict', point: 7 } as const
    // A person may also have declared this one truly: lifting comes before that.
    world.register.declarations.push({ ...base, ...conflict, at: '2026-08-01T12:00:00.000Z' })
    const lifted = { id: world.id('declaration'), by: world.id('chair'), says: 'lifted' } as const
    world.register.declarations.push({ ...base, ...lifted, at: '2026-08-02T12:00:00.000Z' })
  },
}
