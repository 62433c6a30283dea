import { words } from '../../kernel/text.ts'

/** Who may do what with a profile, and what they are told who may not. */
export const rulesText = words(
  {
    stating: 'profiilin pitäjä tai koordinaattori',
    ownWord: 'profiilin pitäjä',
    asking: 'jokainen, joka ei vielä pidä profiilia',
    notKeeper:
      'Et pidä tämän toimijan profiilia. Pyydä oikeus toimijan sivulta kohdasta ”Pyydä profiili pidettäväksi”.',
    notOwnWord:
      'Vain profiilin pitäjä voi vahvistaa sen. Kutsu toimijan edustaja pitämään profiilia kohdasta ”Pitäjät”.',
  },
  {
    sv: {
      stating: 'den som sköter profilen eller en koordinator',
      ownWord: 'den som sköter profilen',
      asking: 'var och en som inte redan sköter profilen',
      notKeeper:
        'Du sköter inte den här aktörens profil. Be om rätten på aktörens sida under ”Be att få sköta profilen”.',
      notOwnWord:
        'Bara den som sköter profilen kan bekräfta den. Bjud in en företrädare för aktören under ”De som sköter profilen”.',
    },
    en: {
      stating: 'those who keep the profile, and coordinators',
      ownWord: 'those who keep the profile',
      asking: 'anybody who does not keep the profile yet',
      notKeeper:
        'You do not keep the profile of this organisation. Ask for it on the organisation’s page, under “Ask to keep the profile”.',
      notOwnWord:
        'Only those who keep the profile can confirm it. Invite somebody of the organisation under “Keepers”.',
    },
  },
)
