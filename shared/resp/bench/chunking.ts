import { RequestDecoder } from '../src/index.ts';

/*
 * A request costs what its bytes cost, wherever the network cut them. This measures it: the same
 * bytes once in one chunk and once in many, which may cost four times as much, but no more.
 */
const BOUND = 4;
const ROUNDS = 9;
const KB = 1024;
const MB = 1024 * KB;

type Race = { title: string; request: Buffer; chunkSize: number };

const RACES: Race[] = [
  { title: 'a bulk of 64 MB', request: requestOf(['x'.repeat(64 * MB)]), chunkSize: 64 * KB },
  {
    title: '100,000 arguments',
    request: requestOf(Array.from({ length: 100_000 }, (_, i) => `argument ${i}`)),
    chunkSize: KB,
  },
];

console.log(['', 'one chunk', 'chunks of', 'many chunks', 'ratio'].map(column).join(''));
const ratios = RACES.map(run);
const holds = ratios.every((ratio) => ratio <= BOUND);
console.log(`\nAt most ${BOUND} times the cost in many chunks: ${holds ? 'holds' : 'DOES NOT HOLD'}`);
process.exitCode = holds ? 0 : 1;

/** Runs both by turns, so that a busy moment of the machine slows both, and says how they compare. */
function run({ title, request, chunkSize }: Race): number {
  const whole = [request];
  const cut = split(request, chunkSize);
  const wholeTimes: number[] = [];
  const cutTimes: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const wholeTime = milliseconds(whole);
    const cutTime = milliseconds(cut);
    if (round < 0) continue; // The first round is for the compiler.
    wholeTimes.push(wholeTime);
    cutTimes.push(cutTime);
  }
  const [one, many] = [median(wholeTimes), median(cutTimes)];
  const cells = [title, ms(one), `${chunkSize / KB} KB`, ms(many), (many / one).toFixed(2)];
  console.log(cells.map(column).join(''));
  return many / one;
}

function milliseconds(chunks: Buffer[]): number {
  const decoder = new RequestDecoder();
  let requests = 0;
  const start = performance.now();
  for (const chunk of chunks) {
    for (const request of decoder.decode(chunk)) {
      request.forEach(read);
      requests++;
    }
  }
  const time = performance.now() - start;
  if (requests !== 1) throw new Error(`expected 1 request, got ${requests}`);
  return time;
}

/** V8 leaves a string in the pieces it was joined from until somebody looks: that is part of the cost. */
function read(argument: string): number {
  return argument.charCodeAt(argument.length - 1);
}

function requestOf(request: string[]): Buffer {
  const bulks = request.map((argument) => `$${argument.length}\r\n${argument}\r\n`);
  return Buffer.from(`*${request.length}\r\n${bulks.join('')}`, 'latin1');
}

function split(bytes: Buffer, size: number): Buffer[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}

function column(cell: string, index: number): string {
  return index === 0 ? cell.padEnd(18) : cell.padStart(13);
}
