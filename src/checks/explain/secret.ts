import type { Explanation } from './explanation.ts';

/** Explanations of the codes `secret/…`. */
export const secret: readonly Explanation[] = [
  {
    code: 'secret/age-key', severity: 'error', title: 'A secret key of age is in the repository',
    why: 'Everything sealed to it can be opened by everybody who has a copy, for ever.',
    wrong: 'AGE-SECRET-KEY-1…',
    right: '(outside the repository)',
  },
  {
    code: 'secret/private-key', severity: 'error', title: 'A private key is in the repository',
    why: 'Whoever reads the repository can act in your name.',
    wrong: '-----BEGIN PRIVATE KEY-----',
    right: '(outside the repository)',
  },
  {
    code: 'secret/token', severity: 'error', title: 'An access token is in the repository',
    why: 'Whoever reads the repository can use it; services withdraw such tokens only sometimes.',
    wrong: 'ghp_…',
    right: '(a secret of the workflow)',
  },
  {
    code: 'secret/password-in-link', severity: 'error', title: 'An address carries a password',
    why: 'Whoever reads the repository can open what the address protects; candidates paste such links without noticing.',
    wrong: 'https://robin:…@git.example/task.git',
    right: 'https://git.example/task.git',
  },
];
