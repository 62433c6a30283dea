import { words } from '../../kernel/text.ts'

/** The offices by name, and what their holders do. */
export const officeText = words(
  {
    administrator: 'Ylläpitäjä',
    coordinator: 'Koordinaattori',
    preparer: 'Valmistelija',
    assessor: 'Arvioija',
    'city-decider': 'Kaupungin päättäjä',
    'council-officer': 'Maakunnan liiton asiantuntija',
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
      'council-officer': 'Landskapsförbundets sakkunniga',
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
