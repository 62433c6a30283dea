import { words } from '../../kernel/text.ts'

/** Applications that are one project: the page where one joins, and what it says of the others. */
export const groupText = words(
  {
    title: 'Ryhmähanke',
    lead: 'Saman haun hakemukset voivat muodostaa yhden hankkeen. Jokaisesta päätetään erikseen; julkaistut myönteiset päätökset ovat yksi hanke.',
    members: 'Ryhmähankkeen hakemukset',
    alone: 'Hakemus ei kuulu ryhmähankkeeseen.',
    projectOf: 'Hanke, joka päätöksistä on tullut',
    join: 'Liitä ryhmähankkeeseen',
    joinWhich: 'Mihin ryhmähankkeeseen',
    make: 'Tee uusi ryhmähanke',
    makeWith: 'Minkä hakemuksen kanssa',
    leave: 'Irrota ryhmähankkeesta',
    ofMany: (title: string, n: number, sum: string) => `${title} (${n} hakemusta, haettu ${sum})`,
    fixed: 'Jäsenyyttä voi muuttaa valmistelussa ja ennen kuin tehty päätös julkaistaan.',
    nothing: 'Haussa ei ole muita hakemuksia, joiden kanssa ryhmähankkeen voisi tehdä.',
  },
  {
    sv: {
      title: 'Gruppprojekt',
      lead: 'Ansökningar i samma utlysning kan bilda ett projekt. Om var och en beslutas för sig; de publicerade positiva besluten är ett projekt.',
      members: 'Ansökningar i gruppprojektet',
      alone: 'Ansökan hör inte till något gruppprojekt.',
      projectOf: 'Projektet som besluten har blivit',
      join: 'För till gruppprojektet',
      joinWhich: 'Till vilket gruppprojekt',
      make: 'Skapa ett nytt gruppprojekt',
      makeWith: 'Tillsammans med vilken ansökan',
      leave: 'Ta bort från gruppprojektet',
      ofMany: (title, n, sum) => `${title} (${n} ansökningar, sökt ${sum})`,
      fixed: 'Vilka som hör ihop kan ändras under beredningen och innan ett fattat beslut publiceras.',
      nothing: 'Utlysningen har inga andra ansökningar som ett gruppprojekt kunde bildas med.',
    },
    en: {
      title: 'Group project',
      lead: 'Applications of one call can form one project. Each is decided by itself; the published grants are one project.',
      members: 'Applications of the group project',
      alone: 'The application belongs to no group project.',
      projectOf: 'The project that the decisions have become',
      join: 'Put into the group project',
      joinWhich: 'Into which group project',
      make: 'Make a new group project',
      makeWith: 'Together with which application',
      leave: 'Take out of the group project',
      ofMany: (title, n, sum) => `${title} (${n} applications, asked ${sum})`,
      fixed:
        'Who belongs together can be changed while it is prepared, and before a decision that was taken is published.',
      nothing: 'The call has no other applications that a group project could be made with.',
    },
  },
)
