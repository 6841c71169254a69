import { endianness } from 'node:os';
import { GraderError } from '../errors.ts';

/** The number of each call, by architecture; the audit number is what the kernel calls that. */
const architectures = new Map([
  ['x64', { audit: 0xc000003e, calls: [29, 68, 240, 248, 249, 250, 298, 319, 321, 323, 425, 447] }],
  ['arm64', { audit: 0xc00000b7, calls: [194, 186, 180, 217, 218, 219, 241, 279, 280, 282, 425, 447] }],
]);

/** The calls of x32 are those of x64 with this bit. */
const X32 = 0x40000000;

const LOAD = 0x20;
const JUMP_IF_EQUAL = 0x15;
const JUMP_IF_AT_LEAST = 0x35;
const RETURN = 0x06;
const NUMBER_AT = 0;
const ARCHITECTURE_AT = 4;
const ALLOW = 0x7fff0000;
/** ENOSYS: programs then do without. */
const REFUSE = 0x00050026;

/**
 * A program for the kernel (seccomp) by which it refuses the system calls that make memory which is no
 * process's (shmget, msgget, mq_open, memfd_create, memfd_secret), that reach the keys of whoever started
 * us (add_key, request_key, keyctl), and that servers do not need but attackers like (perf_event_open,
 * bpf, userfaultfd, io_uring_setup). Throws a GraderError on a machine whose numbers are not known.
 */
export function refusedCalls(architecture: string = process.arch): Buffer {
  const known = architectures.get(architecture);
  if (known === undefined || endianness() !== 'LE') {
    const expected = [...architectures.keys()].join(' or ');
    throw new GraderError(
      `expected a machine of architecture ${expected} for the sandbox, got ${architecture}`,
    );
  }
  const { audit, calls } = known;
  const toRefusal = (index: number) => calls.length - index;
  return Buffer.concat([
    instruction(LOAD, ARCHITECTURE_AT),
    instruction(JUMP_IF_EQUAL, audit, 0, calls.length + 3),
    instruction(LOAD, NUMBER_AT),
    instruction(JUMP_IF_AT_LEAST, X32, calls.length + 1, 0),
    ...calls.map((call, index) => instruction(JUMP_IF_EQUAL, call, toRefusal(index), 0)),
    instruction(RETURN, ALLOW),
    instruction(RETURN, REFUSE),
  ]);
}

function instruction(code: number, operand: number, ifTrue = 0, ifFalse = 0): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(code, 0);
  bytes.writeUInt8(ifTrue, 2);
  bytes.writeUInt8(ifFalse, 3);
  bytes.writeUInt32LE(operand, 4);
  return bytes;
}
