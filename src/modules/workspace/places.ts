import type { Actor } from '../../kernel/actor.ts'
import type { Finder, FoundThing } from '../../kernel/finder.ts'
import { type Language, languages, pick, type Words } from '../../kernel/text.ts'
import { holds, type Office } from '../people/index.ts'
import { ecosystemsWith } from './queries.ts'

type Place = {
  path: string
  name: Words<string>
  /** Who has use of it; everybody signed in where nothing is said. */
  for?: readonly Office[]
  /** The office must be held everywhere. */
  everywhere?: true
}

const administrators: readonly Office[] = ['administrator']

const places: readonly Place[] = [
  { path: '/workspace', name: { fi: 'Työtila', sv: 'Arbetsyta', en: 'Workspace' } },
  { path: '/account', name: { fi: 'Oma tili', sv: 'Mitt konto', en: 'My account' } },
  { path: '/account/data', name: { fi: 'Omat tiedot', sv: 'Egna uppgifter', en: 'My own data' } },
  {
    path: '/account/tokens',
    name: { fi: 'Rajapinnan tunnisteet', sv: 'Nycklar till gränssnittet', en: 'API tokens' },
  },
  { path: '/notifications', name: { fi: 'Omat ilmoitukset', sv: 'Egna aviseringar', en: 'Notifications' } },
  {
    path: '/notifications/settings',
    name: {
      fi: 'Ilmoitusten asetukset',
      sv: 'Inställningar för aviseringar',
      en: 'Notification settings',
    },
  },
  { path: '/saved', name: { fi: 'Tallennetut näkymät', sv: 'Sparade vyer', en: 'Saved views' } },
  { path: '/drafts', name: { fi: 'Luonnokset', sv: 'Utkast', en: 'Drafts' } },
  { path: '/discussion', name: { fi: 'Keskustelut', sv: 'Diskussioner', en: 'Discussions' } },
  {
    path: '/calendar',
    name: { fi: 'Vuosikello ja kalenteri', sv: 'Årsklocka och kalender', en: 'Year clock and calendar' },
  },
  {
    path: '/permissions',
    name: {
      fi: 'Kuka saa tehdä mitä: oikeudet',
      sv: 'Vem får göra vad: behörigheter',
      en: 'Who may do what: permissions',
    },
  },
  { path: '/calls', name: { fi: 'Haut', sv: 'Utlysningar', en: 'Calls' } },
  {
    path: '/applications',
    name: { fi: 'Omat hakemukset', sv: 'Egna ansökningar', en: 'My applications' },
  },
  {
    path: '/funding',
    name: { fi: 'Rahoitusmahdollisuudet', sv: 'Finansieringsmöjligheter', en: 'Funding opportunities' },
  },
  {
    path: '/account/interests',
    name: { fi: 'Omat sidonnaisuudet', sv: 'Egna bindningar', en: 'My interests' },
  },
  { path: '/register', name: { fi: 'Päätösrekisteri', sv: 'Beslutsregister', en: 'Register of decisions' } },
  {
    path: '/assessments',
    name: { fi: 'Arviointivuorot', sv: 'Bedömningar i tur', en: 'Assessments, my turn' },
    for: ['assessor', 'preparer', 'coordinator', 'council-officer'],
  },
  {
    path: '/meetings',
    name: { fi: 'Kokoukset', sv: 'Möten', en: 'Meetings' },
    for: ['coordinator', 'preparer', 'city-decider', 'council-officer'],
  },
  {
    path: '/selections',
    name: { fi: 'Valintakokoukset', sv: 'Urvalsmöten', en: 'Selection meetings' },
    for: ['coordinator', 'preparer', 'city-decider', 'council-officer', 'member'],
  },
  {
    path: '/criteria',
    name: { fi: 'Valintaperusteet', sv: 'Urvalskriterier', en: 'Criteria' },
    for: ['coordinator', 'preparer'],
  },
  {
    path: '/sources/new',
    name: { fi: 'Tuo luettelo', sv: 'Hämta in en lista', en: 'Bring a list in' },
    for: ['coordinator'],
  },
  {
    path: '/forms',
    name: { fi: 'Hakujen lomakkeet', sv: 'Utlysningarnas blanketter', en: 'Forms of calls' },
    for: ['coordinator', 'preparer'],
  },
  {
    path: '/ecosystems/new',
    name: { fi: 'Uusi ekosysteemi', sv: 'Nytt ekosystem', en: 'New ecosystem' },
    for: ['administrator', 'coordinator'],
    everywhere: true,
  },
  {
    path: '/organisations/duplicates',
    name: { fi: 'Mahdolliset kaksoiskappaleet', sv: 'Möjliga dubbletter', en: 'Possible duplicates' },
    for: ['coordinator'],
  },
  {
    path: '/preview',
    name: { fi: 'Katso toisen tehtävän näkymää', sv: 'Se ett annat uppdrags vy', en: 'Preview an office' },
    for: ['administrator', 'coordinator'],
  },
  {
    path: '/members',
    name: {
      fi: 'Henkilöt, jäsenet ja tehtävät',
      sv: 'Personer, medlemmar och uppdrag',
      en: 'People, members and offices',
    },
    for: ['administrator', 'coordinator'],
    everywhere: true,
  },
  {
    path: '/webhooks',
    name: { fi: 'Webhookit', sv: 'Webhookar', en: 'Webhooks' },
    for: ['administrator', 'coordinator'],
  },
  {
    path: '/administration/audit',
    name: { fi: 'Tapahtumaloki', sv: 'Händelselogg', en: 'Audit' },
    for: ['administrator', 'coordinator'],
  },
  ...(
    [
      ['', 'Ylläpito: terveys', 'Administration: hälsa', 'Administration: health'],
      ['/jobs', 'Ylläpito: työt', 'Administration: jobb', 'Administration: jobs'],
      ['/mails', 'Ylläpito: sähköpostit', 'Administration: e-post', 'Administration: mails'],
      [
        '/users',
        'Ylläpito: käyttäjätilit',
        'Administration: användarkonton',
        'Administration: user accounts',
      ],
      [
        '/privacy',
        'Ylläpito: henkilötiedot ja säilytysajat',
        'Administration: personuppgifter och lagringstider',
        'Administration: personal data and retention',
      ],
      [
        '/storage',
        'Ylläpito: tallennustila ja liitteet',
        'Administration: lagring och bilagor',
        'Administration: storage and attachments',
      ],
    ] as const
  ).map(([path, fi, sv, en]) => ({
    path: `/administration${path}`,
    name: { fi, sv, en },
    for: administrators,
  })),
]

