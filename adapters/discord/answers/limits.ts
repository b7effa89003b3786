/** Discord's limits, in UTF-16 units where they count characters: the safe side, whatever Discord counts. */
export const limits = {
  title: 256,
  author: 256,
  /** An embed's description; one embed a message, so that the 6,000 of all embeds are never reached. */
  description: 4_096,
  buttonLabel: 80,
  optionLabel: 100,
  selectOptions: 25,
  buttonsInRow: 5,
  autocompleteChoices: 25,
  choiceName: 100,
} as const
