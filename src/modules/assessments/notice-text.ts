import { words } from '../../kernel/text.ts'

export const noticeText = words(
  {
    assigned: 'Hakemus odottaa arviotasi. Vahvista ensin esteettömyytesi.',
    allGiven: 'Kaikki pisteet on annettu. Sopikaa yhteisestä arviosta.',
    newVersion: 'Hakija on täydentänyt hakemusta. Katso, mikä muuttui.',
  },
  {
    sv: {
      assigned: 'En ansökan väntar på din bedömning. Bekräfta först att du inte är jävig.',
      allGiven: 'Alla poäng har getts. Kom överens om den gemensamma bedömningen.',
      newVersion: 'Sökanden har kompletterat ansökan. Se vad som har ändrats.',
    },
    en: {
      assigned: 'An application waits for your assessment. First declare that you are free of conflicts.',
      allGiven: 'All scores are given. Agree on the joint assessment.',
      newVersion: 'The applicant has completed the application. See what has changed.',
    },
  },
)