/** The pages of each ecosystem in which somebody holds an office. */
const ofEcosystem: readonly Place[] = [
  { path: '/discussion', name: { fi: 'Keskustelut', sv: 'Diskussioner', en: 'Discussions' } },
  {
    path: '/calendar',
    name: { fi: 'Vuosikello ja kalenteri', sv: 'Årsklocka och kalender', en: 'Year clock and calendar' },
  },
  {
    path: '/members',
    name: { fi: 'Jäsenet', sv: 'Medlemmar', en: 'Members' },
    for: ['administrator', 'coordinator'],
  },
  {
    path: '/settings',
    name: { fi: 'Ekosysteemin asetukset', sv: 'Ekosystemets inställningar', en: 'Settings of the ecosystem' },
    for: ['coordinator'],
  },
  {
    path: '/settings/frame',
    name: { fi: 'Ekosysteemin kehys', sv: 'Ekosystemets ram', en: 'Frame of the ecosystem' },
    for: ['coordinator'],
  },
  {
    path: '/settings/goals',
    name: { fi: 'Ekosysteemin tavoitteet', sv: 'Ekosystemets mål', en: 'Goals of the ecosystem' },
    for: ['coordinator'],
  },
]

/** Whether the name has each word that was typed, in any of the languages. */
const isCalled = ({ name }: Place, typed: string): boolean => {
  const wanted = typed.toLocaleLowerCase('fi').split(/\s+/).filter(Boolean)
  return languages.some((l) => wanted.every((word) => name[l].toLocaleLowerCase('fi').includes(word)))
}

const found = (place: Place, path: string, subtitle: string | null, language: Language): FoundThing => ({
  title: place.name[language],
  subtitle,
  path,
})

/** The pages that the actor has use of, by their names. */
export const placesNamed = (actor: Actor, typed: string, language: Language): FoundThing[] =>
  places
    .filter((p) => isCalled(p, typed))
    .filter((p) => !p.for || holds(actor, p.for, p.everywhere ? null : undefined))
    .map((p) => found(p, p.path, null, language))

/** Pages of the workspace, those that who asks has use of. */
export const placeFinder: Finder = {
  type: 'place',
  kind: { fi: 'Sivu', sv: 'Sida', en: 'Page' },
  group: { fi: 'Työtilan sivut', sv: 'Arbetsytans sidor', en: 'Pages of the workspace' },
  first: true,
  find: async ({ db, actor, language }, { typed, limit }) => {
    if (actor.kind !== 'person' || typed.length < 2) return { items: [], total: 0 }
    const named = ofEcosystem.filter((p) => isCalled(p, typed))
    const own = [...new Set(actor.offices.flatMap((o) => o.ecosystem ?? []))]
    const local =
      named.length === 0
        ? []
        : (await ecosystemsWith(db, own)).flatMap((e) =>
            named
              .filter((p) => !p.for || holds(actor, p.for, e.id))
              .map((p) =>
                found(p, `/ecosystems/${e.key}${p.path}`, pick(e.name, language)?.text ?? e.key, language),
              ),
          )
    const items = [...placesNamed(actor, typed, language), ...local]
    return { items: items.slice(0, limit), total: items.length }
  },
}
