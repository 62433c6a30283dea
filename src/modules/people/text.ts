import { words } from '../../kernel/text.ts'

export const text = words(
  {
    coordinator: 'Koordinaattori',
    signIn: 'Kirjaudu sisään',
    signOut: 'Kirjaudu ulos',
    signInLead: 'Paina painiketta, niin pääset työtilaan. Linkki toimii yhden kerran.',
    byMail: 'Linkki sähköpostiin',
    email: 'Sähköpostiosoite',
    emailHelp: 'Saat linkin, jolla kirjaudut. Salasanaa ei tarvita.',
    emailWrong: 'Tarkista osoite. Sen pitää olla muotoa nimi@esimerkki.fi.',
    sendLink: 'Lähetä linkki',
    sentTitle: 'Katso sähköpostisi',
    sentLead: (email: string) =>
      `Jos osoitteella ${email} on tili Talkoissa, sinne lähti kirjautumislinkki. Linkki toimii 15 minuuttia.`,
    sentInvited: (email: string) =>
      `Vahvistuslinkki lähti osoitteeseen ${email}. Avaa se 15 minuutin kuluessa, niin kutsu hyväksytään.`,
    sentHelp:
      'Eikö viestiä näy? Katso roskapostikansio ja tarkista, että osoite on se, jolla sinut on kutsuttu.',
    otherAddress: 'Anna toinen osoite',
    noMailServer:
      'Sähköpostipalvelinta ei ole asetettu, joten viestit jäävät ylläpitäjän luettaviksi. Ylläpitäjä saa linkin myös palvelimella komennolla',
    otherWays: 'Muut tavat',
    passkey: 'Kirjaudu pääsyavaimella',
    passkeyHelp: 'Sormenjälki, kasvot tai laitteen PIN-koodi. Avain lisätään omalla tilillä.',
    passkeyRefused: 'Pääsyavain ei kelvannut. Yritä uudelleen tai pyydä linkki sähköpostiin.',
    passkeyStopped: 'Pääsyavaimen käyttö keskeytyi. Yritä uudelleen, kun olet valmis.',
    passkeyName: 'Pääsyavain',
    withProvider: (name: string) => `Kirjaudu: ${name}`,
    providerRefused: 'Kirjautuminen ei onnistunut',
    providerUnknown: (name: string) =>
      `${name} tunnisti sinut, mutta sinulla ei ole tiliä Talkoissa. Pyydä kutsu ekosysteemisi koordinaattorilta.`,
    providerFailed: (name: string) =>
      `Yhteys palveluun ${name} katkesi tai kirjautuminen peruttiin. Yritä uudelleen tai valitse toinen tapa.`,
    codeTitle: 'Anna kertakäyttökoodi',
    codeLead: 'Avaa todennussovellus ja kirjoita sen näyttämä kuuden numeron koodi.',
    code: 'Koodi',
    codeHelp: 'Jos laite ei ole mukana, käytä varakoodia.',
    codeWrong: 'Koodi ei kelpaa. Tarkista numerot tai odota seuraavaa koodia.',
    codeGone: 'Kirjautuminen kesti liian kauan. Aloita alusta.',
    goOn: 'Jatka',
    demo: 'Kokeile koordinaattorina',
    demoLead:
      'Tämä on esittelyaineisto omalla koneellasi. Voit kokeilla koordinaattorin työtä: tuoda luetteloita ja käydä läpi mahdollisia kaksoiskappaleita.',
    demoOffices: 'Tai katso Talkoita toisen silmin',
    demoOfficesHelp:
      'Henkilöt ovat keksittyjä. Jokaisella on yksi tehtävä pääkaupunkiseudun ekosysteemisopimuksessa.',
    linkUsed: 'Linkki on jo käytetty tai vanhentunut. Pyydä uusi linkki kirjautumissivulta.',
    newLink: 'Pyydä uusi linkki',
    signedOut: 'Olet kirjautunut ulos.',
    nobodyHasAddress: (email: string) => `Kenelläkään ei ole osoitetta ${email}.`,
    tooOften: 'Yrityksiä on ollut liian monta',
    comeAgain: (when: string) => `Odota hetki. Voit yrittää uudelleen ${when}.`,
    expiredTitle: 'Kirjaudu ja jatka',
    expiredLead:
      'Istuntosi on päättynyt, mutta mitä kirjoitit, on tallessa tällä sivulla. Kirjaudu, niin voit jatkaa siitä mihin jäit.',
    againTitle: 'Vahvista, että olet sinä',
    againLead:
      'Tämä vaatii, että olet kirjautunut viimeisten 10 minuutin aikana. Kirjaudu uudelleen, niin voit jatkaa siitä mihin jäit.',
    expiredOtherTab:
      'Jos kirjaudut toisessa välilehdessä, palaa sitten tälle sivulle ja jatka. Älä sulje tätä sivua.',
    repeat: 'Jatka siitä mihin jäit',
    repeatTitle: 'Olet kirjautunut',
    repeatLead: 'Mitä kirjoitit, on tallessa. Jatka, niin se lähetetään.',
    repeatFiles: 'Liitettyjä tiedostoja ei voitu säilyttää. Valitse ne uudelleen, kun olet jatkanut.',
    tooLarge:
      'Lomake oli liian suuri säilytettäväksi. Kirjaudu toisessa välilehdessä, palaa sitten selaimen Takaisin-painikkeella ja lähetä uudelleen.',
  },
  {
    sv: {
      coordinator: 'Koordinator',
      signIn: 'Logga in',
      signOut: 'Logga ut',
      signInLead: 'Tryck på knappen för att komma till arbetsytan. Länken fungerar en gång.',
      byMail: 'Länk per e-post',
      email: 'E-postadress',
      emailHelp: 'Du får en länk som du loggar in med. Inget lösenord behövs.',
      emailWrong: 'Kontrollera adressen. Den ska ha formen namn@exempel.fi.',
      sendLink: 'Skicka länk',
      sentTitle: 'Kolla din e-post',
      sentLead: (email) =>
        `Om adressen ${email} har ett konto i Talkoot skickades en inloggningslänk dit. Länken fungerar i 15 minuter.`,
      sentInvited: (email) =>
        `En bekräftelselänk skickades till ${email}. Öppna den inom 15 minuter, så godkänns inbjudan.`,
      sentHelp:
        'Syns inget meddelande? Titta i skräpposten och kontrollera att du blivit inbjuden med den adressen.',
      otherAddress: 'Ange en annan adress',
      noMailServer:
        'Ingen e-postserver har angetts, så meddelandena stannar hos administratören. Administratören får en länk även på servern med kommandot',
      otherWays: 'Andra sätt',
      passkey: 'Logga in med nyckel',
      passkeyHelp: 'Fingeravtryck, ansikte eller enhetens PIN-kod. Nyckeln läggs till på det egna kontot.',
      passkeyRefused: 'Nyckeln godkändes inte. Försök igen eller be om en länk per e-post.',
      passkeyStopped: 'Användningen av nyckeln avbröts. Försök igen när du är redo.',
      passkeyName: 'Nyckel',
      withProvider: (name) => `Logga in: ${name}`,
      providerRefused: 'Inloggningen lyckades inte',
      providerUnknown: (name) =>
        `${name} kände igen dig, men du har inget konto i Talkoot. Be koordinatorn för ditt ekosystem om en inbjudan.`,
      providerFailed: (name) =>
        `Förbindelsen till ${name} bröts eller så avbröts inloggningen. Försök igen eller välj ett annat sätt.`,
      codeTitle: 'Ange engångskod',
      codeLead: 'Öppna din autentiseringsapp och skriv den sexsiffriga kod som den visar.',
      code: 'Kod',
      codeHelp: 'Om du inte har enheten med dig kan du använda en reservkod.',
      codeWrong: 'Koden duger inte. Kontrollera siffrorna eller vänta på nästa kod.',
      codeGone: 'Inloggningen tog för lång tid. Börja om.',
      goOn: 'Fortsätt',
      demo: 'Pröva som koordinator',
      demoLead:
        'Det här är ett demonstrationsmaterial på din egen dator. Du kan pröva koordinatorns arbete: hämta in listor och gå igenom möjliga dubbletter.',
      demoOffices: 'Eller se Talkoot med någon annans ögon',
      demoOfficesHelp:
        'Personerna är påhittade. Var och en har ett uppdrag i huvudstadsregionens ekosystemavtal.',
      linkUsed: 'Länken har redan använts eller gått ut. Be om en ny länk på inloggningssidan.',
      newLink: 'Be om en ny länk',
      signedOut: 'Du har loggat ut.',
      nobodyHasAddress: (email) => `Ingen har adressen ${email}.`,
      tooOften: 'Försöken har varit för många',
      comeAgain: (when) => `Vänta en stund. Du kan försöka igen ${when}.`,
      expiredTitle: 'Logga in och fortsätt',
      expiredLead:
        'Din session har gått ut, men det du skrev finns kvar på den här sidan. Logga in, så kan du fortsätta där du var.',
      againTitle: 'Bekräfta att det är du',
      againLead:
        'Det här kräver att du har loggat in under de senaste 10 minuterna. Logga in på nytt, så kan du fortsätta där du slutade.',
      expiredOtherTab:
        'Om du loggar in på en annan flik, kom sedan tillbaka till den här sidan och fortsätt. Stäng inte sidan.',
      repeat: 'Fortsätt där du var',
      repeatTitle: 'Du är inloggad',
      repeatLead: 'Det du skrev finns kvar. Fortsätt, så skickas det.',
      repeatFiles: 'Bifogade filer kunde inte sparas. Välj dem på nytt när du har fortsatt.',
      tooLarge:
        'Formuläret var för stort för att sparas. Logga in på en annan flik, gå sedan tillbaka med webbläsarens bakåtknapp och skicka på nytt.',
    },
    en: {
      coordinator: 'Coordinator',
      signIn: 'Sign in',
      signOut: 'Sign out',
      signInLead: 'Press the button to enter the workspace. The link works once.',
      byMail: 'A link by mail',
      email: 'E-mail address',
      emailHelp: 'You get a link with which you sign in. No password is needed.',
      emailWrong: 'Check the address. It should look like name@example.fi.',
      sendLink: 'Send the link',
      sentTitle: 'Look at your mail',
      sentLead: (email) =>
        `If ${email} has an account in Talkoot, a sign-in link is on its way there. The link works for 15 minutes.`,
      sentInvited: (email) =>
        `A confirmation link was sent to ${email}. Open it within 15 minutes, and the invitation is accepted.`,
      sentHelp:
        'No message? Look in the junk folder, and check that this is the address you were invited with.',
      otherAddress: 'Give another address',
      noMailServer:
        'No mail server is set, so mails are kept for the administrator to read. The administrator also gets a link on the server with the command',
      otherWays: 'Other ways',
      passkey: 'Sign in with a passkey',
      passkeyHelp: 'Fingerprint, face or the PIN of the device. A passkey is added on your own account page.',
      passkeyRefused: 'The passkey was not accepted. Try again, or ask for a link by mail.',
      passkeyStopped: 'The passkey was not used. Try again when you are ready.',
      passkeyName: 'Passkey',
      withProvider: (name) => `Sign in: ${name}`,
      providerRefused: 'Signing in did not succeed',
      providerUnknown: (name) =>
        `${name} knows you, but you have no account in Talkoot. Ask the coordinator of your ecosystem for an invitation.`,
      providerFailed: (name) =>
        `The connection to ${name} broke, or signing in was cancelled. Try again or choose another way.`,
      codeTitle: 'Give the one-time code',
      codeLead: 'Open your authenticator app and type the six digits that it shows.',
      code: 'Code',
      codeHelp: 'If you do not have the device with you, use a recovery code.',
      codeWrong: 'The code is not valid. Check the digits, or wait for the next code.',
      codeGone: 'Signing in took too long. Start again.',
      goOn: 'Continue',
      demo: 'Try it as a coordinator',
      demoLead:
        "This is demo data on your own computer. You can try a coordinator's work: bring lists in and settle possible duplicates.",
      demoOffices: 'Or see Talkoot through other eyes',
      demoOfficesHelp:
        'The people are invented. Each holds one office in the Helsinki Metropolitan Area ecosystem agreement.',
      linkUsed: 'The link has been used or has expired. Ask for a new one on the sign-in page.',
      newLink: 'Ask for a new link',
      signedOut: 'You have signed out.',
      nobodyHasAddress: (email) => `Nobody has the address ${email}.`,
      tooOften: 'There have been too many tries',
      comeAgain: (when) => `Wait a moment. You can try again ${when}.`,
      expiredTitle: 'Sign in and go on',
      expiredLead:
        'Your session has ended, but what you typed is kept on this page. Sign in, and you can go on where you were.',
      againTitle: 'Confirm that it is you',
      againLead:
        'This asks that you have signed in within the last 10 minutes. Sign in again, and go on where you left off.',
      expiredOtherTab:
        'If you sign in in another tab, come back to this page then and go on. Do not close this page.',
      repeat: 'Go on where you were',
      repeatTitle: 'You are signed in',
      repeatLead: 'What you typed is kept. Go on, and it is sent.',
      repeatFiles: 'Attached files could not be kept. Choose them again after you have gone on.',
      tooLarge:
        "The form was too large to keep. Sign in in another tab, come back with the browser's Back button and send it again.",
    },
  },
)
