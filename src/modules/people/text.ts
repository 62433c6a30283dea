import { words } from '../../kernel/text.ts'

export const text = words(
  {
    coordinator: 'Koordinaattori',
    signIn: 'Kirjaudu sisään',
    signOut: 'Kirjaudu ulos',
    signInLead: 'Paina painiketta, niin pääset työtilaan. Linkki toimii yhden kerran.',
    askLink: 'Kirjautumiseen tarvitset kertakäyttöisen linkin. Ylläpitäjä saa sen palvelimella komennolla',
    demo: 'Kokeile koordinaattorina',
    demoLead:
      'Tämä on esittelyaineisto omalla koneellasi. Voit kokeilla koordinaattorin työtä: tuoda luetteloita ja käydä läpi mahdollisia kaksoiskappaleita.',
    linkUsed: 'Linkki on jo käytetty tai vanhentunut. Pyydä uusi linkki ylläpitäjältä.',
    signedOut: 'Olet kirjautunut ulos.',
  },
  {
    sv: {
      coordinator: 'Koordinator',
      signIn: 'Logga in',
      signOut: 'Logga ut',
      signInLead: 'Tryck på knappen för att komma till arbetsytan. Länken fungerar en gång.',
      askLink: 'För att logga in behöver du en engångslänk. Administratören får den på servern med kommandot',
      demo: 'Pröva som koordinator',
      demoLead:
        'Det här är ett demonstrationsmaterial på din egen dator. Du kan pröva koordinatorns arbete: hämta in listor och gå igenom möjliga dubbletter.',
      linkUsed: 'Länken har redan använts eller gått ut. Be administratören om en ny länk.',
      signedOut: 'Du har loggat ut.',
    },
    en: {
      coordinator: 'Coordinator',
      signIn: 'Sign in',
      signOut: 'Sign out',
      signInLead: 'Press the button to enter the workspace. The link works once.',
      askLink:
        'To sign in you need a one-time link. The administrator gets it on the server with the command',
      demo: 'Try it as a coordinator',
      demoLead:
        "This is demo data on your own computer. You can try a coordinator's work: bring lists in and settle possible duplicates.",
      linkUsed: 'The link has been used or has expired. Ask the administrator for a new one.',
      signedOut: 'You have signed out.',
    },
  },
)
