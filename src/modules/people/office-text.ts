import { words } from '../../kernel/text.ts'

/** The offices by name; where a list of people is meant, the same word in the singular. */
export const officeNames = words(
  {
    administrator: 'Ylläpitäjä',
    coordinator: 'Koordinaattori',
    preparer: 'Valmistelija',
    assessor: 'Arvioija',
    'city-decider': 'Kaupungin päättäjä',
    'council-officer': 'Liiton käsittelijä',
    'project-manager': 'Projektipäällikkö',
    member: 'Jäsen',
    viewer: 'Lukija',
  },
  {
    sv: {
      administrator: 'Administratör',
      coordinator: 'Koordinator',
      preparer: 'Beredare',
      assessor: 'Bedömare',
      'city-decider': 'Stadens beslutsfattare',
      'council-officer': 'Förbundets handläggare',
      'project-manager': 'Projektledare',
      member: 'Medlem',
      viewer: 'Läsare',
    },
    en: {
      administrator: 'Administrator',
      coordinator: 'Coordinator',
      preparer: 'Preparer',
      assessor: 'Assessor',
      'city-decider': 'City decider',
      'council-officer': 'Council officer',
      'project-manager': 'Project manager',
      member: 'Member',
      viewer: 'Viewer',
    },
  },
)

/** What the holder of each office does, for who gives one. */
export const officeDeeds = words(
  {
    administrator: 'pitää palvelua käynnissä, antaa kaikki tehtävät',
    coordinator: 'tuo aineistot, hoitaa ekosysteemin asetukset ja jäsenet',
    preparer: 'valmistelee haut ja kokoukset, ei päätä',
    assessor: 'arvioi hakemukset',
    'city-decider': 'valitsee kaupungin puolesta rahoitettavat hankkeet',
    'council-officer': 'tarkastaa tukikelpoisuuden ja tekee rahoituspäätöksen',
    'project-manager': 'hakee rahoitusta ja raportoi hankkeesta',
    member: 'osallistuu ekosysteemin työhön',
    viewer: 'näkee ekosysteemille jaetun, ei muuta mitään',
  },
  {
    sv: {
      administrator: 'håller tjänsten i gång, ger alla uppdrag',
      coordinator: 'hämtar in material, sköter ekosystemets inställningar och medlemmar',
      preparer: 'bereder utlysningar och möten, beslutar inte',
      assessor: 'bedömer ansökningar',
      'city-decider': 'väljer på stadens vägnar de projekt som ska finansieras',
      'council-officer': 'kontrollerar stödberättigandet och fattar finansieringsbeslutet',
      'project-manager': 'söker finansiering och rapporterar om projektet',
      member: 'deltar i ekosystemets arbete',
      viewer: 'ser det som delas med ekosystemet, ändrar ingenting',
    },
    en: {
      administrator: 'keeps the service running, gives every office',
      coordinator: 'brings lists in, looks after the settings and members of the ecosystem',
      preparer: 'prepares calls and meetings, does not decide',
      assessor: 'assesses applications',
      'city-decider': 'chooses for the city which projects are funded',
      'council-officer': 'checks eligibility and takes the funding decision',
      'project-manager': 'applies for funding and reports on the project',
      member: 'takes part in the work of the ecosystem',
      viewer: 'sees what is shared with the ecosystem, changes nothing',
    },
  },
)
