import { words } from '../../kernel/text.ts'

/** Why an application does not open to somebody who is there by office, and what to do about it. */
export const gateText = words(
  {
    why: {
      'must-declare':
        'Ilmoita ensin hakemuksen Esteellisyys-sivulla, oletko esteellinen. Hakemus avautuu, kun ilmoitus on annettu.',
      'must-answer':
        'Vastaa ensin hakemuksen Esteellisyys-sivulla, tekeekö löydetty sidonnaisuus sinusta esteellisen. Hakemus avautuu vastauksen jälkeen.',
      barred:
        'Olet esteellinen tässä asiassa (hallintolaki 28 §), joten et osallistu sen käsittelyyn. Esteetön virkahenkilö hoitaa asian.',
    },
    titles: {
      free: 'Hakemus on sinulle auki',
      'must-declare': 'Ilmoita ensin, oletko esteellinen',
      'must-answer': 'Vastaa ensin löydettyyn sidonnaisuuteen',
      barred: 'Olet esteellinen tässä asiassa',
    },
    lead: {
      free: '',
      'must-declare':
        'Hakemuksen sisältö avautuu, kun olet ilmoittanut esteettömyydestäsi. Alla on se, mitä ilmoitukseen tarvitset: kuka hakee ja mihin hakuun.',
      'must-answer':
        'Sinun ja hakijan väliltä löytyi jotakin, minkä merkityksen vain sinä tiedät. Hakemuksen sisältö avautuu, kun olet vastannut.',
      barred: 'Et näe hakemuksen sisältöä etkä osallistu sen käsittelyyn.',
    },
    ground: 'Peruste',
    handler: 'Asiaa hoitaa',
    mayHandle: 'Asiaa voivat hoitaa',
    nobody: 'Kukaan ei vielä voi hoitaa asiaa. Ekosysteemin koordinaattori kutsuu tehtävään esteettömän.',
    toDeclare: 'Ilmoita esteettömyydestä',
    toAnswer: 'Vastaa',
    toGround: 'Katso, mistä esteellisyys johtuu',
    allOwn: 'Kaikki omat ilmoitukset',
    open: 'Avaa hakemus',
  },
  {
    sv: {
      why: {
        'must-declare':
          'Anmäl först på ansökans sida Jäv om du är jävig. Ansökan öppnas när anmälan är gjord.',
        'must-answer':
          'Svara först på ansökans sida Jäv om den bindning som hittats gör dig jävig. Ansökan öppnas när du har svarat.',
        barred:
          'Du är jävig i det här ärendet (förvaltningslagen 28 §) och deltar därför inte i handläggningen. En ojävig tjänsteinnehavare sköter ärendet.',
      },
      titles: {
        free: 'Ansökan är öppen för dig',
        'must-declare': 'Anmäl först om du är jävig',
        'must-answer': 'Svara först på frågan om en bindning',
        barred: 'Du är jävig i det här ärendet',
      },
      lead: {
        free: '',
        'must-declare':
          'Ansökans innehåll öppnas när du har anmält att du inte är jävig. Nedan står det du behöver veta för anmälan: vem som söker och i vilken utlysning.',
        'must-answer':
          'Mellan dig och den sökande finns något vars betydelse bara du känner till. Ansökans innehåll öppnas när du har svarat.',
        barred: 'Du ser inte ansökans innehåll och deltar inte i handläggningen av den.',
      },
      ground: 'Grund',
      handler: 'Ärendet sköts av',
      mayHandle: 'Ärendet kan skötas av',
      nobody: 'Ingen kan sköta ärendet ännu. Ekosystemets koordinator bjuder in någon som är ojävig.',
      toDeclare: 'Anmäl jävfrihet',
      toAnswer: 'Svara',
      toGround: 'Se vad jävet beror på',
      allOwn: 'Alla mina anmälningar',
      open: 'Öppna ansökan',
    },
    en: {
      why: {
        'must-declare':
          'Declare first, on the Conflict of interest page of the application, whether you are conflicted. The application opens when you have.',
        'must-answer':
          'Answer first, on the Conflict of interest page of the application, whether the tie that was found makes you conflicted. The application opens when you have.',
        barred:
          'You are conflicted in this matter (Administrative Procedure Act, section 28), so you take no part in it. An officer without a conflict does this.',
      },
      titles: {
        free: 'The application is open to you',
        'must-declare': 'Declare first whether you are conflicted',
        'must-answer': 'Answer first to the tie that was found',
        barred: 'You are conflicted in this matter',
      },
      lead: {
        free: '',
        'must-declare':
          'What the application says opens when you have declared that you are free of conflict. Below is what you need for that: who applies, and to which call.',
        'must-answer':
          'There is something between you and the applicant of which only you know what it means. What the application says opens when you have answered.',
        barred: 'You do not see what the application says, and take no part in handling it.',
      },
      ground: 'Ground',
      handler: 'Handled by',
      mayHandle: 'May be handled by',
      nobody:
        'Nobody can handle the matter yet. The coordinator of the ecosystem invites somebody free of conflict.',
      toDeclare: 'Declare',
      toAnswer: 'Answer',
      toGround: 'See what the conflict comes from',
      allOwn: 'All my declarations',
      open: 'Open the application',
    },
  },
)
