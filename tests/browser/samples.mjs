// Articles that the tests paste. All invented.

export const ARTICLE = `Harbour board chief leaves

PORT AVELLE (Reuters) - Lena Ortiz, who has run the Port Avelle Harbour Board since 2019, said on Saturday that she had been dismissed after she refused to step down.

“I did not resign. I was told at noon,” Ortiz wrote in a statement. “The harbour belongs to the people who work in it.”

Deputy Mayor Tomas Brandt told The Tidewater Post that the decision was lawful. “The rules are clear,” he said.

The board paid $2.4 million for the new quay in March, 12 percent more than planned.`;

export const DAMAGED = `Council delays vote

The council put off its vote on the the new library on Tuesday.Members had asked for more time ,the clerk said .

“We are not ready," said Councillor Ann Pell. "It isnâ€™t finished.â€\u009d

The clerk ask if it was true that she refusing to comment.`;

/** About `bytes` of paragraphs. */
export function long(bytes) {
  const paragraph = "Lena Ortiz said on Saturday that the Harbour Board had paid $2.4 million. “We were told at noon,” Ortiz wrote in a letter to Tomas Brandt of Port Avelle.";
  return Array.from({ length: Math.ceil(bytes / (paragraph.length + 12)) }, (_, i) => `${paragraph} (${i})`).join("\n\n");
}
