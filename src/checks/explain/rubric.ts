import type { Explanation } from './explanation.ts';

/** Explanations of the codes `rubric/…`. */
export const rubric: readonly Explanation[] = [
  {
    code: 'rubric/table-missing', severity: 'error', title: 'The rubric has no table',
    why: 'Criteria and weights stand in exactly one table, so that anybody can edit them.',
    wrong: 'Criteria: depth',
    right: '| Criterion | Weight | Indicators |',
  },
  {
    code: 'rubric/table-header', severity: 'error', title: 'The columns are not those of a rubric',
    why: 'The three columns have fixed names, so that a shifted column is noticed.',
    wrong: '| Name | Points |',
    right: '| Criterion | Weight | Indicators |',
  },
  {
    code: 'rubric/no-criteria', severity: 'error', title: 'The table has no row',
    why: 'A rubric judges at least one criterion.',
    wrong: '| Criterion | Weight | Indicators |',
    right: '| Depth | 100% | … |',
  },
  {
    code: 'rubric/two-tables', severity: 'error', title: 'There is a second table',
    why: 'It would be unclear which table holds the weights.',
    wrong: 'two tables',
    right: 'one table and a list',
  },
  {
    code: 'rubric/table-row', severity: 'error', title: 'A row has another number of cells',
    why: 'A missing or an extra cell shifts a weight into another column.',
    wrong: '| Depth | 70% |',
    right: '| Depth | 70% | Says on what it depends |',
  },
  {
    code: 'rubric/criterion-id', severity: 'error', title: 'A criterion gets no id',
    why: 'Scores name criteria by their id; it comes from the name, or from {#id} where the name has no Latin letters.',
    wrong: '| C++ |',
    right: '| C++ {#cpp} |',
  },
  {
    code: 'rubric/duplicate-criterion', severity: 'error', title: 'Two criteria have one id',
    why: 'Scores could not tell them apart.',
    wrong: '| Depth | and | depth |',
    right: '| Depth | and | Depth of tests |',
  },
  {
    code: 'rubric/weight-format', severity: 'error', title: 'A weight is no weight',
    why: 'Weights are whole percentages or have one decimal.',
    wrong: '| Depth | a lot |',
    right: '| Depth | 70% |',
  },
  {
    code: 'rubric/unknown-section', severity: 'error', title: 'A section belongs to no criterion',
    why: 'Its anchors would be read by nobody.',
    wrong: '## Depht',
    right: '## Depth',
  },
  {
    code: 'rubric/duplicate-section', severity: 'error', title: 'A criterion has two sections',
    why: 'It would be unclear which anchors hold.',
    wrong: '## Depth twice',
    right: '## Depth once',
  },
  {
    code: 'rubric/text-between', severity: 'error', title: 'Text stands between table and sections',
    why: 'It belongs to no criterion and would be lost.',
    wrong: 'table, then a sentence',
    right: 'the sentence before the table',
  },
  {
    code: 'rubric/anchor-level', severity: 'error', title: 'A level is not on the scale',
    why: 'Nobody could give that mark.',
    wrong: '- **5** on a scale 1-4',
    right: '- **4**',
  },
  {
    code: 'rubric/duplicate-anchor', severity: 'error', title: 'A level has two anchors',
    why: 'Two reviewers would go by different words.',
    wrong: '- **3** twice',
    right: '- **3** once',
  },
  {
    code: 'rubric/anchor-empty', severity: 'error', title: 'A level has no words',
    why: 'An empty anchor looks as if there were one.',
    wrong: '- **2**',
    right: '- **2** Begun, and left half way.',
  },
  {
    code: 'rubric/weights-sum', severity: 'error', title: 'The weights do not add up to 100',
    why: 'A weight says how much a criterion counts; with another sum every percentage would be wrong.',
    wrong: '| Code quality | 30% |\n| Tests | 60% |',
    right: '| Code quality | 40% |\n| Tests | 60% |',
  },
  {
    code: 'rubric/no-communication', severity: 'warning', title: 'Nobody said where communication is judged',
    why: 'Good work that nobody can follow helps no team. A rubric that looks only at the code rewards it all the same.',
    wrong: 'communication: []',
    right: 'communication: [explanation]',
  },
  {
    code: 'rubric/missing-anchor', severity: 'warning', title: 'A level has no words',
    why: 'Without words for a level, two reviewers give different marks for the same work.',
    wrong: '- **1** …\n- **4** …',
    right: '- **1** …\n- **2** …\n- **3** …\n- **4** …',
  },
  {
    code: 'rubric/vague-indicators', severity: 'warning', title: 'The indicators only praise',
    why: '“Good quality” means something else to each reader; an indicator names what can be seen.',
    wrong: '| Code | 30% | Good clean code |',
    right: '| Code | 30% | Invalid input gets an error with a reason |',
  },
  {
    code: 'rubric/changed-in-place', severity: 'error', title: 'A version was changed after it was frozen',
    why: 'Scores given before would silently mean something else. A new version keeps both readable.',
    wrong: 'version: 2 with other weights than versions/2.md',
    right: 'version: 3',
  },
  {
    code: 'rubric/not-frozen', severity: 'error', title: 'A live version has no frozen copy',
    why: 'Scores name this version; when the text changes later, nobody could say what they meant.',
    wrong: 'status: live, and no versions/2.md',
    right: 'status: live and versions/2.md',
  },
  {
    code: 'rubric/version-behind', severity: 'error', title: 'The current text is older than a frozen version',
    why: 'Reviewers would score with a version that was replaced.',
    wrong: 'version: 1 beside versions/2.md',
    right: 'version: 2',
  },
  {
    code: 'rubric/version-mismatch', severity: 'error', title: 'A frozen copy says another version',
    why: 'The file name is what scores refer to; its text must agree.',
    wrong: 'versions/talk/1.md with version: 2',
    right: 'versions/talk/1.md with version: 1',
  },
  {
    code: 'rubric/version-gap', severity: 'error', title: 'A version is missing',
    why: 'Every version stays, so that an old score can be read with the words of its day.',
    wrong: 'versions 1 and 3',
    right: 'versions 1, 2 and 3',
  },
  {
    code: 'rubric/no-current-text', severity: 'error', title: 'A rubric has versions and no current text',
    why: 'Scores keep their versions, but nobody can read, use or change the rubric any more: stages that name it have nothing to judge by.',
    wrong: '(rubrics/versions/interview/1.md alone)',
    right: 'rubrics/interview.md beside rubrics/versions/interview/1.md',
  },
];
