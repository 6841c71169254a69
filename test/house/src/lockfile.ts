export type Lockfile = { packages: Record<string, Entry> };
type Entry = {
  version?: string;
  resolved?: string;
  os?: string | string[];
  cpu?: string | string[];
  optionalDependencies?: Record<string, string>;
};
export type Platform = { os: string; cpu: string };

/** What is optional must be there all the same: what one platform leaves out, another needs. */
export function findMissing({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).flatMap(([name, wanted]) => {
      const version = findInstalled(packages, path, name)?.version;
      if (version !== undefined && satisfies(version, wanted)) return [];
      return [`${path || 'the root'}: expected ${name}@${wanted}, got ${version ?? 'no entry'}`];
    }),
  );
}

/** As Node looks for it: beside the package that wants it, and then further and further up. */
function findInstalled(packages: Lockfile['packages'], from: string, name: string): Entry | undefined {
  const folders = from.split('/');
  const above = folders.map((_, depth) => folders.slice(0, folders.length - depth).join('/'));
  const places = [...above.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
  return places.map((place) => packages[place]).find((entry) => entry !== undefined);
}

/** Tools name their platform packages by the exact version; a range is npm's to judge. */
function satisfies(version: string, wanted: string): boolean {
  return version === wanted || !/^\d/.test(wanted);
}

/** A registry's address would tie every learner to the one that the writer of the lockfile uses. */
export function findAddresses({ packages }: Lockfile): string[] {
  return Object.entries(packages)
    .filter(([, { resolved = '' }]) => resolved.includes('://'))
    .map(([path, { resolved }]) => `${path}: expected no address, got ${resolved}`);
}

/** Those of the root's optional packages that are for a given platform. */
export function findFitting({ packages }: Lockfile, platform: Platform): string[] {
  return Object.keys(packages['']?.optionalDependencies ?? {})
    .filter((name) => fits(packages[`node_modules/${name}`], platform))
    .map((name) => `${name}@${packages[`node_modules/${name}`]?.version}`);
}

function fits(entry: Entry | undefined, { os, cpu }: Platform): boolean {
  return [entry?.os].flat().includes(os) && [entry?.cpu].flat().includes(cpu);
}
