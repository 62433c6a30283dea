import { words } from '../../kernel/text.ts'

/** The product's own letters, where the ecosystem has none of its own. Fields stand in braces. */
export const letterDefaults = words(
  {
    granted: {
      subject: 'Päätös hakemuksesta {number}: rahoitus myönnetty',
      body: 'Hei {applicant}\n\nHankkeelle {project} on myönnetty tukea {grant}. Hyväksytyt kustannukset ovat {cost}.\n\nPerustelut\n{grounds}\n\nEhdot\n{conditions}\n\nPäätöksen on tehnyt {decider} {date}. Päätös: {link}\n\nMuutoksenhaku\n{appeal}',
    },
    refused: {
      subject: 'Päätös hakemuksesta {number}: hakemus hylätty',
      body: 'Hei {applicant}\n\nHankkeelle {project} ei ole myönnetty rahoitusta.\n\nPerustelut\n{grounds}\n\nPäätöksen on tehnyt {decider} {date}.\n\nMuutoksenhaku\n{appeal}',
    },
    'left-out': {
      subject: 'Päätös hakemuksesta {number}: hanketta ei valittu',
      body: 'Hei {applicant}\n\nKaupunki ei ole valinnut hanketta {project}, joten sille ei ole myönnetty rahoitusta.\n\nPerustelut\n{grounds}\n\nPäätöksen on tehnyt {decider} {date}.\n\nMuutoksenhaku\n{appeal}',
    },
  },
  {
    sv: {
      granted: {
        subject: 'Beslut om ansökan {number}: finansiering beviljad',
        body: 'Hej {applicant}\n\nProjektet {project} har beviljats {grant} i stöd. De godkända kostnaderna är {cost}.\n\nMotivering\n{grounds}\n\nVillkor\n{conditions}\n\nBeslutet har fattats av {decider} {date}. Beslutet: {link}\n\nÄndringssökande\n{appeal}',
      },
      refused: {
        subject: 'Beslut om ansökan {number}: ansökan avslagen',
        body: 'Hej {applicant}\n\nProjektet {project} har inte beviljats finansiering.\n\nMotivering\n{grounds}\n\nBeslutet har fattats av {decider} {date}.\n\nÄndringssökande\n{appeal}',
      },
      'left-out': {
        subject: 'Beslut om ansökan {number}: projektet valdes inte',
        body: 'Hej {applicant}\n\nStaden har inte valt projektet {project}, och därför har det inte beviljats finansiering.\n\nMotivering\n{grounds}\n\nBeslutet har fattats av {decider} {date}.\n\nÄndringssökande\n{appeal}',
      },
    },
    en: {
      granted: {
        subject: 'Decision on application {number}: funding granted',
        body: 'Dear {applicant}\n\nThe project {project} has been granted {grant}. The accepted costs are {cost}.\n\nGrounds\n{grounds}\n\nConditions\n{conditions}\n\nDecided by {decider} on {date}. The decision: {link}\n\nAppeal\n{appeal}',
      },
      refused: {
        subject: 'Decision on application {number}: application refused',
        body: 'Dear {applicant}\n\nThe project {project} has not been granted funding.\n\nGrounds\n{grounds}\n\nDecided by {decider} on {date}.\n\nAppeal\n{appeal}',
      },
      'left-out': {
        subject: 'Decision on application {number}: project not selected',
        body: 'Dear {applicant}\n\nThe city has not selected the project {project}, so it has not been granted funding.\n\nGrounds\n{grounds}\n\nDecided by {decider} on {date}.\n\nAppeal\n{appeal}',
      },
    },
  },
)

export const letterText = words(
  {
    title: 'Päätöskirje',
    templates: 'Kirjepohjat ja muutoksenhakuohje',
    lead: 'Tyhjä kenttä: käytetään palvelun omaa pohjaa. Kenttiä voi käyttää aaltosulkeissa:',
    backToLetter: 'Takaisin kirjeeseen',
    appeal: 'Muutoksenhakuohje',
    appealHelp:
      'Liiton oma teksti: mihin päätöksestä valitetaan tai mistä vaaditaan oikaisua, missä ajassa ja miten. Palvelu ei täytä tätä. Kirjeitä ei voi lähettää ennen kuin teksti on annettu kirjeen kielellä.',
    kinds: { granted: 'Myönteinen', refused: 'Kielteinen', 'left-out': 'Kaupunki ei valinnut' },
    subject: 'Otsikko',
    body: 'Kirje',
    own: 'Palvelun oma pohja',
    save: 'Tallenna pohjat',
    saved: 'Pohjat tallennettiin.',
    send: 'Lähetä kirje',
    to: 'Lähetetään',
    nobody: 'Kenelläkään hakemuksen henkilöllä ei ole lähetysoikeutta.',
    inProduct: '(lukee kirjeen palvelussa)',
    unknown: (fields: string) => `Pohjassa on kenttiä, joita ei ole: ${fields}`,
    guidance: 'Muutoksenhakuohje puuttuu kirjeen kielellä',
    sentAlready: 'Tämän kierroksen kirje on lähetetty',
  },
  {
    sv: {
      title: 'Beslutsbrev',
      templates: 'Brevmallar och anvisning om ändringssökande',
      lead: 'Tomt fält: tjänstens egen mall används. Fält kan användas inom klammer:',
      backToLetter: 'Tillbaka till brevet',
      appeal: 'Anvisning om ändringssökande',
      appealHelp:
        'Förbundets egen text: var man söker ändring eller begär omprövning, inom vilken tid och hur. Tjänsten fyller inte i den. Brev kan inte skickas innan texten finns på brevets språk.',
      kinds: { granted: 'Bifall', refused: 'Avslag', 'left-out': 'Staden valde inte' },
      subject: 'Rubrik',
      body: 'Brev',
      own: 'Tjänstens egen mall',
      save: 'Spara mallarna',
      saved: 'Mallarna sparades.',
      send: 'Skicka brevet',
      to: 'Skickas till',
      nobody: 'Ingen i ansökan har rätt att lämna in den.',
      inProduct: '(läser brevet i tjänsten)',
      unknown: (fields) => `Mallen har fält som inte finns: ${fields}`,
      guidance: 'Anvisning om ändringssökande saknas på brevets språk',
      sentAlready: 'Brevet för den här omgången har skickats',
    },
    en: {
      title: 'Decision letter',
      templates: 'Letter templates and appeal guidance',
      lead: 'An empty field: the product’s own template is used. These fields can be used in braces:',
      backToLetter: 'Back to the letter',
      appeal: 'Appeal guidance',
      appealHelp:
        'The council’s own text: where one appeals or asks for a review, within what time and how. The product does not fill this in. No letter can be sent before it is given in the language of the letter.',
      kinds: { granted: 'Granted', refused: 'Refused', 'left-out': 'Not selected by the city' },
      subject: 'Subject',
      body: 'Letter',
      own: 'The product’s own template',
      save: 'Save the templates',
      saved: 'The templates were saved.',
      send: 'Send the letter',
      to: 'Sent to',
      nobody: 'Nobody of the application has the right to send it.',
      inProduct: '(reads the letter in the product)',
      unknown: (fields) => `The template has fields that do not exist: ${fields}`,
      guidance: 'The appeal guidance is missing in the language of the letter',
      sentAlready: 'The letter of this round has been sent',
    },
  },
)
