import { words } from '../../kernel/text.ts'

export const kindChangeText = words(
  {
    title: 'Vaihda kysymyksen lajia',
    link: 'Vaihda kysymyksen lajia',
    now: 'Nyt',
    consequences: {
      kept: 'Annetut vastaukset säilyvät sellaisinaan.',
      'read-again':
        'Annetut vastaukset jäävät kenttään. Ne, jotka eivät kelpaa uuteen lajiin, hakijan on korjattava.',
      lost: 'Annetut vastaukset eivät siirry: kysymys on hakijalla tyhjä. Vanhat vastaukset säilyvät hakemuksen historiassa.',
    },
    says: (from: string, to: string) => `Laji vaihtuu: ${from} → ${to}`,
    limits: 'Edellisen lajin rajat ja vaihtoehdot eivät siirry. Kysymys, ohje, merkinnät ja ehdot säilyvät.',
    preview: 'Näin hakija näkee kysymyksen',
    previewSection: 'Näin hakija näkee osion',
    previewNoSection: 'Esikatselu näkyy, kun osiolla on otsikko eikä siinä ole virheitä.',
    previewNote: 'Päivittyy, kun luonnos tallentuu.',
    previewNone: 'Esikatselu näkyy, kun kysymyksessä ei ole virheitä.',
  },
  {
    sv: {
      title: 'Byt frågans typ',
      link: 'Byt frågans typ',
      now: 'Nu',
      consequences: {
        kept: 'Givna svar kvarstår som de är.',
        'read-again':
          'Givna svar står kvar i fältet. De som inte duger för den nya typen måste sökanden rätta.',
        lost: 'Givna svar följer inte med: frågan är tom för sökanden. Gamla svar finns kvar i ansökans historik.',
      },
      says: (from, to) => `Typen byts: ${from} → ${to}`,
      limits:
        'Den tidigare typens gränser och alternativ följer inte med. Frågan, anvisningen, markeringarna och villkoren kvarstår.',
      preview: 'Så här ser sökanden frågan',
      previewSection: 'Så här ser sökanden avsnittet',
      previewNoSection: 'Förhandsgranskningen visas när avsnittet har en rubrik och inga fel.',
      previewNote: 'Uppdateras när utkastet sparas.',
      previewNone: 'Förhandsgranskningen visas när frågan inte har fel.',
    },
    en: {
      title: 'Change the kind of the question',
      link: 'Change the kind of the question',
      now: 'Now',
      consequences: {
        kept: 'Answers given already stay as they are.',
        'read-again':
          'Answers given already stay in the field. Those that the new kind cannot read must be put right by the applicant.',
        lost: 'Answers given already do not follow: the question is empty for the applicant. Old answers stay in the history of the application.',
      },
      says: (from, to) => `The kind changes: ${from} → ${to}`,
      limits:
        'Limits and choices of the former kind do not follow. The question, help, marks and conditions stay.',
      preview: 'The question as an applicant sees it',
      previewSection: 'The section as an applicant sees it',
      previewNoSection: 'The preview shows when the section has a title and nothing is wrong with it.',
      previewNote: 'Changes when the draft is saved.',
      previewNone: 'The preview shows when nothing is wrong with the question.',
    },
  },
)
