import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, Locked>>;

const read = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as Record<string, unknown>;
const { packages } = read('package-lock.json') as { packages: Packages };

/** Packages that something needs and the lock file does not hold: `npm ci` refuses it, `npm install` writes it all the same. */
function missing(locked: Packages): readonly string[] {
  return Object.entries(locked).flatMap(([at, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !places(at, name).some((place) => locked[place]?.version))
      .map((name) => `${at || 'package.json'} needs ${name}`),
  );
}

/** Where Node looks for a package, nearest first. */
function places(at: string, name: string): readonly string[] {
  const parents = at.split('/node_modules/').map((_, index, all) => all.slice(0, index + 1).join('/node_modules/'));
  return [...parents.reverse().map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`].map((place) => place.replace(/^\//, ''));
}

describe('the lock file', () => {
  it('holds every package that npm ci will ask for', () => {
    expect(missing(packages)).toEqual([]);
  });

  it('would be caught with one taken out', () => {
    const { 'node_modules/zod': zod, ...rest } = packages;
    expect(zod?.version).toBeDefined();
    expect(missing(rest)).toContain('package.json needs zod');
  });

  it('names no place to download from, and knows every package by its content', () => {
    const all = Object.entries(packages).filter(([at]) => at !== '');
    expect(all.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(all.filter(([, { integrity }]) => integrity === undefined).map(([at]) => at)).toEqual([]);
  });
});

describe('package.json', () => {
  it('asks for exact versions', () => {
    const { dependencies, devDependencies } = read('package.json') as { dependencies: object; devDependencies: object };
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  it('brings the Node that runs this', () => {
    const { dependencies } = read('package.json') as { dependencies: { node: string } };
    expect(process.versions.node.split('.')[0]).toBe(dependencies.node.split('.')[0]);
  });
});
