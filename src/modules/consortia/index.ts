/**
 * Consortia: those who gather for a call. What the call demands stands as rows, who is in as columns; each cell is read
 * from facts (projects, registry, profiles, people's judgements) as one reader may see them, and `engine/network/cover`
 * says what is missing and whom to ask next. People pin, refuse and judge with a reason, and undo it. What everybody may
 * know of organisations is held in memory for a revision of the data (`candidates.ts`) and read in stretches between
 * requests; what is open to one reader alone is added in each question, so that nothing else shows in an answer.
 * The other way round (`openings.ts`), an organisation is told which calls and consortia look for what it has; a
 * consortium may look for partners in public (`wanted-list.ts`), where what is told hangs on nobody's sight.
 */
