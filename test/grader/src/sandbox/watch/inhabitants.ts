import { deletedFileAt, deviceOf, namesIn, sumIn } from './proc.ts';

/** The processes of a sandbox, as `/proc` shows them to its init, which is not among them. */
type Inhabitants = { folder: string; ids: string[] };

/** The processes that are in the sandbox of this init; none if it is being built, or has ended. */
export function inhabitants(init: number): Inhabitants {
  const folder = `/proc/${init}/root/proc`;
  const ids = isBuilt(init) ? namesIn(folder).filter((name) => /^\d+$/.test(name) && name !== '1') : [];
  return { folder, ids };
}

/** Until it is, its init sees what we see. */
export function isBuilt(init: number): boolean {
  return deviceOf(`/proc/${init}/root/proc`) !== deviceOf('/proc');
}

/**
 * The memory that they use together, in bytes, page tables among it. As long as it is not more than
 * `enough`, what some of them share counts for each, since the kernel is slow to tell it apart.
 */
export function memoryBytes({ folder, ids }: Inhabitants, enough: number): number {
  const resident = ids.map((id) => sumIn(`${folder}/${id}/status`, /^Vm(?:RSS|PTE):\s+(\d+) kB$/gm));
  if (sum(resident) * 1024 <= enough) return sum(resident) * 1024;
  const proportional = ids.map((id, index) => {
    const own = sumIn(`${folder}/${id}/smaps_rollup`, /^Pss:\s+(\d+) kB$/gm);
    return own === 0
      ? (resident[index] ?? 0)
      : own + sumIn(`${folder}/${id}/status`, /^VmPTE:\s+(\d+) kB$/gm);
  });
  return sum(proportional) * 1024;
}

/** What they have written into files that are deleted and still open, in bytes. */
export function deletedBytes({ folder, ids }: Inhabitants): number {
  const links = ids.flatMap((id) => namesIn(`${folder}/${id}/fd`).map((fd) => `${folder}/${id}/fd/${fd}`));
  const found = links.map(deletedFileAt).filter((file) => file !== undefined);
  return sum([...new Map(found.map(({ inode, bytes }) => [inode, bytes])).values()]);
}

/** How many sockets there are in the network of this init. */
export function countSockets(init: number): number {
  return sumIn(`/proc/${init}/net/sockstat`, /^sockets: used (\d+)$/gm);
}

function sum(figures: number[]): number {
  return figures.reduce((before, figure) => before + figure, 0);
}
