import { words } from '../../kernel/text.ts'

/** Words of the second factor that administrators need, and of what is watched at the door. */
export const securityText = words(
  {
    title: 'Turvallisuus',
    lead: 'Miten ylläpitäjät tunnistautuvat.',
    need: 'Ylläpitäjällä on oltava toinen tunnistustapa',
    needHelp:
      'Pääsyavain, kertakäyttökoodi tai oman organisaation kirjautuminen. Ylläpitäjä, jolla sitä ei ole, pääsee sisään mutta ei ylläpitoon ennen kuin on ottanut sellaisen käyttöön.',
    save: 'Tallenna',
    saved: 'Muutokset tallennettu.',
    administrators: 'Ylläpitäjät',
    name: 'Nimi',
    factor: 'Toinen tunnistustapa',
    has: 'käytössä',
    hasNot: 'puuttuu',
    ownFirst:
      'Sinulla ei ole vielä toista tunnistustapaa. Ota omalla tililläsi käyttöön pääsyavain tai kertakäyttökoodi ja yritä sitten uudelleen.',
    asleep: 'Ylläpitäjän tehtävä odottaa toista tunnistustapaa',
    asleepNone:
      'Ota käyttöön pääsyavain tai kertakäyttökoodi tällä sivulla. Sen jälkeen pääset heti ylläpitoon. Muut tehtäväsi toimivat jo nyt.',
    asleepHas:
      'Tililläsi on pääsyavain tai oman organisaation kirjautuminen. Kirjaudu sillä, niin pääset ylläpitoon. Muut tehtäväsi toimivat jo nyt.',
    toAccount: 'Omalle tilille',
    signInAgain: 'Kirjaudu uudelleen',
    alarm: {
      subject: 'Talkoissa torjuttiin monta yritystä',
      signIn: (from: string, count: number) =>
        `Osoitteesta ${from} torjuttiin lyhyessä ajassa ainakin ${count} kirjautumisyritystä.`,
      forbidden: (who: string, count: number) =>
        `Käyttäjältä ${who} torjuttiin lyhyessä ajassa ainakin ${count} kiellettyä toimintoa.`,
      end: (url: string) =>
        `Katso tapahtumaloki ja käyttäjät. Tarvittaessa päätä istunnot tai sulje tili:\n${url}\nSamasta lähteestä ilmoitetaan enintään kerran kuudessa tunnissa.`,
    },
  },
  {
    sv: {
      title: 'Säkerhet',
      lead: 'Hur administratörerna identifierar sig.',
      need: 'En administratör ska ha ett andra sätt att identifiera sig',
      needHelp:
        'En nyckel, en engångskod eller den egna organisationens inloggning. En administratör som saknar ett sådant kommer in, men inte till administrationen förrän det har tagits i bruk.',
      save: 'Spara',
      saved: 'Ändringarna har sparats.',
      administrators: 'Administratörer',
      name: 'Namn',
      factor: 'Andra sätt att identifiera sig',
      has: 'i bruk',
      hasNot: 'saknas',
      ownFirst:
        'Du har ännu inget andra sätt att identifiera dig. Ta i bruk en nyckel eller engångskod på ditt eget konto och försök sedan på nytt.',
      asleep: 'Administratörsuppdraget väntar på ett andra sätt att identifiera sig',
      asleepNone:
        'Ta i bruk en nyckel eller engångskod på den här sidan. Därefter kommer du genast till administrationen. Dina andra uppdrag fungerar redan nu.',
      asleepHas:
        'Ditt konto har en nyckel eller den egna organisationens inloggning. Logga in med den för att komma till administrationen. Dina andra uppdrag fungerar redan nu.',
      toAccount: 'Till ditt konto',
      signInAgain: 'Logga in på nytt',
      alarm: {
        subject: 'Många försök avvisades i Talkoot',
        signIn: (from, count) =>
          `Från adressen ${from} avvisades minst ${count} inloggningsförsök på kort tid.`,
        forbidden: (who, count) =>
          `För användaren ${who} avvisades minst ${count} förbjudna åtgärder på kort tid.`,
        end: (url) =>
          `Se händelseloggen och användarna. Avsluta vid behov sessionerna eller stäng kontot:\n${url}\nOm samma källa meddelas högst en gång på sex timmar.`,
      },
    },
    en: {
      title: 'Security',
      lead: 'How administrators prove who they are.',
      need: 'An administrator must have a second factor',
      needHelp:
        'A passkey, one-time codes, or their own organisation’s sign-in. An administrator without one gets in, but not to the administration until one is set up.',
      save: 'Save',
      saved: 'Changes saved.',
      administrators: 'Administrators',
      name: 'Name',
      factor: 'Second factor',
      has: 'set up',
      hasNot: 'missing',
      ownFirst:
        'You have no second factor yet. Set up a passkey or one-time codes on your own account, then try again.',
      asleep: 'The administrator’s office waits for a second factor',
      asleepNone:
        'Set up a passkey or one-time codes on this page. You then get to the administration at once. Your other offices work already.',
      asleepHas:
        'Your account has a passkey or your own organisation’s sign-in. Sign in with it to get to the administration. Your other offices work already.',
      toAccount: 'To your account',
      signInAgain: 'Sign in again',
      alarm: {
        subject: 'Many tries were refused in Talkoot',
        signIn: (from, count) =>
          `At least ${count} tries to sign in from the address ${from} were refused within a short time.`,
        forbidden: (who, count) =>
          `At least ${count} forbidden acts of the user ${who} were refused within a short time.`,
        end: (url) =>
          `See the audit and the users. End the sessions or close the account where needed:\n${url}\nOne source is told of at most once in six hours.`,
      },
    },
  },
)
