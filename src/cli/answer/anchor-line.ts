/** The line of the anchor of the highest mark that was given, in the criterion's section of a rubric; the section's own, or 1, where it is not found. */
export function anchorLine(text: string | undefined, name: string, marks: readonly number[]): number {
  const lines = text?.split(/\r?\n/) ?? [];
  const section = lines.findIndex((line) => line.trim().replace(/ \{#[a-z0-9-]+\}$/, '') === `## ${name}`);
  if (section === -1) return 1;
  const at = lines.findIndex((line, index) => index > section && line.startsWith(`- **${Math.max(0, ...marks)}**`));
  return (at === -1 ? section : at) + 1;
}
