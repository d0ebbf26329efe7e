import type { PublishedMethods } from '../../published/reference.ts';

/** How anybody checks what stands here. */
export const CHECK_METHODS: PublishedMethods = [
  {
    id: 'check', title: 'Compute it again',
    plain: 'No number has to be believed. The command “hire stats” lists every formula that is used here; each takes a few numbers of your own as JSON and prints what it makes of them, with all digits, or says why there is no answer. All of them reproduce printed tables and the results of R, which lie beside the code as reference cases.',
    formula: 'npx hire stats wilson_interval --example', source: 'The reference cases in src/fixtures/oracles, each with its source.', guards: [],
  },
];
