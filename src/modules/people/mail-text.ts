import { words } from '../../kernel/text.ts'

export const mailText = words(
  {
    signIn: {
      subject: 'Kirjautumislinkki Talkoisiin',
      body: (url: string) =>
        `Hei!\nKirjaudu Talkoisiin tästä linkistä:\n${url}\nPaina avautuvalla sivulla painiketta. Linkki toimii yhden kerran, 15 minuutin ajan.\nJos et pyytänyt linkkiä, sinun ei tarvitse tehdä mitään. Kukaan ei pääse sisään ilman tätä viestiä.`,
    },
    invitation: {
      subject: (place: string) => `Kutsu Talkoisiin: ${place}`,
      body: (from: string, office: string, place: string, url: string, until: string) =>
        `Hei!\n${from} kutsuu sinut Talkoisiin. Tehtäväsi: ${office}, ${place}.\nHyväksy kutsu tästä linkistä:\n${url}\nKutsu on voimassa ${until} asti.\nJos et tunne kutsujaa, voit jättää viestin huomiotta.`,
    },
    accept: {
      subject: 'Vahvista sähköpostiosoitteesi Talkoissa',
      body: (url: string) =>
        `Hei!\nOlet hyväksymässä kutsua Talkoisiin. Vahvista osoitteesi tästä linkistä:\n${url}\nPaina avautuvalla sivulla painiketta. Linkki toimii yhden kerran, 15 minuutin ajan.\nJos et hyväksynyt kutsua, sinun ei tarvitse tehdä mitään.`,
    },
    email: {
      subject: 'Vahvista uusi sähköpostiosoitteesi Talkoissa',
      body: (url: string) =>
        `Hei!\nTalkoiden tilillesi on annettu tämä sähköpostiosoite. Vahvista se tästä linkistä:\n${url}\nPaina avautuvalla sivulla painiketta. Linkki toimii yhden kerran, 15 minuutin ajan.\nJos et pyytänyt muutosta, sinun ei tarvitse tehdä mitään.`,
    },
    notice: {
      subject: 'Talkoiden kirjautumistapasi muuttui',
      passkeyAdded: (name: string) => `Tilillesi lisättiin pääsyavain ”${name}”.`,
      passkeyRemoved: (name: string) => `Tililtäsi poistettiin pääsyavain ”${name}”.`,
      codeOn: 'Kertakäyttökoodi otettiin käyttöön kirjautumisessasi.',
      codeOff: 'Kertakäyttökoodi poistettiin kirjautumisestasi.',
      email: (address: string) => `Tilisi sähköpostiosoite vaihdettiin. Uusi osoite on ${address}.`,
      recoveryUsed: 'Kirjautumisessasi käytettiin varakoodia.',
      recoveryEnded:
        'Palvelun salausavain vaihdettiin, joten varakoodisi eivät enää kelpaa. Tee uudet varakoodit omalla tililläsi. Todennussovelluksesi toimii kuten ennen.',
      codeAgain:
        'Tilillesi yritettiin kirjautua kertakäyttökoodilla, joka oli jo käytetty. Yritys torjuttiin. Joku on voinut nähdä koodisi.',
      end: (url: string) =>
        `Jos teit tämän itse, sinun ei tarvitse tehdä mitään. Muuten päätä istuntosi ja ota yhteys ylläpitäjään:\n${url}`,
    },
  },
  {
    sv: {
      signIn: {
        subject: 'Inloggningslänk till Talkoot',
        body: (url) =>
          `Hej!\nLogga in i Talkoot med den här länken:\n${url}\nTryck på knappen på sidan som öppnas. Länken fungerar en gång, i 15 minuter.\nOm du inte bad om länken behöver du inte göra något. Ingen kommer in utan det här meddelandet.`,
      },
      invitation: {
        subject: (place) => `Inbjudan till Talkoot: ${place}`,
        body: (from, office, place, url, until) =>
          `Hej!\n${from} bjuder in dig till Talkoot. Ditt uppdrag: ${office}, ${place}.\nTacka ja med den här länken:\n${url}\nInbjudan gäller till ${until}.\nOm du inte känner avsändaren kan du bortse från meddelandet.`,
      },
      accept: {
        subject: 'Bekräfta din e-postadress i Talkoot',
        body: (url) =>
          `Hej!\nDu håller på att tacka ja till en inbjudan till Talkoot. Bekräfta din adress med den här länken:\n${url}\nTryck på knappen på sidan som öppnas. Länken fungerar en gång, i 15 minuter.\nOm det inte var du behöver du inte göra något.`,
      },
      email: {
        subject: 'Bekräfta din nya e-postadress i Talkoot',
        body: (url) =>
          `Hej!\nDen här e-postadressen har angetts för ditt konto i Talkoot. Bekräfta den med den här länken:\n${url}\nTryck på knappen på sidan som öppnas. Länken fungerar en gång, i 15 minuter.\nOm du inte bad om ändringen behöver du inte göra något.`,
      },
      notice: {
        subject: 'Ditt sätt att logga in i Talkoot ändrades',
        passkeyAdded: (name) => `Nyckeln ”${name}” lades till på ditt konto.`,
        passkeyRemoved: (name) => `Nyckeln ”${name}” togs bort från ditt konto.`,
        codeOn: 'Engångskod togs i bruk för din inloggning.',
        codeOff: 'Engångskoden togs bort från din inloggning.',
        email: (address) => `E-postadressen för ditt konto byttes. Den nya adressen är ${address}.`,
        recoveryUsed: 'En reservkod användes för att logga in som du.',
        recoveryEnded:
          'Tjänstens krypteringsnyckel byttes, så dina reservkoder gäller inte längre. Skapa nya reservkoder på ditt eget konto. Din autentiseringsapp fungerar som förut.',
        codeAgain:
          'Någon försökte logga in på ditt konto med en engångskod som redan hade använts. Försöket avvisades. Någon kan ha sett din kod.',
        end: (url) =>
          `Om det var du behöver du inte göra något. Avsluta annars dina sessioner och kontakta administratören:\n${url}`,
      },
    },
    en: {
      signIn: {
        subject: 'Sign-in link to Talkoot',
        body: (url) =>
          `Hello!\nSign in to Talkoot with this link:\n${url}\nPress the button on the page that opens. The link works once, for 15 minutes.\nIf you did not ask for it, you need not do anything. Nobody gets in without this message.`,
      },
      invitation: {
        subject: (place) => `Invitation to Talkoot: ${place}`,
        body: (from, office, place, url, until) =>
          `Hello!\n${from} invites you to Talkoot. Your office: ${office}, ${place}.\nAccept with this link:\n${url}\nThe invitation is valid until ${until}.\nIf you do not know the sender, you may ignore this message.`,
      },
      accept: {
        subject: 'Confirm your e-mail address in Talkoot',
        body: (url) =>
          `Hello!\nYou are accepting an invitation to Talkoot. Confirm your address with this link:\n${url}\nPress the button on the page that opens. The link works once, for 15 minutes.\nIf it was not you, you need not do anything.`,
      },
      email: {
        subject: 'Confirm your new e-mail address in Talkoot',
        body: (url) =>
          `Hello!\nThis e-mail address was given for your account in Talkoot. Confirm it with this link:\n${url}\nPress the button on the page that opens. The link works once, for 15 minutes.\nIf you did not ask for this, you need not do anything.`,
      },
      notice: {
        subject: 'Your way of signing in to Talkoot changed',
        passkeyAdded: (name) => `The passkey “${name}” was added to your account.`,
        passkeyRemoved: (name) => `The passkey “${name}” was removed from your account.`,
        codeOn: 'One-time codes were switched on for your sign-in.',
        codeOff: 'One-time codes were switched off for your sign-in.',
        email: (address) => `The e-mail address of your account was changed. The new address is ${address}.`,
        recoveryUsed: 'A recovery code was used to sign in as you.',
        recoveryEnded:
          'The key of the service was renewed, so your recovery codes work no longer. Make new ones on your own account. Your authenticator app works as before.',
        codeAgain:
          'Somebody tried to sign in to your account with a one-time code that had been used already. It was refused. Somebody may have seen your code.',
        end: (url) =>
          `If it was you, you need not do anything. Otherwise end your sessions and contact the administrator:\n${url}`,
      },
    },
  },
)
