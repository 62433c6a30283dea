import { words } from '../../kernel/text.ts'

/** How the reader stands to the matter of a decision. */
export const standingText = words(
  {
    free: 'Olet vahvistanut, ettet ole esteellinen.',
    'must-declare': 'Et ole vielä vahvistanut esteettömyyttäsi.',
    'must-answer': 'Palvelu löysi sidonnaisuuksia, joihin sinun on vastattava.',
    barred: 'Olet esteellinen tässä asiassa.',
  },
  {
    sv: {
      free: 'Du har bekräftat att du inte är jävig.',
      'must-declare': 'Du har inte bekräftat din jävfrihet än.',
      'must-answer': 'Tjänsten hittade bindningar som du ska svara på.',
      barred: 'Du är jävig i det här ärendet.',
    },
    en: {
      free: 'You have declared that you have no conflict of interest.',
      'must-declare': 'You have not declared yet whether you have a conflict of interest.',
      'must-answer': 'The product found ties that you have to answer.',
      barred: 'You have a conflict of interest in this matter.',
    },
  },
)

/** Of a list: how many of its matters are closed to the reader, and where they say where they stand. */
export const closedText = words(
  {
    closed: (n: number) =>
      n === 1
        ? 'Yhden asian valmistelu ei ole sinulle auki: et ole ilmoittanut esteettömyyttäsi, tai olet esteellinen.'
        : `${n} asian valmistelu ei ole sinulle auki: et ole ilmoittanut esteettömyyttäsi, tai olet esteellinen.`,
    own: 'Omat ilmoitukset',
  },
  {
    sv: {
      closed: (n) =>
        n === 1
          ? 'Beredningen av ett ärende är inte öppen för dig: du har inte anmält dig ojävig, eller du är jävig.'
          : `Beredningen av ${n} ärenden är inte öppen för dig: du har inte anmält dig ojävig, eller du är jävig.`,
      own: 'Mina anmälningar',
    },
    en: {
      closed: (n) =>
        n === 1
          ? 'How one matter is prepared is not open to you: you have not declared yet, or you have a conflict of interest.'
          : `How ${n} matters are prepared is not open to you: you have not declared yet, or you have a conflict of interest.`,
      own: 'My declarations',
    },
  },
)
